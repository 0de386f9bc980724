"""Every setting with its present value, and what one of them can be."""

from __future__ import annotations

from handlers import setting_kinds
from handlers.context import See
from handlers.page import Key, Page, grid
from handlers.presses import Zone
from handlers.presses_settings import AskSetting, Settings, SetTo
from handlers.setting_kinds import ZONE, kinds, label, value_of
from handlers.views import symptoms, treatment
from journal import people
from locales.places import find_zones, guess_zones

PLACES = 6
PAIRS = ("summary", "names", "plain", "dark", "reactions", "country")
WIDTHS = {"checkin": 4, "day": 4, **dict.fromkeys(PAIRS, 2)}  # others: 1


async def view(see: See, changed: str = "") -> Page:
    """`/settings`."""
    words = see.words
    mine = kinds(see.person)
    keys = [Key(words.plain(f"setting-item-{what}", value=_value(see, what)), AskSetting(what)) for what in mine]
    lines = [words("settings-saved")] if changed else []
    rows = grid(keys, 1)
    if not people.only_cares(see.person):
        rows = (*rows, (symptoms.key_to(see),), (treatment.key_to(see),))
    return Page("\n".join([*lines, words("settings-heading")]), rows)


async def one(see: See, what: str, unclear: bool = False) -> Page:
    """The question about one setting, with its values as buttons."""
    words = see.words
    lines = [words("setting-unclear")] if unclear else []
    lines.append(words(f"setting-ask-{what}", value=_value(see, what)))
    back = (Key(words.plain("button-back"), Settings()),)
    return Page("\n".join(lines), (*grid(_keys(see, what), WIDTHS.get(what, 1)), back))


def _value(see: See, what: str) -> str:
    return label(what, value_of(what, see.person), see.words)


def _keys(see: See, what: str) -> list[Key]:
    if what != ZONE:
        return [Key(label(what, value, see.words), SetTo(what, value)) for value in setting_kinds.values(what)]
    zones = guess_zones(see.person.language)[:PLACES]
    return [Key(_place(see, name), Zone(name)) for name in zones]


def _place(see: See, name: str) -> str:
    places = find_zones(name, see.person.language, 1)
    return places[0].name if places else name
