"""Pages of doses: a reminder, and what fell due while the bot was down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from handlers.page import Key, Page, Rows
from handlers.presses import AllTaken, DosePress, ShowCheckin, ShowSummary, Skip, SnoozeMenu, Taken, Undo
from handlers.presses_dose import ChangeTime, TakenEarlier
from handlers.views.booking_keys import change_keys
from handlers.views.detail_keys import DetailKeys
from handlers.views.dose_words import cut, heading, line, short
from journal.intakes import TAKEN, Dose
from journal.occurrences import DoseKey
from journal.sites import Rested
from locales import Words
from scheduler.facts import Addressee, DoseMoment, Missed

FIRST = "d0"  # the origin of a first reminder
ROWS = 10  # doses of one message that get buttons; the rest are in /today


def page(fact: DoseMoment, words: Words, sites: Sequence[Rested] = ()) -> Page:
    """A reminder: its first words say what it is. After a move or an absence its doses may be of several times.

    `sites`: the places, the longest rested first, when it is about one injection that was taken.
    """
    several = len({dose.planned_at for dose in fact.doses}) > 1
    lines: list[str] = [line(dose, fact.to, words, dated=several) for dose in fact.doses[: ROWS * 2]]
    waiting = fact.doses[0].open and not fact.doses[0].snoozed_until
    if several:
        lines.insert(0, words("nudge-several", count=sum(dose.open for dose in fact.doses)))
    elif len(fact.doses) > 1:
        lines.insert(0, heading(fact, words))
    elif waiting:
        lines = [heading(fact, words)] + [words("booking-at", place=place) for place in [fact.doses[0].place] if place]
    return Page("\n".join(lines), buttons(fact.doses[:ROWS], f"d{fact.n}", fact.to, fact.now, words, sites))


def missed_page(fact: Missed, words: Words, sites: Sequence[Rested] = ()) -> Page:
    """What fell due during downtime, oldest first. `sites` as in `page`."""
    began, ended = fact.to.local(fact.began_at), fact.to.local(fact.ended_at)
    lines: list[str] = [words("missed-heading", since=words.day_time(began), until=words.day_time(ended))]
    lines += [line(dose, fact.to, words, dated=True) for dose in fact.doses[:ROWS]]
    if len(fact.doses) > ROWS:
        lines.append(words("missed-more", count=len(fact.doses) - ROWS))
    if fact.resumed:
        lines.append(words("pause-over-all"))
    rows = buttons(fact.doses[:ROWS], f"m{fact.downtime}", fact.to, fact.now, words, sites)
    return Page("\n".join(lines), rows + _elsewhere(fact.checkin, fact.summary, words))


def _elsewhere(checkin: date | None, summary: date | None, words: Words) -> Rows:
    rows: list[tuple[Key, ...]] = []
    if checkin:
        rows.append((Key(words.plain("button-checkin"), ShowCheckin(checkin)),))
    if summary:
        rows.append((Key(words.plain("button-summary"), ShowSummary(summary)),))
    return tuple(rows)


def buttons(
    doses: Sequence[Dose],
    origin: str,
    to: Addressee,
    now: datetime,
    words: Words,
    sites: Sequence[Rested] = (),
    apart: Collection[DoseKey] = (),
) -> Rows:
    """`All taken` when several but those `apart` are open, then what can be done with each.

    The first reminder has no `Taken earlier`. An injection that was taken offers its details: by itself from
    `sites` on, among several on a page of its own.
    """
    rows: list[tuple[Key, ...]] = []
    waiting = [dose for dose in doses if dose.open and dose.key not in apart]
    if len(waiting) > 1:
        rows.append((Key(words.plain("button-all-taken"), press(AllTaken, waiting[0], origin)),))
    for dose in doses:
        name = _name(dose, doses, to, now, words)
        if dose.given is not None:
            keys = DetailKeys(dose.key, origin, to, now, words, apart=bool(name))
            rows += [(keys.open(name),)] if name else keys.step(dose.given, sites)
        rows += _rows(dose, origin, name, words)
    return tuple(rows)


def _name(dose: Dose, doses: Sequence[Dose], to: Addressee, now: datetime, words: Words) -> str:
    """What tells a dose's buttons from the others': nothing, its name, or its name and time."""
    if len(doses) == 1:
        return ""
    if sum(each.label == dose.label for each in doses) == 1:
        return dose.label
    time = short(to.local(dose.planned_at), to.local(now), words)
    return words.plain("button-name-at", name=cut(dose.label), time=time)


def _rows(dose: Dose, origin: str, name: str, words: Words) -> Rows:
    def label(text: str) -> str:
        return words.plain("button-of", button=text, name=name) if name else text

    if not dose.open:
        undo = Key(label(words.plain("button-undo")), press(Undo, dose, origin))
        change = Key(words.plain("button-change-time"), press(ChangeTime, dose, origin))
        return ((undo, change) if dose.kind == TAKEN else (undo,),)
    answers = (
        Key(label(words.plain("button-taken")), press(Taken, dose, origin)),
        Key(words.plain("button-snooze"), press(SnoozeMenu, dose, origin)),
        Key(words.plain("button-skip"), press(Skip, dose, origin)),
    )
    booking = change_keys(dose.key, words) if dose.place is not None else ()
    if origin == FIRST:
        return (answers, *booking)
    return (answers, *booking, (Key(label(words.plain("button-earlier")), press(TakenEarlier, dose, origin)),))


def press(kind: type[DosePress], dose: Dose, origin: str) -> DosePress:
    """Return the press of a button that needs nothing but the dose and the message that it is on."""
    return kind(dose.key.regimen, dose.key.day, dose.key.slot, origin)
