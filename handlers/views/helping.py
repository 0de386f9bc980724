"""Pages of helping: what is open, for the caregiver; what was done or asked, for the patient."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers.context import See
from handlers.origins import ONE
from handlers.page import Key, Page
from handlers.presses import Undo
from handlers.presses_care import CareRead
from handlers.presses_helping import CareAsk, CareRecord
from handlers.stamps import stamp
from handlers.views.care_times import both
from handlers.views.dose_page import ROWS, buttons, press
from handlers.views.dose_words import cut, line
from journal import helping
from journal.alerts import OpenDose
from locales import Words
from scheduler.facts_care import CareAsked, CareHelped, CareLost


async def view(see: See, link: int) -> Page:
    """What a caregiver may help with. Raises JournalError: care_gone."""
    found, patient = await helping.link_for(see.tx, see.person, link)
    fact = await helping.open_doses(see.tx, found, patient, see.now)
    words = see.words.hiding(see.words.hides or not found.names_in_previews)
    name, doses = words.name(fact.patient), fact.doses[:ROWS]
    none = "care-doses-none" if fact.may_record else "care-doses-unseen"
    lines: list[str] = [words("care-doses-heading" if doses else none, name=name)]
    today = see.local(see.now).date()
    here = ZoneInfo(see.person.zone or "UTC")
    for each in doses:
        time = both(each.wall, each.planned_at.astimezone(here), today, name, words)
        lines.append(words("dose-planned", time=time, dose=words.name(each.label)))
    rows = record_keys(doses, fact.patient, link, False, words)
    if fact.may_nudge:
        rows.append((Key(words.plain("care-ask", name=fact.patient), CareAsk(link)),))
    rows.append((Key(words.plain("button-back"), CareRead(link, "open")),))
    return Page("\n".join(lines), tuple(rows), protect=found.protect)


def record_keys(doses: Sequence[OpenDose], patient: str, link: int, alert: bool, words: Words) -> list[tuple[Key, ...]]:
    """A button for each dose, with its name where there are several, and its time where these have one name."""
    rows: list[tuple[Key, ...]] = []
    for each in doses:
        label, name = words.plain("care-record", name=patient), cut(each.label)
        if sum(other.label == each.label for other in doses) > 1:
            name = words.plain("button-name-at", name=name, time=words.time(each.wall))
        if len(doses) > 1 or not alert:
            label = words.plain("button-of", button=label, name=name)
        rows.append((Key(label, CareRecord(link, each.key.regimen, each.key.day, each.key.slot, alert)),))
    return rows


def helped_page(fact: CareHelped, words: Words) -> Page:
    """A caregiver has recorded a dose: the patient can take that back."""
    name = words.name(fact.dose.helper or words.plain("care-someone"))
    undo = Key(words.plain("button-undo"), press(Undo, fact.dose, ONE))
    text = "\n".join([words("care-helped", name=name), line(fact.dose, fact.to, words)])
    return Page(text, ((undo,),), quiet=True)


def asked_page(fact: CareAsked, words: Words) -> Page:
    """A caregiver asks; with the buttons of the day's list."""
    lines: list[str] = [words("care-asks", name=words.name(fact.name))]
    lines += [line(dose, fact.to, words, dated=True) for dose in fact.doses[:ROWS]]
    return Page("\n".join(lines), buttons(fact.doses[:ROWS], f"t{stamp(fact.now)}", fact.to, fact.now, words))


def lost_page(fact: CareLost, words: Words) -> Page:
    """A caregiver cannot be reached."""
    return Page(words("care-lost", name=words.name(fact.name)), quiet=True)
