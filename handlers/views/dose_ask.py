"""What is asked about one dose: its time, whether it was taken ahead, whether it was two."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import Back, DosePress, Taken
from handlers.presses_dose import TakenAt
from handlers.stamps import moment_of
from handlers.views.dose_words import name, short
from journal import daylist, entries, intakes, regimens
from journal.errors import JournalError
from journal.intakes import Dose
from journal.occurrences import DoseKey


async def find(see: See, key: DoseKey) -> Dose:
    """Return the dose as it stands, also one that is still to come today. Raises JournalError: gone."""
    for dose in await intakes.doses(see.tx, see.person, [key]):
        return dose
    for dose in await daylist.of_day(see.tx, see.person, key.day):
        if dose.key == key:
            return dose
    raise JournalError("gone")


async def when(see: See, subject: str, origin: str, change: bool) -> Page:
    """When was it taken? The answer is typed."""
    dose = await find(see, DoseKey.of(subject))
    planned = short(see.local(dose.planned_at), see.local(see.now), see.words)
    text = see.words("when-change" if change else "when-ask", dose=name(dose, see.words), planned=planned)
    return Page("\n".join([text, see.words("when-how")]), ((_back(see, dose, origin),),))


async def early(see: See, subject: str, origin: str) -> Page:
    """It is planned for later: was it taken now?"""
    dose = await find(see, DoseKey.of(subject))
    planned = short(see.local(dose.planned_at), see.local(see.now), see.words)
    text = see.words("early-ask", dose=name(dose, see.words), planned=planned)
    yes = _key(see, "button-yes", Taken(dose.key.regimen, dose.key.day, dose.key.slot, origin))
    return Page(text, (_yes_no(yes, _back(see, dose, origin, "button-no")),))


async def twice(see: See, subject: str, origin: str, at: int) -> Page:
    """Another dose of it was taken near that moment: did they mean to log two?"""
    dose = await find(see, DoseKey.of(subject))
    yes = TakenAt(dose.key.regimen, dose.key.day, dose.key.slot, origin, at, True)
    text = await doubt(see, dose.key.regimen, at)
    return Page(text, (_yes_no(_key(see, "button-yes", yes), _back(see, dose, origin, "button-no")),))


async def doubt(see: See, regimen_id: int, at: int) -> str:
    """The question, with the record that is there. It says nothing about what to take (clinical.md section 2.5)."""
    regimen = await regimens.own(see.tx, see.person, regimen_id)
    there = await entries.near(see.tx, see.person, regimen_id, moment_of(at)) or see.now
    said = short(see.local(there), see.local(see.now), see.words)
    return see.words("twice-ask", label=see.words.name(regimen.label), time=said)


def _yes_no(yes: Key, no: Key) -> tuple[Key, ...]:
    return (yes, no)


def _key(see: See, label: str, press: DosePress) -> Key:
    return Key(see.words.plain(label), press)


def _back(see: See, dose: Dose, origin: str, label: str = "button-back") -> Key:
    return _key(see, label, Back(dose.key.regimen, dose.key.day, dose.key.slot, origin))
