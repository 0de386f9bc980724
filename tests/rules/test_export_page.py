"""docs/export.md names every table and column that an export has, and no others."""

from __future__ import annotations

import re
from pathlib import Path

from sqlmodel import SQLModel

from journal.export import CARING, columns_of, owner_of
from journal.tables import InboxUpdate, Person
from journal.transaction import table_of
from tests.rules.files import read

LINE = re.compile(r"^\| `(\w+)` \([^|]*\) \| (.*) \|$", re.MULTILINE)
OWNERS = (table_of(Person), table_of(InboxUpdate))  # whose rows are found otherwise than by a reference


def test_the_page_is_the_schema() -> None:
    """A new column needs its name in docs/export.md; one that no person's rows have belongs in LEFT_OUT."""
    tables = [each.name for each in SQLModel.metadata.sorted_tables if owner_of(each) is not None or each in OWNERS]
    documented = {
        table: set(re.findall(r"`(\w+)`", columns)) for table, columns in LINE.findall(read(Path("docs/export.md")))
    }
    assert documented == {table: set(columns_of(table)) for table in (*tables, CARING)}
