"""The check-in: one message that is edited symptom by symptom (clinical.md section 3.1)."""

from __future__ import annotations

from datetime import date

from handlers.context import See
from handlers.page import Key, Page, Rows, grid
from handlers.presses import Rate, Rerate, SameAsYesterday, WriteNote
from handlers.views.prompt_words import name
from journal import checkins, people
from journal.checkins import Entry, Sheet
from journal.symptoms import HIGHEST, LOWEST
from locales import Words
from scheduler.facts import Addressee, CheckinDue

FIRST_ROW = 6  # of the ratings: 0 to 5, then 6 to 10
SKIPPED = -1  # the value of a Rate press that skips


async def view(see: See, day: str, again: int = 0, choose: bool = False) -> Page:
    """A day's check-in as it stands; `again` asks that symptom anew, `choose` asks which one."""
    sheet = await checkins.sheet(see.tx, see.person, date.fromisoformat(day))
    past = sheet.day < people.today(see.person, see.now)
    fact = CheckinDue(Addressee.of(see.person), sheet, see.now)
    return page(fact, see.words, again=again, choose=choose, past=past)


def page(fact: CheckinDue, words: Words, again: int = 0, choose: bool = False, past: bool = False) -> Page:
    """The next question, or what was recorded once all are asked. `past`: the day is over."""
    sheet = fact.sheet
    asked = next((entry for entry in sheet.entries if entry.symptom == again), sheet.open)
    if choose:
        return Page(_text("checkin-heading", sheet, past, words("checkin-which"), words), _choices(sheet, words))
    if asked is None:
        return _done(sheet, past, words)
    return Page(
        _text("checkin-heading", sheet, past, _question(asked, sheet, past, words), words),
        _ratings(asked, sheet, past, words),
    )


def _done(sheet: Sheet, past: bool, words: Words) -> Page:
    note = words("checkin-note", note=sheet.note) if sheet.note else ""
    write = words.plain("checkin-note-change" if note else "checkin-note-add")
    keys = (Key(words.plain("checkin-change"), Rerate(sheet.day, 0)), Key(write, WriteNote(sheet.day)))
    return Page(_text("checkin-saved", sheet, past, note, words), (keys,))


def _text(heading: str, sheet: Sheet, past: bool, below: str, words: Words) -> str:
    """The day, what is recorded in one short line, and then `below`."""
    values = " · ".join(_value(entry, words) for entry in sheet.entries if entry.asked)
    earlier = words("checkin-earlier") if past else ""
    top = [words(heading, day=words.date(sheet.day)), earlier, values]
    return "\n\n".join(filter(None, ["\n".join(filter(None, top)), below]))


def _value(entry: Entry, words: Words) -> str:
    symptom = name(entry, words)
    if entry.value is None:
        return words("checkin-skipped", symptom=symptom)
    return words("checkin-value", symptom=symptom, value=entry.value)


def _question(entry: Entry, sheet: Sheet, past: bool, words: Words) -> str:
    when, day = "past" if past else "now", words.date(sheet.day)
    question = words("checkin-question", when=when, day=day, code=entry.code, symptom=name(entry, words))
    return question + "\n" + words("checkin-scale", lowest=LOWEST, highest=HIGHEST)


def _ratings(entry: Entry, sheet: Sheet, past: bool, words: Words) -> Rows:
    keys = [Key(words.number(value), Rate(sheet.day, entry.symptom, value)) for value in range(LOWEST, HIGHEST + 1)]
    last = [Key(words.plain("checkin-skip"), Rate(sheet.day, entry.symptom, SKIPPED))]
    if entry.yesterday is not None:
        same = words.plain("checkin-same-before" if past else "checkin-same")
        last.append(Key(same, SameAsYesterday(sheet.day, entry.symptom)))
    return (*grid(keys, FIRST_ROW), tuple(last))


def _choices(sheet: Sheet, words: Words) -> Rows:
    return grid([Key(name(entry, words), Rerate(sheet.day, entry.symptom)) for entry in sheet.entries], 2)
