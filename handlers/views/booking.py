"""A booked injection: the dialogue, what is booked, and what a cancelled booking goes back to."""

from __future__ import annotations

from datetime import datetime

from handlers.book import KIND, visit_of
from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses_injection import BookStep, Unbook
from handlers.views import plan_words
from handlers.views.booking_keys import book_key, change_keys
from handlers.views.dose_words import name_of
from journal import appointments, bookings, drafts, occurrences, regimens
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.tables import Regimen


async def dialogue(see: See) -> Page:
    """The open question of the booking, or its preview."""
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != KIND:
        return Page(see.words("booking-closed"))
    answers, words, ident = draft[1], see.words, draft[1]["id"]
    key = DoseKey.of(answers["subject"])
    dose = await _name(see, key.regimen)
    cancel = Key(words.plain("add-button-cancel"), BookStep(ident, "cancel"))
    if "at" not in answers:
        planned = await occurrences.planned_now(see.tx, see.person, key)
        if planned is None:
            raise JournalError("booking_old")
        return Page(words("booking-when", dose=dose, planned=_moment(see, planned)), ((cancel,),))
    visit = visit_of(answers)
    if "place" not in answers:
        skip = Key(words.plain("add-button-skip"), BookStep(ident, "skip"))
        return Page(words("booking-where", time=_moment(see, visit.at)), ((skip, cancel),))
    lines = [
        words("add-preview"),
        dose,
        _said(see, visit.at, visit.place),
        words(answers.get("why") or "add-not-saved"),
    ]
    save = Key(words.plain("add-button-save"), BookStep(ident, "save"))
    change = Key(words.plain("add-button-change"), BookStep(ident, "change"))
    return Page("\n".join(lines), ((save, change, cancel),))


async def booked(see: See, subject: str) -> Page:
    """What is booked, as it stands."""
    key = DoseKey.of(subject)
    row, dose = await bookings.of_key(see.tx, key), await _name(see, key.regimen)
    if row is None:
        raise JournalError("booking_old")
    text = see.words("booking-saved", dose=dose, booked=_said(see, row.at, row.place))
    return Page(text, change_keys(key, see.words))


async def sure(see: See, subject: str) -> Page:
    """Asks once, with the date that it goes back to."""
    key = DoseKey.of(subject)
    row, dose = await bookings.of_key(see.tx, key), await _name(see, key.regimen)
    if row is None:
        raise JournalError("booking_old")
    yes = Key(see.words.plain("booking-yes-cancel"), Unbook(key.regimen, key.day, key.slot, True))
    return Page(see.words("booking-ask-cancel", dose=dose, booked=_said(see, row.at, row.place)), ((yes,),))


async def cancelled(see: See, regimen: int) -> Page:
    """The booking is gone; what is due or comes next."""
    found = await regimens.own(see.tx, see.person, regimen)
    dose, key = await _name(see, regimen), await appointments.bookable(see.tx, see.person, found, see.now)
    at = await occurrences.planned_now(see.tx, see.person, key) if key else None
    if key is None or at is None:
        return Page(see.words("booking-gone", dose=dose))
    said = "booking-back-due" if at <= see.now else "booking-back"
    return Page(see.words(said, dose=dose, time=_moment(see, at)), ((book_key(key, see.words),),))


async def with_plan(see: See, label: str, day: str) -> Page:
    """A changed or ended plan took the booking with it."""
    local = datetime.fromisoformat(day)
    time = plan_words.moment(local, see.local(see.now), see.words)
    return Page(see.words("booking-with-plan", dose=see.words.name(label), time=time))


async def on_page(see: See, regimen: Regimen) -> tuple[list[str], Rows]:
    """The lines and buttons about bookings on an injection's page."""
    key = await appointments.bookable(see.tx, see.person, regimen, see.now)
    if key is None:
        return [], ()
    row = await bookings.of_key(see.tx, key)
    if row is None:
        return [], ((book_key(key, see.words),),)
    return [_said(see, row.at, row.place)], change_keys(key, see.words)


def _said(see: See, at: datetime, place: str) -> str:
    time = _moment(see, at)
    return see.words("booking-line-place", time=time, place=place) if place else see.words("booking-line", time=time)


def _moment(see: See, at: datetime) -> str:
    return plan_words.moment(see.local(at), see.local(see.now), see.words)


async def _name(see: See, regimen: int) -> str:
    found = await regimens.own(see.tx, see.person, regimen)
    return name_of(found.label, found.dose_text, see.words)
