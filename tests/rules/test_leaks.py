"""No file names a package registry, a path of somebody's machine, or what looks like a secret."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.rules.files import files, read
from tests.rules.leaks import FOLDERS, HOSTS, history, leaks


def test_nothing_leaks() -> None:
    assert {str(path): found for path in files() if (found := leaks(read(path)))} == {}


TOKEN = "TOKEN=" + "123456789" + ":" + "A" * 35


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://" + HOSTS[0] + "/simple", "a registry"),
        ("open('/" + FOLDERS[1] + "/x')", "a machine's path"),
        ("KEY=" + "k" * 43 + "=", "an encryption key"),
        ("-----BEGIN RSA PRIVATE " + "KEY-----", "a private key"),
        ("AKIA" + "A1" * 8, "a service's key"),
        ("ghp_" + "a1" * 18, "a service's key"),
        ("eyJ" + "a" * 20 + "." + "b" * 20 + "." + "c" * 20, "a signed token"),
        ("postgresql://bo:hunter" + "2@db.example/x", "a password"),
        (TOKEN, "a bot's token"),
    ],
)
def test_a_leak_is_found(text: str, found: str) -> None:
    assert leaks(text) == [found]


@pytest.mark.parametrize("text", ["postgresql+asyncpg://user:password@host/name", "https://x/?a=b:c@d", "key-" * 12])
def test_an_example_is_none(text: str) -> None:
    assert leaks(text) == []


def test_a_secret_that_was_taken_out_again_is_found(tmp_path: Path) -> None:
    def git(*args: str) -> None:
        who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *args], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    for text in (TOKEN, "TOKEN="):
        (tmp_path / "notes").write_text(text)
        git("add", ".")
        git("commit", "-m", "notes")
    assert [what for _, what in history(tmp_path)] == ["a bot's token"]
