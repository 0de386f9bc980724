"""Whose a row is, is asked in one place: nobody but journal.rights compares the owner of a row with a person."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.rules.files import product

OWNER = re.compile(r"(?<!col\()\b\w+\.(person_id|patient_id|caregiver_id)\b")
ONE_PLACE = Path("journal/rights.py")


def compared(tree: ast.Module) -> list[str]:
    """Comparisons of the owner of a row with somebody, outside SQL."""
    texts = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    return [text for text in texts if "ident(" in text and OWNER.search(text)]


def test_only_one_place_asks_whose_a_row_is() -> None:
    """Ask journal.rights.may instead."""
    found = {str(path): compared(tree) for path, tree in product().items() if path != ONE_PLACE}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_the_check_sees_a_comparison() -> None:
    assert compared(ast.parse("if row is None or row.person_id != people.ident(person): pass"))
    assert compared(ast.parse("people.ident(person) in (link.patient_id, link.caregiver_id)"))
    assert not compared(ast.parse("col(Row.person_id) == people.ident(person)"))
