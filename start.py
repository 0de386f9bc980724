"""Sets up .venv, once, and runs one verb in it: `python3 start.py demo`. Every make target calls this."""

# Python 3.6 must be able to read this file, to say which Python is needed.
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed.txt")
RUNTIME, DEV = "requirements.txt", "requirements-dev.txt"  # DEV holds all of RUNTIME
NEWER = ("python3.13", "python3.12", "python3.11")

PYTEST = ["-m", "pytest", "-q", "-n", "2"]
RUFF = ["-m", "ruff"]
AUDIT = ["-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off", "-r", DEV]
LINT_IMPORTS = ["-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
# verb: (what it needs, what it runs, what it does)
VERBS = {
    "demo": (RUNTIME, [["bot.py", "demo"]], "the bot and a pretend Telegram in the browser; no token needed"),
    "run": (RUNTIME, [["bot.py"]], "the bot, on Telegram"),
    "test": (DEV, [[*PYTEST, "-m", "not slow and not browser"]], "the fast tests"),
    "test-all": (DEV, [PYTEST], "every test; those with a browser need Chromium"),
    "check": (
        DEV,
        [[*RUFF, "format", "--check", "."], [*RUFF, "check", "."], ["-m", "mypy"], LINT_IMPORTS],
        "formatting, lint, types and import contracts",
    ),
    "secrets": (DEV, [["-m", "tests.rules.leaks"]], "a look for secrets in every file and every commit"),
    "audit": (DEV, [AUDIT], "known holes in the locked packages; needs the network"),
    "backup": (RUNTIME, [["bot.py", "backup"]], "a copy of the database, also while the bot runs"),
    "restore": (RUNTIME, [["bot.py", "restore"]], "a copy back in its place"),
    "new-key": (RUNTIME, [["bot.py", "new-key"]], "a new key, to be used once rotate-keys was run"),
    "rotate-keys": (RUNTIME, [["bot.py", "rotate-keys"]], "everything under the newest key, also while the bot runs"),
    "release-check": (RUNTIME, [["bot.py", "release-check"]], "the emergency numbers that somebody has to read again"),
    "bench": (DEV, [], "every benchmark, or the named ones"),
    "bench-crash": (DEV, [["-m", "benchmarks._crash"]], "200 kills among hundreds of people; takes an hour"),
    "screenshots": (DEV, [["-m", "tests.browser.screenshots"]], "docs/images anew; needs Chromium"),
    "reference": (DEV, [["-m", "tests.reference.runner"]], "the expected values of a folder of cases"),
}


def main(verb: str, args: "list[str]") -> int:
    """Run one verb; the answer is the exit code, unless the verb took over this process."""
    if verb not in VERBS:
        print("Usage: python3 start.py VERB\n" + "\n".join("  %-13s %s" % (v, VERBS[v][2]) for v in VERBS))
        return 2
    os.chdir(ROOT)
    use_a_new_enough_python()
    lock, commands, _ = VERBS[verb]
    if not is_ready(lock):
        set_up(lock)
    if verb == "bench":
        commands, args = [["-m", "benchmarks." + name] for name in args or benchmarks()], []
    if len(commands) == 1:
        return hand_over([PYTHON, *commands[0], *args])
    return max([subprocess.call([PYTHON, *command, *args]) for command in commands])


def benchmarks() -> "list[str]":
    """The modules of benchmarks/, each a program."""
    return sorted(f[:-3] for f in os.listdir("benchmarks") if f.endswith(".py") and not f.startswith("_"))


def use_a_new_enough_python() -> None:
    """Go on in a Python of at least 3.11, or stop with one sentence."""
    if sys.version_info >= (3, 11):
        return
    for name in NEWER:
        found = shutil.which(name)
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            hand_over([found, os.path.join(ROOT, "start.py"), *sys.argv[1:]])
    sys.exit("Dosebook needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])


def hand_over(command: "list[str]") -> int:
    """Become `command`, so that it gets the signals; on Windows, which cannot, wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def key(lock: str) -> str:
    """What STAMP holds once `lock` is installed by this Python."""
    locks = b"".join(Path(path).read_bytes() for path in (RUNTIME, DEV))
    return "%s %d.%d %s" % (lock, *sys.version_info[:2], hashlib.sha256(locks).hexdigest())


def is_ready(lock: str) -> bool:
    """Whether .venv holds at least what `lock` asks for."""
    return os.path.exists(PYTHON) and stamp() in (key(lock), key(DEV))


def stamp() -> str:
    """What is installed, or "" when nobody can say."""
    try:
        with open(STAMP) as file:
            return file.read()
    except OSError:
        return ""


def set_up(lock: str) -> None:
    """Install `lock`; a .venv that is old, foreign or half-made is made anew. Stops with one sentence."""
    print("Setting up .venv from %s: half a minute or so, this once." % lock, flush=True)
    if is_ready(RUNTIME):
        os.remove(STAMP)
    else:
        make_venv()
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    env = dict(os.environ, PIP_USER="0")
    if subprocess.call([*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock], env=env):
        sys.exit("The packages could not be installed: pip says why, above.")
    with open(STAMP, "w") as file:
        file.write(key(lock))


def make_venv() -> None:
    """An empty .venv of this Python."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        package = "python%d.%d-venv" % sys.version_info[:2]
        sys.exit("This Python cannot make a virtual environment; on Debian: apt install " + package)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]):
        sys.exit("The folder .venv could not be made: Python says why, above.")


if __name__ == "__main__":
    sys.exit(main("".join(sys.argv[1:2]), sys.argv[2:]))
