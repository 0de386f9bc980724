"""Notices: what the bot owes whom and when. Written with the truth that causes them, claimed by a lease."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, or_, select, update
from sqlmodel import col

from journal import care_kinds, leaving_kinds
from journal.dialect import insert_or_ignore
from journal.tables import Notice
from journal.transaction import PLANNED, Transaction, table_of

WAITING, SENT, DROPPED, REFUSED, UNKNOWN = "waiting", "sent", "dropped", "refused", "unknown"
SAID = (SENT, UNKNOWN)  # it went, perhaps
DOSE, CHECKIN, SUMMARY = "dose", "checkin", "summary"
NUDGE = "nudge"  # the same subject as the dose that it brings up again
ABOUT_DOSE = (DOSE, NUDGE)
LEAD = "lead"  # an injection lies ahead: the number says in how many days
CHECKIN_AGAIN = "checkin_again"  # the same subject as the check-in that it brings up once more
RESUME = "resume"  # the end of a pause
CHANGE = "change"  # a change of a plan takes hold: says nothing
STOCK, STOCK_OUT = "stock", "stock_out"  # a supply runs low; the count says that none is left
PHASE, CLINIC = "phase", "clinic"  # a part of a plan is over; has the clinic changed an open-ended one?
INTERFERENCE = "interference"  # how much did it get in the way? The same subject as its summary
LINK = "link"  # what a regimen waits for was deleted or has ended
REACTION = "reaction"  # was there one to the injection of the day before?
CARE = "care"  # news of a care link: what the other side has done
DIGESTS = (SUMMARY, care_kinds.DIGEST)  # what may be spread over its hour
# Never in the one message after downtime.
STAND_ALONE = (*care_kinds.ALL, *leaving_kinds.ALL, CARE, PHASE, CLINIC, LINK, REACTION, LEAD, INTERFERENCE)
KEPT = (*care_kinds.ALL, SUMMARY, RESUME, CHANGE, CARE)  # what comes although everything else rests

# An unknown outcome is offered at the next contact, never sent again.
AT_MOST_ONCE = frozenset({SUMMARY, RESUME, REACTION, INTERFERENCE, *care_kinds.SENT_ONCE})


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice that one courier holds for now."""

    id: int
    person_id: int
    kind: str
    subject: str
    n: int
    due_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice to be planned."""

    person_id: int
    kind: str
    subject: str
    due_at: datetime
    n: int = 0


async def plan(tx: Transaction, person_id: int, kind: str, subject: str, due_at: datetime, n: int = 0) -> None:
    """Owe the person this notice from `due_at` on; the same (subject, kind, n) is owed once, ever."""
    await plan_many(tx, [Owed(person_id, kind, subject, due_at, n)])


async def plan_many(tx: Transaction, owed: Iterable[Owed]) -> None:
    """Plan several notices at once."""
    if rows := [_row(each) for each in owed]:
        await tx.execute(insert_or_ignore(tx, table_of(Notice)), rows)
        tx.info[PLANNED] = True


def _row(owed: Owed) -> dict[str, object]:
    return {
        "person_id": owed.person_id,
        "kind": owed.kind,
        "subject": owed.subject,
        "n": owed.n,
        "due_at": owed.due_at,
        "ready_at": owed.due_at,
        "state": WAITING,
        "attempts": 0,
    }


async def cancel(tx: Transaction, kind: str, subject: str) -> None:
    """Forget what still waits about `subject`; what was sent stays on record."""
    await tx.execute(
        delete(Notice).where(col(Notice.subject) == subject, col(Notice.kind) == kind, col(Notice.state) == WAITING)
    )


async def postpone(tx: Transaction, notice_id: int, until: datetime) -> None:
    """Have a waiting notice meant for `until` instead."""
    await tx.execute(update(Notice).where(col(Notice.id) == notice_id).values(due_at=until, ready_at=until))


async def cancel_dose(tx: Transaction, subject: str) -> None:
    """Forget every waiting reminder and nudge about a dose."""
    about = (col(Notice.subject) == subject, col(Notice.kind).in_(ABOUT_DOSE))
    await tx.execute(delete(Notice).where(*about, col(Notice.state) == WAITING))


async def next_n(tx: Transaction, kind: str, subject: str) -> int:
    """Return the number for a further notice of this kind about `subject`."""
    query = select(func.max(Notice.n)).where(col(Notice.subject) == subject, col(Notice.kind) == kind)
    top = (await tx.execute(query)).scalar()
    return 0 if top is None else int(top) + 1


async def waits(tx: Transaction, person_id: int, after: datetime, before: datetime) -> bool:
    """Return whether anything is owed to the person between these moments, both excluded."""
    query = select(col(Notice.id)).where(
        col(Notice.person_id) == person_id, col(Notice.state) == WAITING, col(Notice.due_at) > after
    )
    return (await tx.execute(query.where(col(Notice.due_at) < before).limit(1))).first() is not None


async def message_of(tx: Transaction, kind: str, subject: str) -> int | None:
    """Return the newest message that said this kind about `subject`; None when none did."""
    query = select(func.max(Notice.message_id)).where(col(Notice.subject) == subject, col(Notice.kind) == kind)
    return (await tx.execute(query)).scalar()


async def said_since(tx: Transaction, person_id: int, kind: str, since: datetime) -> list[str]:
    """Return the subjects of what was said of this kind to the person since a moment."""
    mine = (col(Notice.person_id) == person_id, col(Notice.kind) == kind, col(Notice.state) == SENT)
    query = select(col(Notice.subject)).where(*mine, col(Notice.settled_at) >= since).distinct()
    return list((await tx.execute(query)).scalars())


async def next_due(tx: Transaction) -> datetime | None:
    """Return when the next waiting notice can be claimed; None when nothing waits."""
    return (await tx.execute(select(func.min(Notice.ready_at)).where(col(Notice.state) == WAITING))).scalar()


async def due_now(tx: Transaction, now: datetime) -> tuple[int, datetime | None]:
    """Return how many notices are due and not delivered, and since when the oldest of them has been.

    A digest that was given its moment later in the hour is not due yet.
    """
    is_due = or_(col(Notice.kind).not_in(DIGESTS), col(Notice.ready_at) <= now)
    query = select(func.count(), func.min(Notice.due_at)).where(col(Notice.state) == WAITING, is_due)
    count, oldest = (await tx.execute(query.where(col(Notice.due_at) <= now))).one()
    return count, oldest


async def due_of(tx: Transaction, people: Sequence[int], now: datetime) -> list[Claimed]:
    """Return what can be claimed now for these people, oldest first."""
    query = (
        select(
            col(Notice.id),
            col(Notice.person_id),
            col(Notice.kind),
            col(Notice.subject),
            col(Notice.n),
            col(Notice.due_at),
            col(Notice.attempts),
        )
        .where(col(Notice.state) == WAITING, col(Notice.ready_at) <= now, col(Notice.person_id).in_(people))
        .order_by(col(Notice.due_at), col(Notice.id))
    )
    return [Claimed(*row) for row in await tx.execute(query)]  # type: ignore[arg-type]  # a stored row has its id


async def lease(tx: Transaction, ids: Sequence[int], owner: str, until: datetime) -> None:
    """Hold these notices for `owner` until `until`; another courier may claim them after that."""
    await tx.execute(
        update(Notice).where(col(Notice.id).in_(ids)).values(lease=owner, ready_at=until, attempts=Notice.attempts + 1)
    )


async def settle(
    tx: Transaction, ids: Sequence[int], owner: str, state: str, now: datetime, message_id: int | None = None
) -> None:
    """Close notices that `owner` holds with their final `state`; another owner's are left alone."""
    await settle_many(tx, [(each, state, message_id) for each in ids], owner, now)


async def settle_many(tx: Transaction, ends: Iterable[tuple[int, str, int | None]], owner: str, now: datetime) -> None:
    """Settle each of (id, state, message id), as `settle` does."""
    table = table_of(Notice)
    held = (table.c.id == bindparam("held"), table.c.lease == owner, table.c.state == WAITING)
    new = {"state": bindparam("end"), "settled_at": now, "message_id": bindparam("message")}
    if rows := [{"held": ident, "end": state, "message": message} for ident, state, message in ends]:
        await tx.execute(update(table).where(*held).values(**new), rows)


async def put_back(tx: Transaction, ids: Sequence[int], owner: str, until: datetime, untried: bool = False) -> None:
    """Let notices that `owner` holds be claimed again from `until` on; `untried`: surely nothing was sent."""
    again = {"ready_at": until} | ({"attempts": 0} if untried else {})
    await tx.execute(
        update(Notice)
        .where(col(Notice.id).in_(ids), col(Notice.lease) == owner, col(Notice.state) == WAITING)
        .values(**again)
    )


async def step_aside(tx: Transaction, notice_id: int, until: datetime) -> None:
    """Let a notice that cannot even be claimed wait until `until`."""
    await tx.execute(update(Notice).where(col(Notice.id) == notice_id).values(ready_at=until))


async def cancel_all(tx: Transaction, person_id: int) -> None:
    """Forget everything that still waits for the person, but for their removal."""
    waiting = (col(Notice.person_id) == person_id, col(Notice.state) == WAITING)
    await tx.execute(delete(Notice).where(*waiting, col(Notice.kind).not_in(leaving_kinds.ALL)))


async def rest(tx: Transaction, person_id: int) -> None:
    """Forget what still waits for the person, but for what comes in a pause as well."""
    waiting = (col(Notice.person_id) == person_id, col(Notice.state) == WAITING)
    await tx.execute(delete(Notice).where(*waiting, col(Notice.kind).not_in(KEPT)))


async def take_unknown(tx: Transaction, person_id: int) -> list[tuple[str, str]]:
    """Return kind and subject of each notice whose delivery is unknown, and close them: they are being offered now."""
    where = (col(Notice.person_id) == person_id, col(Notice.state) == UNKNOWN)
    rows = await tx.execute(select(col(Notice.kind), col(Notice.subject)).where(*where))
    found = [(kind, name) for kind, name in rows]
    if found:
        await tx.execute(update(Notice).where(*where).values(state=SENT))
    return found


async def last_sent(tx: Transaction, person_id: int) -> datetime | None:
    """Return when a notice was last delivered to the person."""
    query = select(func.max(Notice.settled_at)).where(col(Notice.person_id) == person_id, col(Notice.state) == SENT)
    return (await tx.execute(query)).scalar()


async def purge(tx: Transaction, now: datetime) -> None:
    """Remove settled notices older than 400 days."""
    limit = now - timedelta(days=400)
    await tx.execute(delete(Notice).where(col(Notice.state) != WAITING, col(Notice.settled_at) < limit))
