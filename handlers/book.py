"""A booked injection: its date and time, its place, a preview; moving it, and cancelling it."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from handlers.adding.reading import facts_of
from handlers.context import Act
from handlers.plain_words import Ask
from handlers.plain_words.cleaning import cleaned
from handlers.plain_words.visits import read_visit
from handlers.presses_injection import Book, BookStep, Unbook
from handlers.reply import Reply, Show, say, show
from journal import appointments, bookings, drafts, people, regimens, timing
from journal.appointments import Visit
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.tables import Regimen

KIND = "book"  # of the draft row

Answers = dict[str, Any]


async def asked(act: Act, press: Book) -> Reply:
    """`Book a date`: when is it? Raises JournalError: gone, booking_old."""
    await appointments.still_next(act.tx, act.person, press.key, act.now)
    return await _show(act, {"id": secrets.token_hex(3), "subject": press.key.subject})


async def typed(act: Act, answers: Answers) -> Reply:
    """The date and time, then the place; once both are known, a hint at the buttons.

    Raises JournalError: those of appointments.check; too_long.
    """
    if "at" not in answers:
        return await _when(act, answers)
    if "place" in answers:
        return await _show(act, answers | {"why": "add-use-buttons"})
    place = cleaned(act.text)
    if len(place) > appointments.LONGEST:
        raise JournalError("too_long", most=appointments.LONGEST)
    return await _show(act, answers | ({"place": place} if any(map(str.isalnum, place)) else {}))


async def _when(act: Act, answers: Answers) -> Reply:
    found = read_visit(act.text, act.today)
    if isinstance(found, Ask):
        is_known = found.code in ("ambiguous_date", "bad_date")
        return say(f"add-ask-{found.code}", **facts_of(found, act.text)) if is_known else say("booking-unclear")
    at = timing.to_utc(found, people.zone_of(act.person))
    try:
        await appointments.check(act.tx, act.person, DoseKey.of(answers["subject"]), at, act.now)
    except JournalError as error:
        if error.code in ("booking_old", "gone"):  # it stays so: the question must not stay open
            await drafts.close(act.tx, act.person, KIND)
        return say(f"error-{error.code}", **error.facts)
    return await _show(act, answers | {"at": at.isoformat()})


async def pressed(act: Act, press: BookStep) -> Reply:
    """A button of the booking. Raises JournalError: bad_button, and those of appointments.book."""
    draft = await drafts.get(act.tx, act.person)
    answers = draft[1] if draft and draft[0] == KIND else None
    if answers is None or answers["id"] != press.draft:
        return Reply(say("booking-closed").shows, toast="toast-nothing-changed")
    match press.step:
        case "skip" if "at" in answers:
            return await _show(act, answers | {"place": ""}, edit=act.message)
        case "change":
            return await _show(act, {"id": answers["id"], "subject": answers["subject"]}, edit=act.message)
        case "save" if "place" in answers:
            return await _saved(act, answers)
        case "cancel":
            await drafts.close(act.tx, act.person, KIND)
            return show("text", edit=act.message, text="booking-stopped")
    raise JournalError("bad_button")


def visit_of(answers: Answers) -> Visit:
    """Return what the draft row holds once its moment is known."""
    return Visit(datetime.fromisoformat(answers["at"]), answers.get("place", ""))


async def _saved(act: Act, answers: Answers) -> Reply:
    key = DoseKey.of(answers["subject"])
    asks = await appointments.book(act.tx, act.person, key, visit_of(answers), act.now)
    await drafts.close(act.tx, act.person, KIND)
    reply = show("booked", edit=act.message, subject=key.subject)
    return reply.and_show(*say("booking-moved-again").shows) if asks else reply


async def unbook(act: Act, press: Unbook) -> Reply:
    """`Cancel the booking`: asked first. Raises JournalError: gone, booking_old."""
    await appointments.still_next(act.tx, act.person, press.key, act.now)
    if await bookings.of_key(act.tx, press.key) is None:
        raise JournalError("booking_old")
    if not press.sure:
        return show("unbook_sure", subject=press.key.subject)
    await appointments.cancel(act.tx, act.person, press.key, act.now)
    return show("unbooked", edit=act.message, regimen=press.regimen)


async def dropped(act: Act, regimen: Regimen) -> tuple[Show, ...]:
    """What is said when the plan of a booked injection is about to change or end: that its booking goes."""
    row = await bookings.live(act.tx, regimens.ident(regimen), act.now)
    if row is None:
        return ()
    return (Show("unbooked_with_plan", {"label": regimen.label, "day": people.local(act.person, row.at).isoformat()}),)


async def _show(act: Act, answers: Answers, edit: int | None = None) -> Reply:
    await drafts.put(act.tx, act.person, KIND, answers, act.now)
    return show("book", edit=edit)
