"""A regimen being changed: how it is to be, from when, and what that means for the next doses."""

from __future__ import annotations

from datetime import date

from handlers.adding.draft import Sketch
from handlers.adding.editing import edition_of
from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import Cancel, Change, Save
from handlers.views import plan_words, regimen_words
from handlers.views.dose_words import name_of
from journal import occurrences, people, regimens, timing, versions
from journal.tables import Regimen, RegimenVersion
from locales import Html

DATES = 4


async def preview(see: See, sketch: Sketch) -> Page:
    """Everything as it is to be, with the next dates, before anything is saved."""
    words, edition = see.words, edition_of(sketch)
    regimen = await regimens.own(see.tx, see.person, sketch.regimen)
    moments = await versions.preview(see.tx, see.person, regimen, edition, see.now, DATES)
    about = regimen_words.details(edition.label, edition.dose_text, edition.route, edition.plan, see, regimen.zone)
    closing = [words("edit-past"), words(sketch.why or "add-not-saved")]
    if waiting := await versions.pending(see.tx, regimen):
        closing.insert(0, words("edit-replaces", date=_day(see, regimen, waiting)))
    dates = regimen_words.coming(moments, edition.plan, see)
    blocks = ("\n".join(lines) for lines in ([_heading(see, edition.since), *about], dates, closing))
    save = Key(words.plain("add-button-save"), Save(sketch.id))
    change = Key(words.plain("add-button-change"), Change(sketch.id, ""))
    cancel = Key(words.plain("add-button-cancel"), Cancel(sketch.id))
    return Page("\n\n".join(blocks), ((save, change, cancel),))


def _heading(see: See, since: date) -> Html:
    today = people.today(see.person, see.now)
    if since <= today:
        return see.words("edit-preview-today")
    return see.words("edit-preview", date=plan_words.day(since, today, see.words))


async def saved(see: See, regimen: int) -> Page:
    """What was saved, in short."""
    found = await regimens.own(see.tx, see.person, regimen)
    plan, later = await regimens.plan_of(see.tx, found), await coming_change(see, found)
    lines = [see.words("edit-saved", dose=name_of(found.label, found.dose_text, see.words))]
    lines.append(see.words("regimen-plan", plan=plan_words.describe(plan, see.words)))
    moments = await regimens.upcoming(see.tx, see.person, found, see.now, DATES)
    return Page("\n".join([*lines, *later, *regimen_words.coming(moments, plan, see)]))


async def coming_change(see: See, regimen: Regimen) -> list[Html]:
    """One line about the change that waits for its day; none when there is none."""
    waiting = await versions.pending(see.tx, regimen)
    if waiting is None:
        return []
    plan = plan_words.describe(timing.plan_from_json(waiting.plan), see.words)
    on = _day(see, regimen, waiting)
    if not waiting.dose_text:
        return [see.words("regimen-later", date=on, plan=plan)]
    return [see.words("regimen-later-amount", date=on, plan=plan, amount=waiting.dose_text)]


def _day(see: See, regimen: Regimen, waiting: RegimenVersion) -> str:
    zone = occurrences.zone_of(see.person, regimen)
    return plan_words.day(waiting.valid_from.astimezone(zone).date(), see.local(see.now).date(), see.words)
