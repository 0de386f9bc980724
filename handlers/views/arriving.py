"""First contact, page by page, and where things stand once everything is answered."""

from __future__ import annotations

from datetime import time

from handlers.context import See
from handlers.page import Key, Page, grid
from handlers.presses import Agree, CheckinAt, SummaryOn, Zone
from handlers.views.control import standing
from locales.places import find_zones, guess_zones

CHECKIN_HOURS = (9, 12, 15, 18, 19, 20, 21, 22)
SUMMARY_DAYS = (
    6,
    0,
    5,
    1,
    2,
    3,
    4,
)  # Sunday first: weekly diaries have fewest gaps when asked then (clinical.md)


async def welcome(see: See) -> Page:
    """What this is and is not, and the consent."""
    words = see.words
    parts = [words("welcome"), words("welcome-purpose"), words("welcome-terms")]
    return Page("\n\n".join(parts), ((Key(words.plain("button-agree"), Agree()),),))


async def ask_zone(see: See) -> Page:
    """The time zone: likely ones as buttons, a city typed, or the location shared."""
    keys = [Key(_place(see, name), Zone(name)) for name in guess_zones(see.person.language)[:4]]
    return Page(see.words("zone-ask"), grid(keys, 2))


def _place(see: See, name: str) -> str:
    places = find_zones(name, see.person.language, 1)
    return places[0].name if places else name


async def choose_zone(see: See, text: str) -> Page:
    """Several places bear the typed name."""
    places = find_zones(text, see.person.language)
    keys = [Key(see.words.plain("zone-place", name=each.name, zone=each.zone), Zone(each.zone)) for each in places]
    return Page(see.words("zone-choose"), grid(keys, 1))


async def ask_checkin(see: See) -> Page:
    """When to ask for the daily check-in."""
    now = see.words.time(see.local(see.now))
    keys = [Key(see.words.time(time(hour)), CheckinAt(hour * 60)) for hour in CHECKIN_HOURS]
    return Page(see.words("checkin-ask", zone=see.person.zone or "", time=now), grid(keys, 4))


async def ask_summary(see: See) -> Page:
    """On which day the summary comes."""
    keys = [Key(see.words.weekday(day), SummaryOn(day)) for day in SUMMARY_DAYS]
    return Page(see.words("summary-ask"), grid(keys, 2))


async def ready(see: See) -> Page:
    """Where things stand."""
    return Page(await standing(see))
