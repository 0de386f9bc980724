"""A function is at most 40 lines and a file 250: a longer one is two nouns."""

from __future__ import annotations

import ast

from tests.rules.files import files, read

FUNCTION, FILE = 40, 250  # lines
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def too_long(source: str) -> list[str]:
    """The functions over the limit, and the file itself, each with its number of lines."""
    size = len(source.splitlines())
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, FUNCTIONS)]
    sizes = [(node.name, (node.end_lineno or 0) - node.lineno + 1) for node in functions]
    found = [f"{name}: {lines} lines" for name, lines in sizes if lines > FUNCTION]
    return found + [f"the file: {size} lines"] * (size > FILE)


def test_everything_is_small() -> None:
    sources = [path for path in files(".py") if path.parts[0] != "migrations"]
    assert {str(path): found for path in sources if (found := too_long(read(path)))} == {}


def test_what_is_too_long_is_found() -> None:
    body = "    pass\n" * FUNCTION
    assert too_long("def f():\n" + body) == ["f: 41 lines"]
    assert too_long("x = 1\n" * (FILE + 1)) == ["the file: 251 lines"]
