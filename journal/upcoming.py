"""What lies ahead: the next planned dose, and the next injection with its booking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlmodel import col

from journal import people, regimens
from journal.bookings import BOOKED_FOR
from journal.injections import ROUTE
from journal.tables import Appointment, Intake, Occurrence, Person, Regimen
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Coming:
    """A planned injection that lies ahead; `place` is where it is booked (perhaps ""), None when it is not."""

    label: str
    at: datetime
    place: str | None = None


async def next_dose(tx: Transaction, person: Person, now: datetime) -> tuple[str | None, datetime | None]:
    """Return the name and moment of the person's next planned dose; (None, None) when none is."""
    row = (await tx.execute(_ahead(person, now))).first()
    return (None, None) if row is None else (row[0], row[1])


async def next_injection(tx: Transaction, person: Person, now: datetime) -> Coming | None:
    """Return the next planned injection."""
    row = (await tx.execute(_ahead(person, now).where(col(Regimen.route) == ROUTE))).first()
    return Coming(row[0], row[1], row[2]) if row else None


def _ahead(person: Person, now: datetime) -> Select[str, datetime, str]:
    """Name, moment and booked place of the next planned dose."""
    return (
        select(col(Regimen.label), col(Occurrence.planned_at), col(Appointment.place))
        .select_from(Occurrence)
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .outerjoin(Appointment, BOOKED_FOR)
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Regimen.status) == regimens.ACTIVE,
            col(Occurrence.planned_at) > now,
            col(Intake.id).is_(None),
        )
        .order_by(col(Occurrence.planned_at))
        .limit(1)
    )
