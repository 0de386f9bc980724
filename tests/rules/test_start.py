"""start.py and the Makefile: one verb each, and a Python that is too old still learns so."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from start import VERBS
from tests.rules.files import ROOT, read


def test_every_verb_has_a_target_of_one_line() -> None:
    targets = re.findall(r"^([\w-]+): +; @\$\(PYTHON\) start\.py ([\w-]+)", read(Path("Makefile")), re.MULTILINE)
    assert targets == [(verb, verb) for verb in VERBS]


def test_an_old_python_can_read_it() -> None:
    ast.parse(read(Path("start.py")), feature_version=(3, 6))


def test_an_unknown_verb_shows_the_known_ones() -> None:
    run = subprocess.run([sys.executable, ROOT / "start.py", "dance"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert re.findall(r"^  ([\w-]+) ", run.stdout, re.MULTILINE) == list(VERBS)


def test_the_start_takes_no_package_from_anywhere() -> None:
    imported = {alias.name for node in ast.walk(ast.parse(read(Path("start.py")))) for alias in _names(node)}
    assert imported <= sys.stdlib_module_names | {"Path"}


def _names(node: ast.AST) -> list[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else []
