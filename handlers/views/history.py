"""The history: a week in short lines, a day with a button for each entry, and one entry with what can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers.context import See
from handlers.origins import EXTRA, ONE
from handlers.page import Key, Page, Rows, grid
from handlers.presses import Back, ShowCheckin, Skip, Taken, Undo
from handlers.presses_dose import ChangeTime, TakeEarly, TakenAt, TakenEarlier
from handlers.presses_log import Extra as ExtraPress
from handlers.presses_log import HistoryDay, Week
from handlers.presses_sites import React
from handlers.presses_symptoms import DayTags
from handlers.stamps import stamp
from handlers.views import linking, own_limits, particulars
from handlers.views.detail_keys import DetailKeys
from handlers.views.dose_ask import find
from handlers.views.dose_page import press
from handlers.views.dose_words import cut, line, name_of, with_helper
from handlers.views.site_words import with_given
from handlers.views.tags import said
from journal import details, entries, histories, people, reactions, tags
from journal.checkins import EDITABLE
from journal.entries import Extra
from journal.histories import Day, Rated
from journal.intakes import TAKEN, Dose
from journal.occurrences import DoseKey
from journal.sites import Given
from locales import Html, Words
from scheduler.facts import Addressee

WEEK = timedelta(days=7)
MOST = 8  # entries of a day in the week's list; the day's own page has all
BUTTONS = 40  # entries of a day with a button


async def week(see: See, last: str) -> Page:
    """The seven days that end on `last`."""
    end = date.fromisoformat(last)
    start = end - WEEK + timedelta(days=1)
    found = [day for day in await histories.days(see.tx, see.person, start, end, see.now) if _any(day)]
    heading = see.words("history-heading", first=see.words.date(start), last=see.words.date(end))
    blocks = ["\n".join(filter(None, _day_lines(day, see))) for day in found] or [see.words("history-nothing")]
    days = grid([_to_day(day.day, see) for day in found], 3)
    return Page("\n\n".join([heading, *blocks]), (*days, _turn(see, start, end)))


def _to_day(day: date, see: See) -> Key:
    return Key(see.words.plain("history-day-button", day=see.words.date(day)), HistoryDay(day))


def _any(day: Day) -> bool:
    return bool(day.doses or day.extras or day.ratings)


def _turn(see: See, start: date, end: date) -> tuple[Key, ...]:
    """To the week before, which is always there, and to the one after."""
    before = Key(see.words.plain("history-before"), Week(start - timedelta(days=1)))
    today = people.today(see.person, see.now)
    if end >= today:
        return (before,)
    return (before, Key(see.words.plain("history-after"), Week(min(end + WEEK, today))))


def _day_lines(day: Day, see: See) -> list[str]:
    entered: list[str] = [_dose(dose, see) for dose in day.doses]
    entered += [_extra(each, see) for each in day.extras]
    more: list[str] = [see.words("history-more", count=len(entered) - MOST)] if len(entered) > MOST else []
    return [
        see.words("history-day", day=see.words.date(day.day)),
        " · ".join(entered[:MOST] + more),
        " · ".join(_rated(each, see.words) for each in day.ratings),
    ]


def _dose(dose: Dose, see: See) -> str:
    label = see.words.name(cut(dose.label))
    if dose.at is None:
        return see.words("history-open", label=label)
    if dose.kind != TAKEN:
        return see.words("history-skipped", label=label)
    said = see.words("history-taken", label=label, time=_time(dose.at, dose.key.day, see))
    return with_helper(said, dose, see.words)


def _extra(each: Extra, see: See) -> str:
    return see.words("history-taken", label=see.words.name(cut(each.label)), time=_time(each.at, each.day, see))


def _time(at: datetime, day: date, see: See) -> str:
    local = see.local(at)
    return see.words.time(local) if local.date() == day else see.words.day_time(local)


def _rated(each: Rated, words: Words) -> str:
    symptom = each.label or words.plain(f"symptom-{each.code}")
    return words("checkin-value", symptom=symptom, value=each.value)


def _rated_more(each: Rated, words: Words) -> str:
    """With what was said of it, and what it said before."""
    was = "" if each.was is None else words("rating-was", value=each.was)
    more = list(filter(None, [particulars.said(each.place, each.count, words), was]))
    rating = _rated(each, words)
    return words("rating-with", rating=rating, more=Html(", ".join(more))) if more else rating


async def day(see: See, day: str) -> Page:
    """One day with a button for each entry."""
    on = date.fromisoformat(day)
    (found,) = await histories.days(see.tx, see.person, on, on, see.now)
    to = Addressee.of(see.person)
    lines: list[str] = [see.words("history-day", day=see.words.date(on))]
    lines += [line(dose, to, see.words, dated=True) for dose in found.doses]
    lines += [extra_line(each, see) for each in found.extras]
    tagged = said(await tags.choices(see.tx, see.person, on), see.words)
    lines += filter(None, [" · ".join(_rated_more(each, see.words) for each in found.ratings), tagged])
    if not _any(found) and not tagged:
        lines.append(see.words("history-nothing-day"))
    elif found.doses or found.extras:
        lines.append(see.words("history-choose"))
    return Page("\n".join(lines), _entries(found, see))


def _entries(found: Day, see: See) -> Rows:
    doses = [Key(_label(dose.planned_at, dose.label, see), press(Back, dose, ONE)) for dose in found.doses]
    extras = [Key(_label(each.at, each.label, see), ExtraPress(each.intake, "show")) for each in found.extras]
    rows = [(key,) for key in (doses + extras)[:BUTTONS]]
    if found.ratings:
        rows.append((Key(see.words.plain("history-ratings"), ShowCheckin(found.day)),))
    if (people.today(see.person, see.now) - found.day).days <= EDITABLE:
        rows.append((Key(see.words.plain("history-tags"), DayTags(found.day, True)),))
    back = Week(min(found.day + timedelta(days=6), people.today(see.person, see.now)))
    return (*rows, (Key(see.words.plain("button-back"), back),))


def _label(at: datetime, label: str, see: See) -> str:
    return see.words.plain("history-entry", time=see.words.time(see.local(at)), label=label)


async def one(see: See, key: DoseKey) -> Page:
    """One dose with what can be recorded or changed."""
    dose = await find(see, key)
    about = await _of_injection(see, key, ONE, dose.given)
    return Page(line(dose, Addressee.of(see.person), see.words, dated=True), about + _changes(dose, see))


async def _of_injection(see: See, key: DoseKey, origin: str, given: Given | None) -> Rows:
    """Its details, and the reaction while that can be recorded."""
    if given is None:
        return ()
    keys = DetailKeys(key, origin, Addressee.of(see.person), see.now, see.words, apart=False)
    rows = keys.step(given, await details.rested(see.tx, see.person, but=given.intake))
    row, _ = await details.intake(see.tx, see.person, given.intake)
    if see.now - row.taken_at > reactions.EDITABLE:
        return rows
    return (*rows, (Key(see.words.plain("reaction-open"), React(given.intake, "show")),))


def _changes(dose: Dose, see: See) -> Rows:
    words = see.words
    back = (Key(words.plain("button-back"), HistoryDay(dose.key.day)),)
    if not dose.open:
        undo = Key(words.plain("button-undo"), press(Undo, dose, ONE))
        change = Key(words.plain("button-change-time"), press(ChangeTime, dose, ONE))
        return ((undo, change) if dose.kind == TAKEN else (undo,), back)
    if dose.planned_at > see.now:
        return ((Key(words.plain("button-early", name=dose.label), press(TakeEarly, dose, ONE)),), back)
    planned = TakenAt(dose.key.regimen, dose.key.day, dose.key.slot, ONE, stamp(dose.planned_at), False)
    on_time = Key(words.plain("button-taken-at", time=words.time(see.local(dose.planned_at))), planned)
    now = Key(words.plain("button-taken-now"), press(Taken, dose, ONE))
    earlier = Key(words.plain("button-earlier"), press(TakenEarlier, dose, ONE))
    return ((on_time, now), (earlier, Key(words.plain("button-skip"), press(Skip, dose, ONE))), back)


async def extra(see: See, intake: int, bare: bool = False) -> Page:
    """An intake besides the plan; `bare` without its buttons."""
    found = await entries.extra(see.tx, see.person, intake)
    undo = Key(see.words.plain("button-undo"), ExtraPress(intake, "undo"))
    change = Key(see.words.plain("button-change-time"), ExtraPress(intake, "time"))
    back = Key(see.words.plain("button-back"), HistoryDay(found.day))
    lines = [extra_line(found, see), *await own_limits.gap_line(see, found.regimen)]
    lines += await linking.started(see, {found.regimen})
    about = await _of_injection(see, DoseKey(found.regimen, found.day, 0), f"{EXTRA}{intake}", found.given)
    shown = Page("\n".join(lines), (*about, (undo, change), (back,)))
    return replace(shown, rows=()) if bare else shown


def extra_line(each: Extra, see: See) -> str:
    """An intake besides the plan, with the day when it is not today's."""
    words, at = see.words, see.local(each.at)
    what = name_of(each.label, each.dose_text, words)
    if at.date() == see.local(see.now).date():
        return with_given(words("dose-taken", dose=what, time=words.time(at)), each.given, words)
    said = words("dose-taken-on", dose=what, time=words.time(at), day=words.date(at.date()))
    return with_given(said, each.given, words)
