"""From claimed notices to facts, by today's truth: one small file per kind of notice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from journal import care_kinds, leaving_kinds, notices
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.compose import (
    care_alert,
    caring,
    change,
    checkin,
    digest,
    dose,
    helped,
    interference,
    lead,
    leaving,
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
    notices.CARE: caring.compose,
    care_kinds.DIGEST: digest.compose,
    care_kinds.CARE_DOSE: care_alert.compose,
    care_kinds.CARE_AGAIN: care_alert.compose_again,
    care_kinds.CARE_SILENT: care_alert.compose_silence,
    care_kinds.CARE_TOLD: care_alert.compose_told,
    care_kinds.CARE_HELPED: helped.compose,
    care_kinds.CARE_SHOWN: helped.compose_shown,
    care_kinds.CARE_ASKED: helped.compose_asked,
    care_kinds.CARE_LOST: helped.compose_lost,
    leaving_kinds.GONE: leaving.compose,
    leaving_kinds.REMOVAL: change.compose,
    "missed": missed.compose,
}


compose_many = dose.compose_many


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> Fact | None:
    """Return what there is to say about the parcel now; None when it has been settled, paused or deleted."""
    return await COMPOSERS[parcel.kind](tx, parcel, now)
