"""The import contracts of pyproject.toml hold; their own message says what to do instead."""

from __future__ import annotations

import subprocess
import sys

from start import LINT_IMPORTS
from tests.rules.files import ROOT


def test_the_contracts_are_kept() -> None:
    run = subprocess.run([sys.executable, *LINT_IMPORTS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
