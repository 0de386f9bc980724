"""A new time zone: what each answer would move, and what was decided."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses_settings import DoseTimes
from handlers.travel import HOME, KIND, LOCAL, STAY, TIMES
from handlers.views.dose_words import name_of
from handlers.views.plan_words import moment
from journal import drafts, regimens, travel, upcoming
from journal.travel import Move
from locales import Html

MOST = 8  # regimens that are shown


async def ask(see: See, unclear: bool = False) -> Page:
    """The question, with the next dose of each regimen under both answers by the clock of the new zone."""
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != KIND or draft[1].get("what") != TIMES:
        return Page(see.words("travel-old-question"))
    words, zone = see.words, draft[1]["zone"]
    there = see.now.astimezone(ZoneInfo(zone))
    found = await travel.moves(see.tx, see.person, zone, see.now)
    lines: list[str] = [words("travel-unclear")] if unclear else []
    lines.append(words("travel-ask", zone=zone, time=words.time(there)))
    lines += [_line(see, each, there) for each in found[:MOST]]
    if len(found) > MOST:
        lines.append(words("travel-more", count=len(found) - MOST))
    lines += ["", words("travel-explain")]
    home, local, stay = (
        Key(words.plain(f"travel-button-{answer}"), DoseTimes(draft[1]["id"], answer)) for answer in (HOME, LOCAL, STAY)
    )
    return Page("\n".join(lines), ((home, local), (stay,)))


def _line(see: See, move: Move, there: datetime) -> Html:
    home, local = (_at(see, at, there) for at in (move.home, move.local))
    if move.apart:
        local = see.words.plain("travel-apart", time=local, hours=round(move.apart / timedelta(hours=1)))
    return see.words("travel-line", dose=name_of(move.label, "", see.words), home=home, local=local)


def _at(see: See, at: datetime | None, there: datetime) -> str:
    if at is None:
        return see.words.plain("travel-never")
    said = moment(at.astimezone(there.tzinfo), there, see.words)
    return see.words.plain("travel-right-away", time=said) if at <= see.now else said


async def done(see: See, text: str = "travel-done") -> Page:
    """The new zone, what keeps home times, and the next dose."""
    words, person = see.words, see.person
    lines = [words(text, zone=person.zone or "", time=words.time(see.local(see.now)))]
    lines += [
        words("travel-keeps", dose=name_of(each.label, "", words), zone=each.zone)
        for each in await regimens.of(see.tx, person)
        if each.zone
    ]
    label, at = await upcoming.next_dose(see.tx, person, see.now)
    if at is not None:
        local = moment(see.local(at), see.local(see.now), words)
        lines.append(words("travel-next", dose=words.name(label or ""), time=local))
    return Page("\n".join(lines))


async def same(see: See) -> Page:
    """The zone was this one already."""
    return await done(see, "travel-same")
