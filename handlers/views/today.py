"""The day's list: due, done and open, what comes later, and as-needed doses."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import TookOne
from handlers.views.dose_page import ROWS, buttons
from handlers.views.dose_words import line, name, name_of
from journal import intakes, people
from journal.intakes import AsNeeded, Dose
from scheduler.facts import Addressee


async def view(see: See) -> Page:
    """`/today`."""
    words, day = see.words, people.today(see.person, see.now)
    found = await intakes.of_day(see.tx, see.person, day)
    needed = await intakes.as_needed(see.tx, see.person, day)
    lines: list[str] = [words("today-heading", day=words.date(day))]
    lines += [_line(dose, see) for dose in found]
    lines += [_as_needed(each, see) for each in needed]
    if not found and not needed:
        lines.append(words("today-nothing"))
    raised = [dose for dose in found if dose.planned_at <= see.now or not dose.open]
    more = tuple((Key(words.plain("button-took-one", name=each.label), TookOne(each.regimen)),) for each in needed)
    return Page("\n".join(lines), buttons(raised[:ROWS], "t", words) + more)


def _line(dose: Dose, see: See) -> str:
    to = Addressee.of(see.person)
    time = see.words.time(to.local(dose.planned_at))
    if not dose.open or dose.snoozed_until:
        return line(dose, to, see.words)
    said = "dose-later" if dose.planned_at > see.now else "dose-open-since"
    return see.words(said, time=time, dose=name(dose, see.words))


def _as_needed(each: AsNeeded, see: See) -> str:
    return see.words("today-as-needed", dose=name_of(each.label, each.dose_text, see.words), count=each.taken)
