"""How much symptoms got in the way in a week: one question after another in one message."""

from __future__ import annotations

from datetime import date

from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses_symptoms import AskInterference, Interfere
from journal import checkins, interference
from journal.errors import JournalError
from journal.interference import Item, Questions
from journal.symptoms import INTERFERENCE
from locales import Words
from scheduler.facts_symptoms import InterferenceAsk

SKIPPED = -1  # the value of an Interfere press that passes over it


async def view(see: See, week: str, again: int = 0, choose: bool = False) -> Page:
    """The week's questions as they stand; `again` asks one anew, `choose` which. Raises JournalError: gone, too_old."""
    last = date.fromisoformat(week)
    checkins.check_age(see.person, last, see.now, checkins.EDITABLE)
    if not await interference.was_asked(see.tx, see.person, last):
        raise JournalError("gone")
    return _page(await interference.questions(see.tx, see.person, last), see.words, again, choose)


async def offer(see: See, subject: str) -> Page:
    """After a send whose outcome is unknown: the question again."""
    return await view(see, checkins.day_of(subject).isoformat())


def page(fact: InterferenceAsk, words: Words) -> Page:
    """The question as the courier brings it."""
    return _page(fact.questions, words)


def _page(asked: Questions, words: Words, again: int = 0, choose: bool = False) -> Page:
    item = next((each for each in asked.items if each.symptom == again), asked.open)
    if choose and asked.items:
        keys = [Key(_name(each, words), AskInterference(asked.week, each.symptom)) for each in asked.items]
        return Page(words("checkin-which"), tuple((key,) for key in keys))
    if item is None:
        return _done(asked, words)
    text = words("interference-question", day=words.date(asked.week), code=item.code, symptom=_name(item, words))
    return Page(text, _answers(asked.week, item, words), quiet=True)


def _answers(week: date, item: Item, words: Words) -> Rows:
    keys = [
        Key(words.plain(f"interference-{code}"), Interfere(week, item.symptom, value))
        for value, code in enumerate(INTERFERENCE)
    ]
    keys.append(Key(words.plain("checkin-skip"), Interfere(week, item.symptom, SKIPPED)))
    return tuple((key,) for key in keys)


def _done(asked: Questions, words: Words) -> Page:
    lines = [words("interference-saved", day=words.date(asked.week))]
    for item in asked.items:
        said = "skipped" if item.value is None else INTERFERENCE[item.value]
        lines.append(words("interference-line", symptom=_name(item, words), answer=said))
    change = Key(words.plain("checkin-change"), AskInterference(asked.week, 0))
    return Page("\n".join(lines), ((change,),) if asked.items else ())


def _name(item: Item, words: Words) -> str:
    return item.label or words.plain(f"symptom-{item.code}")
