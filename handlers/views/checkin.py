"""The check-in: one message that is edited symptom by symptom (clinical.md section 3.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from handlers.context import See
from handlers.page import Key, Page, Rows, grid
from handlers.presses import Rate, Rerate, SameAsYesterday, ShowCheckin, WriteNote
from handlers.presses_symptoms import DayTags, Symptoms
from handlers.views import particulars, urgent
from handlers.views.prompt_words import name
from handlers.views.tags import said
from journal import checkins, people, tags
from journal.checkins import Entry, Sheet
from journal.rules import DEFAULT_SETTINGS
from journal.symptoms import HIGHEST, LOWEST
from locales import Words
from scheduler.facts import Addressee, CheckinDue, CheckinsOver

FIRST_ROW = 6  # of the ratings: 0 to 5, then 6 to 10
SKIPPED = -1  # the value of a Rate press that skips
HIGH = DEFAULT_SETTINGS.of("A-SEV1")["threshold"]  # a rating from here on leads to the urgent signs
LONG_AGO = 36_500  # days: any day that lies behind can be looked at


async def view(see: See, day: str, again: int = 0, choose: bool = False) -> Page:
    """A day's check-in as it stands; `again` asks that symptom anew, `choose` asks which one."""
    sheet = await checkins.sheet(see.tx, see.person, date.fromisoformat(day))
    age = checkins.check_age(see.person, sheet.day, see.now, LONG_AGO)
    if age > checkins.BACKFILL:  # what was not asked then is not asked any more
        sheet = replace(sheet, entries=tuple(entry for entry in sheet.entries if entry.asked))
    tagged = said(await tags.choices(see.tx, see.person, sheet.day), see.words)
    if age > checkins.EDITABLE or (age > checkins.BACKFILL and not sheet.entries):
        return _closed(sheet, tagged, see.words)
    fact = CheckinDue(Addressee.of(see.person), sheet, see.now)
    shown = page(fact, see.words, again=again, choose=choose, past=age > 0, tagged=tagged)
    return shown if age or sheet.open else replace(shown, rows=shown.rows + await _earlier(see, sheet.day))


async def back(see: See) -> Page:
    """The daily check-in goes on after a lapse."""
    assert see.person.checkin_at is not None
    return Page(see.words("checkin-back", time=see.words.time(see.person.checkin_at)))


async def _earlier(see: See, today: date) -> Rows:
    """Buttons for the days before that can still be filled in, the nearest first."""
    assert see.person.agreed_at is not None
    joined = people.local(see.person, see.person.agreed_at).date()
    days = [today - timedelta(days=back) for back in range(1, checkins.BACKFILL + 1)]
    unfinished = [day for day in days if day >= joined and (await checkins.sheet(see.tx, see.person, day)).open]
    words = see.words
    return grid([Key(words.plain("checkin-fill", day=words.date(day)), ShowCheckin(day)) for day in unfinished], 1)


def due_page(fact: CheckinDue, words: Words) -> Page:
    """The check-in as the courier brings it."""
    shown = page(fact, words, past=fact.past)
    if fact.second:
        shown = replace(shown, text=f"{shown.text}\n\n{words('checkin-second')}")
    if fact.lapsed:
        shown = replace(shown, text=f"{shown.text}\n\n{words('checkin-lapsed', count=fact.lapsed)}")
    return replace(shown, quiet=fact.gentle)


def over_page(fact: CheckinsOver, words: Words) -> Page:
    """The daily check-in ends, and how it starts again."""
    key = Key(words.plain("button-checkin"), ShowCheckin(fact.day))
    return Page(words("checkin-over", count=fact.lapsed), ((key,),), quiet=True)


def page(
    fact: CheckinDue, words: Words, again: int = 0, choose: bool = False, past: bool = False, tagged: str = ""
) -> Page:
    """The next question, or what was recorded once all are asked. `past`: the day is over; `tagged`: its tags."""
    sheet = fact.sheet
    if not sheet.entries:
        return _nothing(sheet, past, tagged, words)
    asked = next((entry for entry in sheet.entries if entry.symptom == again), sheet.open)
    if choose:
        return Page(_text("checkin-heading", sheet, past, words("checkin-which"), words), _choices(sheet, words))
    if asked is None:
        return _done(sheet, past, tagged, words)
    return Page(
        _text("checkin-heading", sheet, past, _question(asked, sheet, past, words), words),
        _ratings(asked, sheet, past, words),
    )


def _done(sheet: Sheet, past: bool, tagged: str, words: Words) -> Page:
    below = _lines([*particulars.lines(sheet, words), tagged, _note(sheet, words)])
    change = Key(words.plain("checkin-change"), Rerate(sheet.day, 0))
    rows = (*_urgent(sheet, words), *particulars.rows(sheet, words), (change, _write(sheet, words)))
    return Page(_text("checkin-saved", sheet, past, below, words), rows + _more(sheet, past, tagged, words))


def _urgent(sheet: Sheet, words: Words) -> Rows:
    """The way to the urgent signs, on a day with a high rating, whatever was said under it and when."""
    high = any(entry.value is not None and entry.value >= HIGH for entry in sheet.entries)
    return ((urgent.key(words),),) if high else ()


def _nothing(sheet: Sheet, past: bool, tagged: str, words: Words) -> Page:
    """A day on which nothing is rated, because everything is switched off."""
    below = _lines([words("checkin-none"), tagged, _note(sheet, words)])
    rows = ((_write(sheet, words),), *_more(sheet, past, tagged, words))
    return Page(_text("checkin-heading", sheet, past, below, words), rows)


def _write(sheet: Sheet, words: Words) -> Key:
    return Key(words.plain("checkin-note-change" if sheet.note else "checkin-note-add"), WriteNote(sheet.day))


def _more(sheet: Sheet, past: bool, tagged: str, words: Words) -> Rows:
    """To the tags, and today to what is rated."""
    label = words.plain("checkin-tags-change" if tagged else "checkin-tags-add")
    symptoms = ((Key(words.plain("button-symptoms"), Symptoms()),),)
    return ((Key(label, DayTags(sheet.day, False)),), *(() if past else symptoms))


def _closed(sheet: Sheet, tagged: str, words: Words) -> Page:
    """A day of which nothing can be changed any more, or nothing was recorded."""
    empty = "" if sheet.entries else words("checkin-empty", days=checkins.BACKFILL)
    below = _lines([empty, *particulars.lines(sheet, words, asking=False), tagged, _note(sheet, words)])
    return Page(_text("checkin-heading", sheet, True, below, words))


def _note(sheet: Sheet, words: Words) -> str:
    return words("checkin-note", note=sheet.note) if sheet.note else ""


def _lines(lines: list[str]) -> str:
    return "\n".join(filter(None, lines))


def _text(heading: str, sheet: Sheet, past: bool, below: str, words: Words) -> str:
    """The day, what is recorded in one short line and whether that was later, and then `below`."""
    rated = [entry for entry in sheet.entries if entry.value is not None]
    all_late = bool(rated) and all(entry.backfilled for entry in rated)
    values = " · ".join(_value(entry, all_late, words) for entry in sheet.entries if entry.asked)
    earlier = words("checkin-earlier") if past else ""
    late = words("checkin-all-late") if all_late else ""
    top = [words(heading, day=words.date(sheet.day)), earlier, values, late]
    return "\n\n".join(filter(None, ["\n".join(filter(None, top)), below]))


def _value(entry: Entry, all_late: bool, words: Words) -> str:
    symptom = name(entry, words)
    if entry.value is None:
        return words("checkin-skipped", symptom=symptom)
    value = words("checkin-value", symptom=symptom, value=entry.value)
    return words("checkin-late", entry=value) if entry.backfilled and not all_late else value


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
