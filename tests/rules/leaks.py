"""What no file may hold: secrets, machines' paths, registries. `make secrets` looks at every commit too."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from logs import redact
from tests.rules.files import ROOT, files, read

# In parts, or this file would be the first to be found.
HOSTS = ("py" + "pi.org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian", "index" + "-url")
FOLDERS = ("wor" + "k", "tm" + "p", "roo" + "t", "hom" + "e", "opt/" + "pypi", "opt/" + "wheels")
PLACES = {
    "a registry": re.compile("|".join(map(re.escape, HOSTS))),
    "a machine's path": re.compile(r"(?<![\w.~>})-])/(" + "|".join(FOLDERS) + ")/"),
}
SECRETS = {
    "an encryption key": re.compile(r"(?<![\w-])[\w-]{43}=(?![\w=])"),
    "a private key": re.compile("-----BEGIN [A-Z ]*PRIVATE " + "KEY-----"),
    "a service's key": re.compile(r"\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[baprs]-[\w-]{10}|AIza[\w-]{35})"),
    "a signed token": re.compile(r"\beyJ[\w-]{15,}\.[\w-]{15,}\.[\w-]{15,}"),
    # What stands for a password in examples and tests is none.
    "a password": re.compile(r"://[\w.-]+:(?!(?:password|secret)@)[^\s/:@{}\"']+@[\w.-]"),
}


def secrets(text: str) -> list[str]:
    """Return what kinds of secrets `text` gives away, never the secrets."""
    found = [what for what, pattern in SECRETS.items() if pattern.search(text)]
    return found + ["a bot's token"] * (redact(text) != text)


def leaks(text: str) -> list[str]:
    """Return everything that `text` gives away."""
    return [what for what, pattern in PLACES.items() if pattern.search(text)] + secrets(text)


def history(root: Path) -> Iterator[tuple[str, str]]:
    """Yield commit and kind of each secret that a line added in any commit up to HEAD gives away."""
    command = ["git", "-c", "safe.directory=*", "log", "-p", "-U0", "--no-color", "--format=commit %H"]
    run = subprocess.run(command, cwd=root, check=True, capture_output=True)
    for commit in re.split(r"^commit (?=[0-9a-f]{40}$)", run.stdout.decode("utf-8", "replace"), flags=re.MULTILINE):
        added = "\n".join(line[1:] for line in commit.splitlines() if line.startswith("+"))
        yield from ((commit[:12], what) for what in secrets(added))


def main() -> int:
    """Print where something was found; the exit code is 1 when it was."""
    found = [f"{path}: {what}" for path in files() for what in leaks(read(path))]
    found += [f"commit {commit}: {what}" for commit, what in history(ROOT)]
    print("\n".join(found or ["No secrets: not in the files, not in any commit."]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
