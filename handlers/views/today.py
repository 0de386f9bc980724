"""The day's list: due, done and open, what comes later, and as-needed doses."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses import TookOne
from handlers.presses_dose import TakeEarly
from handlers.stamps import stamp
from handlers.views import own_limits
from handlers.views.dose_page import ROWS, buttons, press
from handlers.views.dose_sites import sites_for
from handlers.views.dose_words import line, name, name_of
from handlers.views.site_words import with_given
from journal import daylist, entries, injections, intakes, occurrences, people
from journal.daylist import AsNeeded
from journal.entries import Extra
from journal.intakes import Dose
from journal.occurrences import DoseKey
from scheduler.facts import Addressee


async def view(see: See, key: DoseKey | None = None) -> Page:
    """`/today`: what is open from last night (and `key`), the day's doses, what was taken besides, as-needed ones."""
    words, day = see.words, people.today(see.person, see.now)
    found = await daylist.of_day(see.tx, see.person, day)
    keys = {dose.key for dose in found}
    before = [dose for dose in await _waiting(see, key) if dose.key not in keys]
    keys |= {dose.key for dose in before}
    overdue = [dose for dose in await _injections(see) if dose.key not in keys]
    needed = await daylist.as_needed(see.tx, see.person, day)
    to, planless = Addressee.of(see.person), {each.regimen for each in needed}
    extras = [each for each in await entries.extras(see.tx, see.person, day, day) if each.regimen not in planless]
    lines: list[str] = [words("today-heading", day=words.date(day))]
    lines += [line(dose, to, words, dated=True) for dose in overdue + before]
    lines += [_line(dose, see) for dose in found]
    lines += [_extra(each, see) for each in extras]
    for one in needed:
        lines += [_as_needed(one, see), *await own_limits.gap_line(see, one.regimen)]
    if see.person.paused_since is not None:
        lines.append(words("pause-still-all"))
    if len(lines) == 1:
        lines.append(words("today-nothing"))
    raised = (overdue + before + [dose for dose in found if dose.planned_at <= see.now or not dose.open])[:ROWS]
    apart = {dose.key for dose in overdue}
    rows = buttons(raised, f"t{stamp(see.now)}", to, see.now, words, await sites_for(see, raised), apart)
    return Page("\n".join(lines), rows + _more(found, needed, see))


async def _waiting(see: See, key: DoseKey | None) -> list[Dose]:
    """What is open, and the dose whose button was pressed, as it now stands: it can be undone."""
    found = await intakes.open_doses(see.tx, see.person, see.now)
    if key is None or any(dose.key == key for dose in found):
        return found
    return await intakes.doses(see.tx, see.person, [key]) + found


async def _injections(see: See) -> list[Dose]:
    """Those of days before that are open still."""
    due = await injections.all_open_due(see.tx, see.person, see.now)
    return await intakes.doses(see.tx, see.person, [occurrences.key_of(row) for _, row in due])


def _more(found: list[Dose], needed: list[AsNeeded], see: See) -> Rows:
    """What is still to come, and what is taken as needed."""
    words, origin = see.words, f"t{stamp(see.now)}"
    coming = [dose for dose in found if dose.planned_at > see.now and dose.open]
    early = [Key(words.plain("button-early", name=each.label), press(TakeEarly, each, origin)) for each in coming]
    more = [Key(words.plain("button-took-one", name=each.label), TookOne(each.regimen)) for each in needed]
    return tuple((key,) for key in early[:ROWS] + more)


def _extra(each: Extra, see: See) -> str:
    what, at = name_of(each.label, each.dose_text, see.words), see.local(each.at)
    return with_given(see.words("dose-taken", dose=what, time=see.words.time(at)), each.given, see.words)


def _line(dose: Dose, see: See) -> str:
    to = Addressee.of(see.person)
    time = see.words.time(to.local(dose.planned_at))
    if not dose.open or dose.snoozed_until:
        return line(dose, to, see.words)
    said = "dose-later" if dose.planned_at > see.now else "dose-open-since"
    return see.words(said, time=time, dose=name(dose, see.words))


def _as_needed(each: AsNeeded, see: See) -> str:
    return see.words("today-as-needed", dose=name_of(each.label, each.dose_text, see.words), count=each.taken)
