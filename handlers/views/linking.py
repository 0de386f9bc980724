"""What a regimen waits for, in words: on its page, while it is chosen, and when it is gone."""

from __future__ import annotations

from dataclasses import replace

from handlers.adding.draft import Sketch
from handlers.context import See
from handlers.page import Key, Page, Rows, grid
from handlers.presses import Cancel, Change, OpenRegimen, Save
from handlers.presses_plans import AddAfter, StartAfter, StartNow
from handlers.views import plan_words, regimen_words
from handlers.views.dose_words import name_of
from journal import linking, links, regimens
from journal.tables import Regimen
from locales import Html, Words
from scheduler.facts_plans import LinkLost

HOURS = (24, 48, 72, 168)


async def key_for(see: See, regimen: Regimen) -> Rows:
    """The button on a regimen's page that has it wait for another, or start now; no row where neither fits."""
    ident = regimens.ident(regimen)
    if links.waits(regimen):
        return ((Key(see.words.plain("link-start-now"), StartNow(ident, True)),),)
    if regimen.link_hours is None and not await linking.others(see.tx, see.person, regimen):
        return ()
    return ((Key(see.words.plain("link-start-after"), StartAfter(ident, 0, 0)),),)


async def line(see: See, regimen: Regimen) -> str:
    """Such as "Starts 24 hours after the first Hydroxocobalamin is recorded."; "" when it waits for nothing."""
    found = await linking.of(see.tx, regimen)
    if found is None:
        return ""
    if found.lost:
        return see.words("link-lost-line")
    name = see.words.name(found.other)
    if found.starts is None:
        return _wait(name, found.hours, see.words)
    starts = plan_words.moment(see.local(found.starts), see.local(see.now), see.words)
    return see.words("link-begun", other=name, span=_span(found.hours, see.words), time=starts)


def _wait(name: str, hours: int, words: Words) -> Html:
    return words("link-waits", other=name, span=_span(hours, words))


def _span(hours: int, words: Words) -> str:
    """Whole days from two on, else hours."""
    days = hours // 24 if hours % 24 == 0 and hours > 24 else 0
    return words.plain("link-days", days=days) if days else words.plain("link-hours", hours=hours)


async def other(see: See, regimen: int) -> Page:
    """After which other one is it to start?"""
    found = await regimens.own(see.tx, see.person, regimen)
    offered = await linking.others(see.tx, see.person, found)
    keys = [Key(each.label, StartAfter(regimen, regimens.ident(each), 0)) for each in offered]
    text = see.words("link-ask-other", label=see.words.name(found.label)) if keys else see.words("link-none")
    return Page(text, (*grid(keys, 2), (_back(see, regimen),)))


async def hours(see: See, regimen: int, other: int, why: str = "") -> Page:
    """How long after the first one?"""
    words, name = see.words, (await regimens.own(see.tx, see.person, other)).label
    keys = [Key(_span(each, words), StartAfter(regimen, other, each)) for each in HOURS]
    lines = [words(why)] if why else []
    text = "\n".join([*lines, words("link-ask-hours", other=words.name(name))])
    return Page(text, (*grid(keys, 2), (_back(see, regimen),)))


def _back(see: See, regimen: int) -> Key:
    return Key(see.words.plain("button-back"), OpenRegimen(regimen))


async def add_after(see: See, sketch: Sketch) -> Page:
    """What does the regimen that is being added start after?"""
    mine, words = await regimens.of(see.tx, see.person), see.words
    keys = [Key(each.label, AddAfter(sketch.id, regimens.ident(each))) for each in mine]
    none = (Key(words.plain("link-nothing"), AddAfter(sketch.id, 0)),)
    text = words("link-unknown", name=str((sketch.facts or {}).get("name", ""))[:80])
    return Page(text, (*grid(keys, 2), none, (Key(words.plain("add-button-cancel"), Cancel(sketch.id)),)))


async def preview(see: See, sketch: Sketch) -> Page:
    """Everything that is known of what waits for another, before it is saved."""
    words, own = see.words, await regimens.own(see.tx, see.person, sketch.link)
    assert sketch.plan is not None
    first, *later = sketch.plan.phases
    plan = replace(sketch.plan, phases=(replace(first, start=None), *later))
    about = regimen_words.details(sketch.label, sketch.dose_text or "", sketch.route or "", plan, see)
    name, taken = words.name(own.label), await links.first_intake(see.tx, sketch.link)
    starts = links.after(taken, sketch.link_hours) if taken else None
    said = _wait(name, sketch.link_hours, words)
    if starts is not None:
        text = "link-begun" if starts > see.now else "link-passed"
        time = plan_words.moment(see.local(starts), see.local(see.now), words)
        said = words(text, other=name, span=_span(sketch.link_hours, words), time=time)
    lines = [words("add-preview"), *about, said, "", words(sketch.why or "add-not-saved")]
    save = Key(words.plain("add-button-save"), Save(sketch.id))
    change = Key(words.plain("add-button-change"), Change(sketch.id, ""))
    return Page("\n".join(lines), ((save, change, Key(words.plain("add-button-cancel"), Cancel(sketch.id))),))


async def left(see: See, regimen: int) -> Page:
    """It goes on waiting."""
    found = await regimens.own(see.tx, see.person, regimen)
    return Page(see.words("link-left", label=see.words.name(found.label)))


def lost_page(fact: LinkLost, words: Words) -> Page:
    """What it waits for is gone: start now, or leave it?"""
    now = Key(words.plain("link-start-now"), StartNow(fact.regimen, True))
    leave = Key(words.plain("link-leave"), StartNow(fact.regimen, False))
    text = words("link-lost", dose=name_of(fact.label, fact.dose_text, words))
    return Page(text, ((now,), (leave,)))


async def started(see: See, regimen_ids: set[int]) -> list[Html]:
    """What starts because one of these was recorded, with its first date."""
    found = await linking.started(see.tx, see.person, regimen_ids, see.now)
    return [
        see.words(
            "link-starts",
            dose=name_of(each.label, each.dose_text, see.words),
            time=plan_words.moment(see.local(at), see.local(see.now), see.words),
        )
        for each, at in found
    ]
