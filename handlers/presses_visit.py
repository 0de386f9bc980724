"""Button of the page that goes along to a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Visit:
    """Show the weeks that end on `last` as a new message."""

    last: date
