"""The access log: what happened to a person's data through their care links, for that person to see."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlmodel import col

from journal import people
from journal.tables import AccessLog, CareLink, Person
from journal.transaction import Transaction, store

INVITED, ACCEPTED, DECLINED, CONFIRMED = "invited", "accepted", "declined", "confirmed"
CHANGED, ENDED, LEFT = "changed", "ended", "left"  # left: the other person has deleted everything
EXPORTED = "exported"  # by the person
DELETED = "deleted"  # something that the person had written
COUNTED = "counted"  # the person runs the bot and looked at its counts: nothing of anybody's
BY_SELF = (EXPORTED, DELETED, COUNTED)
LOOKED = "looked"  # a caregiver, at open doses
WRONG_LINK = "wrong_link"  # this person has opened a link that does not work: never listed
SHOWN = 30
KEEP_NAME = timedelta(days=1)  # of somebody who has deleted everything: as long as it takes to say so


def subject(row: int) -> str:
    """Return the subject of the notice that tells of a row; it outlives the link."""
    return f"accesslog:{row}"


def row_of(subject: str) -> int:
    """Return the id of the row that the notice tells of; 0 when it tells of something else."""
    name, _, number = subject.partition(":")
    return int(number) if name == "accesslog" else 0


async def log(tx: Transaction, patient_id: int, link_id: int | None, what: str, now: datetime, detail: str = "") -> int:
    """Write down what happened; return the id of the row."""
    row = AccessLog(person_id=patient_id, link_id=link_id, what=what, detail=detail, at=now)
    await store(tx, row)
    assert row.id is not None
    return row.id


async def since(tx: Transaction, link_id: int, what: str, moment: datetime) -> bool:
    """Tell whether this has happened through the link since a moment."""
    same = (col(AccessLog.link_id) == link_id, col(AccessLog.what) == what, col(AccessLog.at) > moment)
    return (await tx.execute(select(col(AccessLog.id)).where(*same).limit(1))).first() is not None


async def deleted(tx: Transaction, person: Person, now: datetime) -> None:
    """Write down that the person has deleted something."""
    await log(tx, people.ident(person), None, DELETED, now)


async def listed(tx: Transaction, patient: Person) -> list[tuple[AccessLog, str]]:
    """Return the last SHOWN rows, newest first, each with the caregiver's name ("" once they are not known here)."""
    mine = (col(AccessLog.person_id) == people.ident(patient), col(AccessLog.what) != WRONG_LINK)
    joined = select(AccessLog, CareLink).outerjoin(CareLink, col(CareLink.id) == col(AccessLog.link_id))
    newest = joined.where(*mine).order_by(col(AccessLog.id).desc()).limit(SHOWN)
    return [(row, link.caregiver_name if link else "") for row, link in await tx.execute(newest)]


async def wrong_links(tx: Transaction, person: Person, since: datetime) -> int:
    """Return how many links that do not work the person has opened since a moment."""
    mine = (col(AccessLog.person_id) == people.ident(person), col(AccessLog.what) == WRONG_LINK)
    query = select(func.count()).select_from(AccessLog).where(*mine, col(AccessLog.at) >= since)
    return int((await tx.execute(query)).scalar_one())


async def purge(tx: Transaction, now: datetime) -> None:
    """Forget the names of people who have deleted everything, and wrong links of days gone by."""
    old = (col(AccessLog.what) == LEFT, col(AccessLog.at) < now - KEEP_NAME)
    await tx.execute(update(AccessLog).where(*old).values(detail=""))
    wrong = (col(AccessLog.what) == WRONG_LINK, col(AccessLog.at) < now - KEEP_NAME)
    await tx.execute(delete(AccessLog).where(*wrong))
