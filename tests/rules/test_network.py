"""Who in the product talks to the network, runs other programs or takes data for code: these few, and for this."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.rules.files import product, read

TALKS = {
    Path("handlers/request.py"): "Telegram",
    Path("scheduler/pulse.py"): "the address of HEARTBEAT_URL",
}
CLIENTS = {"aiohttp", "httpx", "requests", "urllib", "urllib3", "http", "socket", "smtplib", "ftplib"}
HARMLESS = {"urllib.parse"}
DANGEROUS = {"subprocess", "pickle", "marshal", "shelve", "ctypes", "eval", "exec", "__import__", "system", "popen"}


def imported(tree: ast.AST) -> set[str]:
    """The packages that a file imports, by their first names; HARMLESS ones left out."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names - HARMLESS}


def called(tree: ast.AST) -> set[str]:
    """The bare names, and the attributes, that a file calls."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {getattr(call, "attr", getattr(call, "id", "")) for call in calls}


def test_only_these_talk_to_the_network() -> None:
    assert {path for path, tree in product().items() if imported(tree) & CLIENTS} == set(TALKS)


def test_nothing_runs_programs_or_takes_data_for_code() -> None:
    assert {str(path) for path, tree in product().items() if (imported(tree) | called(tree)) & DANGEROUS} == set()


def test_certificates_are_checked() -> None:
    assert [path for path in TALKS if re.search(r"ssl\s*=\s*False|verify_ssl|verify\s*=\s*False", read(path))] == []


def test_a_client_and_a_danger_are_found() -> None:
    assert imported(ast.parse("import http.client\nfrom urllib.request import urlopen")) & CLIENTS == {"http", "urllib"}
    assert called(ast.parse("os.system('x')\neval('x')")) & DANGEROUS == {"system", "eval"}
