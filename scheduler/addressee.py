"""Whom a fact is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from journal import people
from journal.tables import Person


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where and how a person reads: chat, language, IANA zone; no emoji, names out of previews, pictures on dark."""

    person_id: int
    chat_id: int
    language: str
    zone: str
    plain: bool = False
    hide_names: bool = False
    dark: bool = False

    @classmethod
    def of(cls, person: Person) -> Addressee:
        """Return where `person` reads."""
        zone = person.zone or "UTC"
        return cls(
            people.ident(person), person.chat_id, person.language, zone, person.plain, person.hide_names, person.dark
        )

    def local(self, moment: datetime) -> datetime:
        """Return `moment` on the person's wall clock."""
        return moment.astimezone(ZoneInfo(self.zone))
