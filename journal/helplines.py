"""Numbers to call, by country (clinical.md 5.2): shown only while somebody has read them at their source lately."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "helplines.toml"
KINDS = ("emergency", "urgent", "crisis")
LASTS = timedelta(days=180)  # after it was read; "exactly 180 days" still holds


@dataclass(frozen=True, slots=True)
class Helpline:
    """One number of one country; `checked_on` is None when nobody has read it at `source` themselves."""

    country: str
    kind: str
    number: str
    source: str = ""
    confirmed: bool = False
    checked_on: date | None = None
    note: str = ""

    def holds(self, today: date) -> bool:
        """Whether it may be shown on `today`."""
        return self.confirmed and self.checked_on is not None and today - self.checked_on <= LASTS


@lru_cache
def rows() -> tuple[Helpline, ...]:
    """Return every number, by country in the file's order."""
    countries = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Helpline(country, kind, **row) for country, kinds in countries.items() for kind, row in kinds.items())


def numbers(country: str | None, today: date) -> dict[str, str]:
    """Return the number of each of KINDS in `country`; "" where none may be shown: then generic words stand."""
    known = {row.kind: row.number for row in rows() if row.country == country and row.holds(today)}
    return {kind: known.get(kind, "") for kind in KINDS}


def doubtful(today: date) -> list[Helpline]:
    """Return the rows that are not shown on `today`: unconfirmed, or read too long ago."""
    return [row for row in rows() if not row.holds(today)]
