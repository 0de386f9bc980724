"""The pages of /log: what was taken, when, and for which planned dose."""

from __future__ import annotations

from handlers.context import See
from handlers.origins import ONE
from handlers.page import Key, Page, Rows, grid
from handlers.presses import Back
from handlers.presses_dose import TakenAt
from handlers.presses_log import Extra, LogAt, LogEarlier, LogPick, LogStart, ShowToday
from handlers.stamps import moment_of
from handlers.views import own_limits
from handlers.views.dose_ask import doubt, find
from handlers.views.dose_page import press
from handlers.views.dose_words import cut, name, name_of, short
from journal import entries, regimens
from journal.intakes import Dose
from journal.occurrences import DoseKey
from journal.tables import Regimen

MOST_OPEN = 6  # planned doses to choose from, the newest
MOST_NAMES = 12  # in a sentence; the buttons have all


async def choose(see: See) -> Page:
    """What was taken?"""
    return Page(see.words("log-choose"), await _names(see))


async def unknown(see: See) -> Page:
    """No such name: these are there."""
    mine = await regimens.of(see.tx, see.person)
    names = see.words.list([see.words.name(cut(each.label)) for each in mine[:MOST_NAMES]])
    return Page(see.words("log-unknown", names=names), await _names(see))


async def _names(see: See) -> Rows:
    mine = await regimens.of(see.tx, see.person)
    return grid([Key(each.label, LogPick(regimens.ident(each))) for each in mine], 2)


async def which(see: See, among: list[int], at: int | None) -> Page:
    """Several names fit; the moment, if it was said, goes with the answer."""
    mine = [await regimens.own(see.tx, see.person, each) for each in among]
    keys = [Key(each.label, LogAt(each.id, at, False, False) if at else LogPick(each.id)) for each in mine if each.id]
    return Page(see.words("log-which"), grid(keys, 2))


async def one(see: See, regimen: int) -> Page:
    """Now, earlier, or for a planned dose of the last days that is open."""
    found = await regimens.own(see.tx, see.person, regimen)
    waiting = await entries.open_lately(see.tx, see.person, found, see.now)
    now = Key(see.words.plain("log-now"), LogAt(regimen, 0, False, False))
    rows: Rows = ((now, Key(see.words.plain("log-earlier"), LogEarlier(regimen))),)
    rows += tuple((_planned(dose, see),) for dose in waiting[:MOST_OPEN])
    text = see.words("log-one", dose=_name(found, see), open=len(waiting))
    return Page(text, (*rows, (Key(see.words.plain("button-back"), LogStart()),)))


def _name(regimen: Regimen, see: See) -> str:
    return name_of(regimen.label, regimen.dose_text, see.words)


def _planned(dose: Dose, see: See) -> Key:
    said = see.words.plain("log-planned", time=short(see.local(dose.planned_at), see.local(see.now), see.words))
    return Key(said, press(Back, dose, ONE))


async def asked(see: See, regimen: int, bare: bool = False, why: str = "") -> Page:
    """When was it taken? The answer is typed; `bare` once it was. `why`: what was wrong with one."""
    what = _name(await regimens.own(see.tx, see.person, regimen), see)
    if bare:
        return Page(what)
    lines = [see.words(why)] if why else []
    text = "\n".join([*lines, see.words("log-ask", dose=what), see.words("when-how")])
    return Page(text, ((Key(see.words.plain("button-back"), LogPick(regimen)),),))


async def extra_asked(see: See, intake: int) -> Page:
    """When was this one, besides the plan, taken? The answer is typed."""
    found = await entries.extra(see.tx, see.person, intake)
    text = see.words("log-ask", dose=name_of(found.label, found.dose_text, see.words))
    back = Key(see.words.plain("button-back"), Extra(intake, "show"))
    return Page("\n".join([text, see.words("when-how")]), ((back,),))


async def ahead(see: See, regimen: int, subject: str, at: int) -> Page:
    """The nearest planned dose is still to come: was it that one?"""
    dose, words = await find(see, DoseKey.of(subject)), see.words
    now, planned = see.local(see.now), see.local(dose.planned_at)
    settles = TakenAt(dose.key.regimen, dose.key.day, dose.key.slot, ONE, at, False)
    text = words("log-ahead", dose=name(dose, words), planned=short(planned, now, words))
    rows = (
        (Key(words.plain("log-ahead-yes", planned=short(planned, now, words)), settles),),
        (Key(words.plain("log-ahead-no"), LogAt(regimen, at, True, False)),),
        (Key(words.plain("button-back"), LogPick(regimen)),),
    )
    return Page(text, rows)


async def twice(see: See, regimen: int, at: int) -> Page:
    """One was taken near that moment: did they mean to log two?"""
    yes = Key(see.words.plain("button-yes"), LogAt(regimen, at, True, True))
    no = Key(see.words.plain("button-no"), ShowToday())
    text = await own_limits.question(see, regimen, moment_of(at)) or await doubt(see, regimen, at)
    return Page(text, ((yes, no),))
