"""People, and who may use the bot."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, key, maybe_moment, moment, telegram_id, words


class Person(SQLModel, table=True):
    """Anyone who talks to the bot. Nothing about health hangs here before `agreed_at` is set."""

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    chat_id: int = telegram_id(unique=True)
    language: str = "en"
    country: str | None = None
    zone: str | None = None  # IANA name
    checkin_at: time | None = None  # wall clock in `zone`
    summary_weekday: int | None = None  # Monday = 0
    day_start: time = time(0)
    quiet_from: time = time(21)  # wall clock: from then on nothing comes but what was planned for that time
    quiet_until: time = time(8)
    checkins_since: datetime | None = maybe_moment()  # when they last rated or opened one
    checkin_day: date | None = None  # the day of the one that they opened last
    hide_names: bool = False  # names of what is taken stay out of previews
    plain: bool = False  # no emoji in what the bot says
    dark: bool = False  # pictures on a dark ground
    interference: bool = True  # with the summary, ask how much symptoms got in the way
    reactions: bool = True  # a day after an injection, ask whether there was a reaction
    paused_since: datetime | None = maybe_moment()  # everything rests; the Pause row says until when
    operator: bool = False
    admitted_at: datetime | None = maybe_moment()
    agreed_at: datetime | None = maybe_moment()
    cares_since: datetime | None = maybe_moment()  # agreed to read along with somebody; alone no consent to a diary
    seen_at: datetime | None = maybe_moment(index=True)  # when they last wrote or tapped, to some minutes
    unreachable_since: datetime | None = maybe_moment()
    created_at: datetime = moment()


class Invitation(SQLModel, table=True):
    """A single-use link into a closed bot; only the token's SHA-256 is kept."""

    id: int | None = key()
    token_hash: str = Field(unique=True)
    for_operator: bool = False
    created_at: datetime = moment()
    expires_at: datetime = moment()
    used_at: datetime | None = maybe_moment()


class Draft(SQLModel, table=True):
    """A half-finished dialogue, one per person: which one, and the answers so far as encrypted JSON."""

    person_id: int = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE")
    kind: str
    answers: str = words()
    updated_at: datetime = moment()
