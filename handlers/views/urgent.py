"""The urgent list and the crisis text, with the numbers of the person's country (clinical.md 5)."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page, grid
from handlers.presses_urgent import Urgent, UrgentIn
from journal import helplines
from journal.preferences import COUNTRIES
from journal.red_flags import TIERS, TODAY
from locales import Words


def key(words: Words) -> Key:
    """The button that opens the list, for any page."""
    return Key(words.plain("button-urgent"), Urgent())


async def view(see: See, country: str = "") -> Page:
    """The whole list; `country` stands in for the person's own where that is not kept."""
    words, country = see.words, _country(see, country)
    calls = _calls(see, country)
    tiers = [_tier(words, tier, calls) for tier in TIERS]
    label = "button-urgent-country" if country else "button-urgent-choose"
    return Page("\n\n".join([*tiers, words("urgent-end")]), ((Key(words.plain(label), UrgentIn("")),),))


async def choose_country(see: See) -> Page:
    """Which country the numbers are to be of."""
    keys = [Key(see.words.plain(f"setting-country-{code}"), UrgentIn(code)) for code in COUNTRIES]
    return Page(see.words("urgent-which"), grid(keys, 2))


async def crisis(see: See) -> Page:
    """What is said at once to someone who wrote one of the fixed phrases."""
    return Page(see.words("crisis-reply", **_calls(see, _country(see))), ((key(see.words),),))


def _country(see: See, country: str = "") -> str:
    return country or (see.stored.country if see.stored else None) or ""


def _tier(words: Words, tier: str, calls: dict[str, str]) -> str:
    heading = words(f"urgent-tier-{tier}", **calls)
    signs = [words("urgent-entry", text=words(f"urgent-{entry}", **calls)) for entry in TIERS[tier]]
    return "\n".join([heading, *signs, *([words("urgent-call-today", **calls)] if tier == TODAY else [])])


def _calls(see: See, country: str) -> dict[str, str]:
    """Whom to call, by kind: a number, or the words that hold everywhere."""
    numbers = helplines.numbers(country, see.now.date())
    return {kind: see.words.plain(f"call-{kind}", number=number or "none") for kind, number in numbers.items()}
