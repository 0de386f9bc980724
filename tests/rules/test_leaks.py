"""No file names a package registry, a path of somebody's machine, or what looks like a secret."""

from __future__ import annotations

import re

import pytest

from logs import redact
from tests.rules.files import files, read

# In parts, or this file would be the first to be found.
HOSTS = ("py" + "pi.org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian", "index" + "-url")
FOLDERS = ("wor" + "k", "tm" + "p", "roo" + "t", "hom" + "e", "opt/" + "pypi", "opt/" + "wheels")
FORBIDDEN = {
    "a registry": re.compile("|".join(map(re.escape, HOSTS))),
    "a machine's path": re.compile(r"(?<![\w.~>})-])/(" + "|".join(FOLDERS) + ")/"),
    "an encryption key": re.compile(r"(?<![\w-])[\w-]{43}=(?![\w=])"),
}


def leaks(text: str) -> list[str]:
    """What `text` gives away."""
    found = [what for what, pattern in FORBIDDEN.items() if pattern.search(text)]
    return found + ["a bot's token"] * (redact(text) != text)


def test_nothing_leaks() -> None:
    assert {str(path): found for path in files() if (found := leaks(read(path)))} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://" + HOSTS[0] + "/simple", "a registry"),
        ("open('/" + FOLDERS[1] + "/x')", "a machine's path"),
        ("KEY=" + "k" * 43 + "=", "an encryption key"),
        ("TOKEN=" + "123456789" + ":" + "A" * 35, "a bot's token"),
    ],
)
def test_a_leak_is_found(text: str, found: str) -> None:
    assert leaks(text) == [found]
