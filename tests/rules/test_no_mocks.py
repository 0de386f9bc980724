"""Tests use the simulator, fakes and arguments; nothing is patched behind the product's back."""

from __future__ import annotations

import ast

from tests.rules.files import files, read

LIBRARIES = ("unittest", "mock", "pytest_mock", "freezegun", "time_machine")
PATCHES = ("setattr", "delattr")


def patches(source: str) -> list[str]:
    """What `source` imports or calls to replace a part of the product."""
    return [found for node in ast.walk(ast.parse(source)) for found in _patch(node)]


def _patch(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if alias.name.split(".")[0] in LIBRARIES]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""] if (node.module or "").split(".")[0] in LIBRARIES else []
    called = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
    return [called] if called in PATCHES else []


def test_nothing_is_patched() -> None:
    tests = [path for path in files(".py") if path.parts[0] == "tests"]
    assert {str(path): found for path in tests if (found := patches(read(path)))} == {}


def test_a_patch_is_found() -> None:
    source = "from unittest.mock import Mock\nimport mock\ndef test(monkeypatch): monkeypatch.setattr(a, 'b', 1)"
    assert patches(source) == ["unittest.mock", "mock", "setattr"]
