"""Who may use the bot: a closed bot admits people by single-use links (DESIGN section 5, ACCESS)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlmodel import col

from journal.tables import InstanceFact, Invitation, Person
from journal.transaction import Transaction

OPEN, INVITE = "open", "invite"
VALID_FOR = timedelta(hours=24)
_ACCESS = "access"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def has_operator(tx: Transaction) -> bool:
    """Tell whether somebody has opened the operator's link."""
    return (await tx.execute(select(col(Person.id)).where(col(Person.operator)))).first() is not None


async def invite(tx: Transaction, now: datetime, for_operator: bool = False) -> str:
    """Return the token of a fresh single-use invitation; a new operator's link replaces the old one."""
    if for_operator:
        await tx.execute(delete(Invitation).where(col(Invitation.for_operator)))
    token = secrets.token_urlsafe(24)
    expires = now + (timedelta(days=365) if for_operator else VALID_FOR)
    tx.add(Invitation(token_hash=_hash(token), for_operator=for_operator, created_at=now, expires_at=expires))
    await tx.flush()
    return token


async def use(tx: Transaction, person: Person, token: str, now: datetime) -> bool:
    """Admit the person by an unused, unexpired token; False for any other."""
    query = select(Invitation).where(col(Invitation.token_hash) == _hash(token))
    row = (await tx.execute(query.with_for_update())).scalar_one_or_none()
    if row is None or row.used_at is not None or row.expires_at <= now:
        return False
    row.used_at = now
    person.admitted_at = now
    person.operator = person.operator or row.for_operator
    return True


async def mode(tx: Transaction, default: str) -> str:
    """Return OPEN or INVITE: the operator's choice, else the setting's."""
    row = await tx.get(InstanceFact, _ACCESS)
    return default if row is None else row.value


async def set_mode(tx: Transaction, value: str) -> None:
    """Keep the operator's choice."""
    row = await tx.get(InstanceFact, _ACCESS)
    if row is None:
        tx.add(InstanceFact(name=_ACCESS, value=value))
    else:
        row.value = value
    await tx.flush()


async def admitted(tx: Transaction, person: Person, default: str) -> bool:
    """Tell whether the person may use the bot: whoever has agreed while they could stays in, for they are reminded."""
    return person.admitted_at is not None or person.agreed_at is not None or await mode(tx, default) == OPEN
