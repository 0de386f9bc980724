"""What a handler is given to decide with, and what a view is given to render with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from journal import people
from journal.tables import Person
from journal.transaction import Transaction
from locales import Words


@dataclass(frozen=True, slots=True)
class Act:
    """One update being applied: the transaction, who acts, and what they sent.

    `text` is what they typed (for a command: what follows it); `message` the message whose button was pressed.
    `shown_as`: their first and their full name as Telegram shows them; `operators`: the chats that the settings name.
    """

    tx: Transaction
    person: Person
    now: datetime
    access: str
    bot_name: str
    text: str = ""
    message: int | None = None
    place: tuple[float, float] | None = None
    shown_as: tuple[str, str] = ("", "")
    operators: frozenset[int] = frozenset()

    @property
    def today(self) -> date:
        """The person's logical date."""
        return people.today(self.person, self.now)

    @property
    def is_operator(self) -> bool:
        """Whether the person runs this bot."""
        return self.person.operator or self.person.chat_id in self.operators

    def typed(self, text: str) -> Act:
        """Return this act with other typed words."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class See:
    """One page being rendered from the truth; `person` is None once they have been deleted."""

    tx: Transaction
    stored: Person | None
    words: Words
    now: datetime
    access: str
    bot_name: str

    @property
    def person(self) -> Person:
        """The person who reads; only for pages of someone who exists."""
        assert self.stored is not None, "this page is about a stored person"
        return self.stored

    def local(self, moment: datetime) -> datetime:
        """Return `moment` on the person's wall clock."""
        return people.local(self.person, moment)
