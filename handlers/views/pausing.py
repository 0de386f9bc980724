"""Pauses: what can rest, for how long, what rests, and what comes after it."""

from __future__ import annotations

from datetime import date

from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses_plans import KEEP
from handlers.presses_settings import AskPause, PauseFor, Pauses, Resume
from handlers.views import shifting
from handlers.views.dose_words import name_of
from handlers.views.plan_words import day, moment
from journal import pauses, people, regimens
from journal import shifting as shift_rows
from journal.tables import Pause, Regimen
from locales import Html, Words
from scheduler.compose import resume
from scheduler.facts import PauseOver

FEW = 2  # next dates beside a choice, which says dates too


async def choice(see: See) -> Page:
    """`/pause`: everything or one regimen, and what rests already."""
    words, everything = see.words, await pauses.running(see.tx, see.person, None)
    found = await regimens.of(see.tx, see.person)
    lines = [_resting(see, None, everything)] if everything else []
    rows = list(_again(words, 0, words.plain("pauses-all"))) if everything else []
    if everything is None:
        rows.append((Key(words.plain("pauses-all"), AskPause(0)),))
    for regimen in found:
        ident, row = regimens.ident(regimen), await pauses.running(see.tx, see.person, regimen)
        if row is not None:
            lines.append(_resting(see, regimen, row))
            rows += _again(words, ident, regimen.label)
        elif everything is None:
            rows.append((Key(regimen.label, AskPause(ident)),))
    return Page("\n\n".join([*lines, words("pauses-ask")]), tuple(rows))


def _again(words: Words, ident: int, name: str) -> Rows:
    resumed = Key(words.plain("pauses-resume", name=name), Resume(ident))
    return (resumed,), (Key(words.plain("pauses-change", name=name), AskPause(ident)),)


async def ask(see: See, regimen: int, why: str = "") -> Page:
    """For how long one rests."""
    words, found = see.words, await _regimen(see, regimen)
    lines = [words(why)] if why else []
    lines.append(words("pause-ask", label=words.name(found.label)) if found else words("pause-ask-all"))
    lines.append(words("pause-hint"))
    week = Key(words.plain("pause-button-week"), PauseFor(regimen, 7))
    weeks = Key(words.plain("pause-button-weeks"), PauseFor(regimen, 14))
    until = Key(words.plain("pause-button-open"), PauseFor(regimen, 0))
    return Page("\n".join(lines), ((week, weeks), (until,), (Key(words.plain("button-back"), Pauses()),)))


async def resting(see: See, regimen: int) -> Page:
    """What rests now, and until when."""
    found = await _regimen(see, regimen)
    row = await pauses.running(see.tx, see.person, found)
    if row is None:
        return await resumed(see, regimen)
    button = Key(see.words.plain("pause-button-resume"), Resume(regimen))
    return Page("\n".join([_resting(see, found, row), see.words("paused-hint")]), ((button,),))


def _resting(see: See, regimen: Regimen | None, row: Pause) -> Html:
    words, until = see.words, end_of(see, row)
    if regimen is None:
        return words("paused-all-until", date=until) if until else words("paused-all-open")
    label = words.name(regimen.label)
    return words("paused-until", label=label, date=until) if until else words("paused-open", label=label)


def end_of(see: See, row: Pause) -> str:
    """The day on which a pause ends by itself, in words; "" for one without an end."""
    if row.until is None:
        return ""
    today: date = see.local(see.now).date()
    return day(people.today(see.person, row.until), today, see.words)


async def resumed(see: See, regimen: int) -> Page:
    """What goes on, with the next dates."""
    found, words = await _regimen(see, regimen), see.words
    if see.person.paused_since is not None:
        return Page(words("pause-still-all"))
    fact = await resume.load(see.tx, see.person, found, see.now)
    first = words("pause-resumed", label=words.name(fact.label)) if fact.label else words("pause-resumed-all")
    return Page("\n".join([first, *_coming(fact, words), *shifting.lines(fact, words)]), shifting.keys(fact, words))


async def over(see: See, subject: str) -> Page:
    """The end of a pause again, when nobody knows whether it was heard."""
    fact = await resume.of_subject(see.tx, see.person, subject, see.now)
    return over_page(fact, see.words) if fact else Page(see.words("paused-hint"))


def over_page(fact: PauseOver, words: Words) -> Page:
    """The pause has ended, with the next dates; it comes silently, as the day may begin at night."""
    first = words("pause-over", label=words.name(fact.label)) if fact.label else words("pause-over-all")
    lines = [first, *_coming(fact, words), *shifting.lines(fact, words)]
    return Page("\n".join(lines), shifting.keys(fact, words), quiet=True)


async def gone_on(see: See, pause: int, how: str) -> Page:
    """What was chosen after a pause, with the next dates."""
    row = await shift_rows.own(see.tx, see.person, pause)
    fact = await resume.load(see.tx, see.person, await _regimen(see, row.regimen_id or 0), see.now)
    return Page("\n".join([see.words("go-on-kept" if how == KEEP else "go-on-shifted"), *_coming(fact, see.words)]))


def _coming(fact: PauseOver, words: Words) -> list[Html]:
    if not fact.coming:
        return [words("pause-no-next")]
    today = fact.to.local(fact.now)
    lines = [
        words("pause-next-line", dose=name_of(label, "", words), time=moment(fact.to.local(at), today, words))
        for label, at in fact.coming[: FEW if fact.label and fact.choices else None]
    ]
    return [words("pause-next"), *lines]


async def _regimen(see: See, ident: int) -> Regimen | None:
    return await regimens.own(see.tx, see.person, ident) if ident else None
