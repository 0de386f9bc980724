"""First contact: who may come in, the consent, and the four questions; each answer is a row at once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time

from handlers import travel
from handlers.context import Act
from handlers.plain_words import read_times, read_weekdays
from handlers.presses import Agree, CheckinAt, SummaryOn, Zone
from handlers.reply import Reply, say, show
from journal import access, drafts, people, planning
from journal.errors import JournalError
from journal.tables import Person
from journal.transaction import Transaction
from locales.places import find_zones, zone_at


async def gate(act: Act, before_consent: bool, caring: bool = False) -> Reply | None:
    """Return what is said instead to someone who may not act yet; None when they may.

    Somebody who only reads along may do what is for `caring`.
    """
    only_cares = people.only_cares(act.person)
    if only_cares and caring:
        return None
    if not await access.admitted(act.tx, act.person, act.access):
        return None if before_consent and only_cares else say("closed")
    if act.person.agreed_at is None and not before_consent:
        return show("caregivers", elsewhere=True) if only_cares else show("welcome")
    return None


async def asked(act: Act) -> bool:
    """Tell whether words are the answer to something."""
    return people.open_question(act.person) is not None or await drafts.get(act.tx, act.person) is not None


async def start(act: Act) -> Reply:
    """`/start`: an invitation's token, the next open question, or where things stand."""
    if act.text and await access.use(act.tx, act.person, act.text, act.now):
        if act.person.operator:
            return show("operator").and_show(*ask(act.person).shows)
        return ask(act.person)
    if not await access.admitted(act.tx, act.person, act.access):
        return say("invitation-used" if act.text else "closed")
    return ask(act.person)


def ask(person: Person, edit: int | None = None) -> Reply:
    """Return the page of the first open question; once all are answered, where things stand."""
    question = people.open_question(person)
    if question is None and people.only_cares(person):
        return show("caregivers", edit=edit)
    views = {"agree": "welcome", "zone": "ask_zone", "checkin": "ask_checkin", "summary": "ask_summary"}
    return show(views.get(question or "", "ready"), edit=edit)


async def agreed(act: Act, press: Agree) -> Reply:
    """`I agree`; who reads along is let into a closed bot only once the patient has confirmed."""
    if not await access.admitted(act.tx, act.person, act.access):
        return say("closed")
    await people.agree(act.tx, act.person, act.now)
    return ask(act.person, act.message)


async def zone_pressed(act: Act, press: Zone) -> Reply:
    """A zone from a list; after first contact doses may have to be asked about."""
    if people.open_question(act.person) is None:
        return await travel.to(act, press.name)
    return await _set_zone(act, press.name)


async def checkin_pressed(act: Act, press: CheckinAt) -> Reply:
    """A time for the check-in from the list."""
    if not 0 <= press.minutes < 24 * 60:
        raise JournalError("bad_button")
    if people.open_question(act.person) != "checkin":
        return _as_it_stands(act)
    return await _set_checkin(act, time(press.minutes // 60, press.minutes % 60))


async def summary_pressed(act: Act, press: SummaryOn) -> Reply:
    """A day for the summary from the list."""
    if people.open_question(act.person) != "summary":
        return _as_it_stands(act)
    return await _set_summary(act, press.weekday)


def _as_it_stands(act: Act) -> Reply:
    """A button of a question that was answered: it shows what is open now, and changes nothing."""
    return Reply(ask(act.person, act.message).shows, "toast-nothing-changed")


async def located(act: Act, latitude: float, longitude: float) -> Reply:
    """A shared location answers the question about the zone, or says where the person is now; it is not kept."""
    question = people.open_question(act.person)
    if question not in ("zone", None):
        return say("location-not-asked")
    zone = zone_at(latitude, longitude)
    if zone is None:
        return say("zone-nowhere")
    return await (_set_zone(act, zone) if question else travel.to(act, zone))


async def answered(act: Act) -> Reply:
    """Typed words as the answer to the open question."""
    match people.open_question(act.person):
        case "zone":
            return await _typed_zone(act)
        case "checkin":
            times = read_times(act.text)
            return await _set_checkin(act, times[0]) if times and len(times) == 1 else say("time-not-understood")
        case "summary":
            days = read_weekdays(act.text)
            return await _set_summary(act, days[0]) if days and len(days) == 1 else say("day-not-understood")
        case _:
            return ask(act.person)


async def _typed_zone(act: Act) -> Reply:
    places = find_zones(act.text, act.person.language)
    if not places:
        return say("zone-not-found")
    if len({place.zone for place in places}) == 1:
        return await _set_zone(act, places[0].zone)
    return show("choose_zone", text=act.text)


async def _set_zone(act: Act, zone: str) -> Reply:
    try:
        people.answer_zone(act.person, zone)
    except (KeyError, ValueError, OSError):
        raise JournalError("bad_button") from None
    await plan_all(act.tx, act.person, act.now)
    return ask(act.person, act.message)


async def _set_checkin(act: Act, at: time) -> Reply:
    people.answer_checkin(act.person, at)
    await plan_all(act.tx, act.person, act.now)
    return ask(act.person, act.message)


async def _set_summary(act: Act, weekday: int) -> Reply:
    people.answer_summary(act.person, weekday)
    await plan_all(act.tx, act.person, act.now)
    return ask(act.person, act.message)


async def plan_all(tx: Transaction, person: Person, now: datetime) -> None:
    """Plan everything that the person's answers decide."""
    await planning.everything(tx, person, now)


def with_message(act: Act, message: int | None) -> Act:
    """Return the act with the message whose button was pressed."""
    return replace(act, message=message)


def query_id(payload: str) -> str | None:
    """Return the callback query id of a stored update, so that even a fault answers the button."""
    query = json.loads(payload).get("callback_query") if payload else None
    return query.get("id") if isinstance(query, dict) else None
