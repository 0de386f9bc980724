"""Pages of doses: a reminder, and what fell due while the bot was down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.page import Key, Page, Rows
from handlers.presses import AllTaken, DosePress, ShowCheckin, ShowSummary, Skip, SnoozeMenu, Taken, Undo
from handlers.views.dose_words import heading, line
from journal.intakes import Dose
from locales import Words
from scheduler.facts import DoseMoment, Missed

ROWS = 10  # doses of one message that get buttons; the rest are in /today


def page(fact: DoseMoment, words: Words) -> Page:
    """A reminder: its first words say what it is."""
    lines: list[str] = [line(dose, fact.to, words) for dose in fact.doses[: ROWS * 2]]
    waiting = fact.doses[0].open and not fact.doses[0].snoozed_until
    if len(fact.doses) > 1:
        lines.insert(0, heading(fact, words))
    elif waiting:
        lines = [heading(fact, words)]
    return Page("\n".join(lines), buttons(fact.doses[:ROWS], f"d{fact.n}", words))


def missed_page(fact: Missed, words: Words) -> Page:
    """What fell due during downtime, oldest first."""
    began, ended = fact.to.local(fact.began_at), fact.to.local(fact.ended_at)
    lines: list[str] = [words("missed-heading", since=words.day_time(began), until=words.day_time(ended))]
    lines += [line(dose, fact.to, words, dated=True) for dose in fact.doses[:ROWS]]
    if len(fact.doses) > ROWS:
        lines.append(words("missed-more", count=len(fact.doses) - ROWS))
    rows = buttons(fact.doses[:ROWS], f"m{fact.downtime}", words)
    return Page("\n".join(lines), rows + _elsewhere(fact.checkin, fact.summary, words))


def _elsewhere(checkin: date | None, summary: date | None, words: Words) -> Rows:
    rows: list[tuple[Key, ...]] = []
    if checkin:
        rows.append((Key(words.plain("button-checkin"), ShowCheckin(checkin)),))
    if summary:
        rows.append((Key(words.plain("button-summary"), ShowSummary(summary)),))
    return tuple(rows)


def buttons(doses: Sequence[Dose], origin: str, words: Words) -> Rows:
    """`All taken` when several are open, then one row each."""
    rows: list[tuple[Key, ...]] = []
    waiting = [dose for dose in doses if dose.open]
    if len(waiting) > 1:
        rows.append((Key(words.plain("button-all-taken"), _press(AllTaken, waiting[0], origin)),))
    many = len(doses) > 1
    rows += [_row(dose, origin, dose.label if many else "", words) for dose in doses]
    return tuple(rows)


def _row(dose: Dose, origin: str, name: str, words: Words) -> tuple[Key, ...]:
    def label(text: str) -> str:
        return words.plain("button-of", button=text, name=name) if name else text

    if not dose.open:
        return (Key(label(words.plain("button-undo")), _press(Undo, dose, origin)),)
    return (
        Key(label(words.plain("button-taken")), _press(Taken, dose, origin)),
        Key(words.plain("button-snooze"), _press(SnoozeMenu, dose, origin)),
        Key(words.plain("button-skip"), _press(Skip, dose, origin)),
    )


def _press(kind: type[DosePress], dose: Dose, origin: str) -> DosePress:
    return kind(dose.key.regimen, dose.key.day, dose.key.slot, origin)
