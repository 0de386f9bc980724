"""Tags of a day: what else there was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from handlers.context import See
from handlers.page import Key, Page, grid
from handlers.presses_log import HistoryDay
from handlers.presses_symptoms import DayTags, OwnTag, Sheet, SwitchTag
from journal import tags
from journal.symptoms import TAGS
from journal.tags import Choice
from locales import Words


def said(choices: Iterable[Choice], words: Words) -> str:
    """What there was, in one line; "" when nothing was."""
    on = [called(each.code, each.label, words) for each in choices if each.on]
    return words("tags-said", tags=" · ".join(on)) if on else ""


def called(code: str, label: str, words: Words) -> str:
    """A tag's name as plain text: the person's own label, or the word for its code."""
    return label or words.plain(f"tag-{code}")


async def view(see: See, day: str, past: bool) -> Page:
    """Every tag, those of the day marked by a word. `past`: opened in the history."""
    on, words = date.fromisoformat(day), see.words
    choices = await tags.choices(see.tx, see.person, on)
    keys = [Key(_label(each, words), SwitchTag(on, each.code, not each.on, past)) for each in choices]
    own = [Key(words.plain("tags-own-add"), OwnTag(on, 0, "add", past))]
    if any(each.code not in TAGS for each in choices):
        own.append(Key(words.plain("tags-own-remove"), OwnTag(on, 0, "list", past)))
    done = Key(words.plain("tags-done"), HistoryDay(on) if past else Sheet(on))
    return Page(words("tags-ask", day=words.date(on)), (*grid(keys, 2), tuple(own), (done,)))


def _label(each: Choice, words: Words) -> str:
    name = called(each.code, each.label, words)
    return words.plain("tags-on", tag=name) if each.on else name


async def own(see: See, day: str, past: bool) -> Page:
    """Which own tag to remove."""
    on, words = date.fromisoformat(day), see.words
    mine = [each for each in await tags.choices(see.tx, see.person, on) if each.code not in TAGS]
    keys = [Key(each.label, OwnTag(on, each.tag, "remove", past)) for each in mine]
    return Page(words("tags-remove-ask"), (*grid(keys, 2), (_back(see, on, past),)))


async def ask(see: See, day: str, past: bool) -> Page:
    """Asks for the name of an own tag."""
    return Page(see.words("tags-own-ask", most=tags.LONGEST), ((_back(see, date.fromisoformat(day), past),),))


def _back(see: See, day: date, past: bool) -> Key:
    return Key(see.words.plain("button-back"), DayTags(day, past))
