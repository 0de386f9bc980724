"""What the journal holds about one person, whole: every row that would go with them, and what is planned ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, ColumnElement, Table, func, select
from sqlmodel import SQLModel, col

from journal import accesses, care_kinds, links, notices, occurrences, people, plans, regimens
from journal.care_keys import link_of
from journal.errors import JournalError
from journal.tables import AccessLog, CareLink, InboxUpdate, Person, Regimen
from journal.timing import Planned, Succession
from journal.transaction import Transaction, table_of

AHEAD = timedelta(days=365)  # how far the planned doses go
APART = timedelta(hours=1)  # between two exports of one person
CARING = "caring"  # links in which the person reads along: without a word about the other side
CARING_COLUMNS = ("id", "state", "caregiver_name", "created_at", "accepted_at", "confirmed_at", "ended_at")
# Nothing about the person: what opens a link, who the other side is in this database, and who holds a claim.
LEFT_OUT = {"carelink.token_hash", "carelink.caregiver_id", "notice.lease"}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ahead:
    """A regimen under way: its planned moments from `since` on but those `settled`, and the `places` of booked ones."""

    regimen: int
    label: str
    dose_text: str
    course: Succession
    zone: ZoneInfo
    since: datetime
    settled: frozenset[tuple[date, int]] = frozenset()
    places: Mapping[tuple[date, int], str] = field(default_factory=dict)

    def moments(self, until: datetime) -> Iterator[Planned]:
        """Yield the planned moments before `until`, ascending."""
        found = self.course.between(self.zone, self.since, until)
        return (each for each in found if (each.local_date, each.slot) not in self.settled)

    def place(self, one: Planned) -> str | None:
        """Return where the dose is booked, perhaps ""; None when it is not."""
        return self.places.get((one.local_date, one.slot))


@dataclass(frozen=True, slots=True)
class Export:
    """Every row about a person by the name of its table (columns as in journal/tables, moments aware UTC)."""

    made_at: datetime
    tables: Mapping[str, list[Row]]
    ahead: tuple[Ahead, ...] = ()

    @property
    def person(self) -> Row:
        """The row of the person."""
        return self.tables["person"][0]

    def planned(self) -> list[tuple[Ahead, Planned]]:
        """Return the doses of the coming year by regimen. It takes a while: call it off the event loop."""
        return [(ahead, one) for ahead in self.ahead for one in ahead.moments(self.made_at + AHEAD)]


async def ask(tx: Transaction, person: Person, now: datetime) -> None:
    """Note that the person takes their data along. Raises JournalError: export_soon (once in APART)."""
    mine = (col(AccessLog.person_id) == people.ident(person), col(AccessLog.what) == accesses.EXPORTED)
    last = (await tx.execute(select(func.max(AccessLog.at)).where(*mine))).scalar()
    if last is not None and now < last + APART:
        minutes = -(-(last + APART - now) // timedelta(minutes=1))
        raise JournalError("export_soon", minutes=minutes)
    await accesses.log(tx, people.ident(person), None, accesses.EXPORTED, now)


async def of(tx: Transaction, person: Person, now: datetime) -> Export:
    """Return everything about the person as it stands at `now`."""
    tables = {}
    for table in SQLModel.metadata.sorted_tables:
        mine = belongs(table, person)
        if mine is not None:
            tables[table.name] = await _rows(tx, table, mine)
    reads_along = col(CareLink.caregiver_id) == people.ident(person)
    tables[CARING] = await _rows(tx, table_of(CareLink), reads_along, CARING_COLUMNS)
    _leave_out_others(tables)
    return Export(now, tables, await _ahead(tx, person, tables, now))


def _leave_out_others(tables: Mapping[str, list[Row]]) -> None:
    """Of notices about a patient's day or dose what went, without whose: what waits tells when the patient did what."""
    notes = [one for one in tables["notice"] if one["kind"] not in care_kinds.SHOWING or one["state"] in notices.SAID]
    tables["notice"][:] = notes
    for notice in notes:
        if notice["kind"] in care_kinds.SHOWING:
            notice["subject"] = f"care:{link_of(notice['subject'])}"
    for row in tables["accesslog"]:
        if row["what"] == accesses.LEFT:
            row["detail"] = ""


def belongs(table: Table, person: Person) -> ColumnElement[bool] | None:
    """Return what holds for the rows of a table that are the person's; None for a table that is nobody's.

    A row is the person's when it is deleted with them: its first required reference leads to their row.
    """
    if table is table_of(Person):
        return col(Person.id) == people.ident(person)
    if table is table_of(InboxUpdate):
        return col(InboxUpdate.chat_id) == person.chat_id
    owner = owner_of(table)
    if owner is None:
        return None
    parent = next(iter(owner.foreign_keys)).column
    theirs = belongs(parent.table, person)
    assert theirs is not None, f"{table.name} belongs to {parent.table.name}, which is nobody's"
    return owner.in_(select(parent).where(theirs))


def owner_of(table: Table) -> Column[Any] | None:
    """Return the column that says whose a row is: the first required reference; None without one."""
    return next((column for column in table.columns if column.foreign_keys and not column.nullable), None)


def columns_of(table: str) -> tuple[str, ...]:
    """Return the names of the columns that an export has of a table."""
    if table == CARING:
        return CARING_COLUMNS
    known = SQLModel.metadata.tables[table].columns
    return tuple(column.name for column in known if f"{table}.{column.name}" not in LEFT_OUT)


async def _rows(
    tx: Transaction, table: Table, mine: ColumnElement[bool], names: tuple[str, ...] | None = None
) -> list[Row]:
    columns = [table.columns[name] for name in names or columns_of(table.name)]
    found = await tx.execute(select(*columns).where(mine).order_by(*table.primary_key))
    return [dict(row) for row in found.mappings()]


async def _ahead(tx: Transaction, person: Person, tables: Mapping[str, list[Row]], now: datetime) -> tuple[Ahead, ...]:
    """What rests, or waits for another, has no date yet."""
    if person.paused_since is not None:
        return ()
    running = [each for each in await regimens.of(tx, person) if each.status == regimens.ACTIVE]
    return tuple([await _one(tx, person, each, tables, now) for each in running if not links.waits(each)])


async def _one(
    tx: Transaction, person: Person, regimen: Regimen, tables: Mapping[str, list[Row]], now: datetime
) -> Ahead:
    ident = regimens.ident(regimen)
    recorded = {row["occurrence_id"] for row in tables["intake"]}
    raised = [row for row in tables["occurrence"] if row["regimen_id"] == ident]
    booked = [row for row in tables["appointment"] if row["regimen_id"] == ident and row["state"] == plans.BOOKED]
    return Ahead(
        ident,
        regimen.label,
        regimen.dose_text,
        await plans.current_course(tx, ident),
        occurrences.zone_of(person, regimen),
        max(now, regimen.planned_from),
        frozenset((row["local_date"], row["slot"]) for row in raised if row["id"] in recorded),
        {(row["local_date"], row["slot"]): row["place"] for row in booked},
    )
