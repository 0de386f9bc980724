"""From claimed notices to facts, by today's truth: one small file per kind of notice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from journal import notices
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.compose import (
    change,
    checkin,
    dose,
    interference,
    lead,
    link,
    missed,
    nudge,
    phases,
    reaction,
    resume,
    stock,
    summary,
)
from scheduler.facts import Fact

Composer = Callable[[Transaction, Parcel, datetime], Awaitable[Fact | None]]

COMPOSERS: dict[str, Composer] = {
    notices.DOSE: dose.compose,
    notices.NUDGE: nudge.compose,
    notices.LEAD: lead.compose,
    notices.CHECKIN: checkin.compose,
    notices.CHECKIN_AGAIN: checkin.compose_second,
    notices.SUMMARY: summary.compose,
    notices.INTERFERENCE: interference.compose,
    notices.RESUME: resume.compose,
    notices.CHANGE: change.compose,
    notices.STOCK: stock.compose,
    notices.STOCK_OUT: stock.compose_out,
    notices.PHASE: phases.compose,
    notices.LINK: link.compose,
    notices.CLINIC: phases.compose_question,
    notices.REACTION: reaction.compose,
    "missed": missed.compose,
}


compose_many = dose.compose_many


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> Fact | None:
    """Return what there is to say about the parcel now; None when it has been settled, paused or deleted."""
    return await COMPOSERS[parcel.kind](tx, parcel, now)
