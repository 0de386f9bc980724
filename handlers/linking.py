"""A regimen that starts after another one: from its page, in a line of /add, and when the other one is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handlers import log_line
from handlers.adding.draft import AFTER, PREVIEW, Sketch
from handlers.adding.question import settled
from handlers.context import Act
from handlers.plain_words.after import After, read_after, read_hours
from handlers.presses_plans import StartAfter, StartNow
from handlers.reply import Reply, show
from journal import drafts, linking, links, regimens
from journal.errors import JournalError
from journal.tables import Regimen

KIND = "link"  # of the draft row

Answers = dict[str, Any]


async def asked(act: Act, press: StartAfter) -> Reply:
    """Which other one, how long after it, then done. Raises JournalError: gone, and those of linking.link."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    if not press.other:
        await drafts.close(act.tx, act.person, KIND)
        return show("link_other", edit=act.message, regimen=press.regimen)
    if press.hours:
        return await _link(act, regimen, press.other, press.hours)
    other = await regimens.own(act.tx, act.person, press.other)
    if other not in await linking.others(act.tx, act.person, regimen):
        raise JournalError("link_unfit")
    await drafts.put(act.tx, act.person, KIND, {"regimen": press.regimen, "other": press.other}, act.now)
    return show("link_hours", edit=act.message, regimen=press.regimen, other=press.other)


async def typed(act: Act, answers: Answers) -> Reply:
    """How long after, in words. Raises JournalError: gone, and those of linking.link."""
    hours = read_hours(act.text)
    if hours is None or hours not in links.HOURS:
        return show("link_hours", regimen=answers["regimen"], other=answers["other"], why="link-hours-unclear")
    return await _link(act, await regimens.own(act.tx, act.person, answers["regimen"]), answers["other"], hours)


async def _link(act: Act, regimen: Regimen, other: int, hours: int) -> Reply:
    await linking.link(act.tx, act.person, regimen, other, hours, act.now)
    await drafts.close(act.tx, act.person, KIND)
    return show("regimen", edit=act.message, toast="toast-done", regimen=regimens.ident(regimen))


async def start_now(act: Act, press: StartNow) -> Reply:
    """`Start now` or `Leave it`. Raises JournalError: gone, plan_changed."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    if not press.now:
        return show("link_left", edit=act.message, regimen=press.regimen)
    done = await linking.unlink(act.tx, act.person, regimen, act.now)
    toast = "toast-done" if done else "toast-nothing-changed"
    return show("regimen", edit=act.message, toast=toast, regimen=press.regimen)


async def with_line(act: Act, sketch: Sketch, line: str) -> Sketch:
    """Return the sketch with a typed line and what it starts after, or with the question which one that is.

    Raises JournalError: link_hours.
    """
    after = read_after(line)
    if after is None:
        return settled(sketch, line=line)
    if after.hours not in links.HOURS:
        raise JournalError("link_hours", most=links.HOURS[-1])
    found, rest = _named(after, await _labels(act))
    name = ""
    if len(found) != 1:
        name, _, rest = after.rest.partition(",")
    left = f"{after.line} {rest}".strip(" ,")
    sketch = settled(sketch, line=left, guided=sketch.guided or not left, link_hours=after.hours)
    return replace(sketch, open=AFTER, facts={"name": name}) if name else replace(sketch, link=found[0])


async def _labels(act: Act) -> dict[int, str]:
    return {regimens.ident(each): each.label for each in await regimens.of(act.tx, act.person)}


def _named(after: After, labels: dict[int, str]) -> tuple[tuple[int, ...], str]:
    """The regimens that the longest beginning of the words names, and the words after it."""
    words = after.rest.replace(",", " , ").split()
    for length in range(len(words), 0, -1):
        found = log_line.matching(" ".join(words[:length]), labels)
        if found and words[length - 1] != ",":
            return found, " ".join(words[length:]).replace(" , ", ", ").strip(" ,")
    return (), ""


async def named(act: Act, sketch: Sketch) -> Sketch:
    """Return the sketch with what it starts after, as typed; the question stays open for a name that is unclear."""
    found = log_line.matching(act.text, await _labels(act))
    return await after(act, sketch, found[0]) if len(found) == 1 else replace(sketch, facts={"name": act.text})


async def after(act: Act, sketch: Sketch, other: int) -> Sketch:
    """Return the sketch with what it starts after, 0 for nothing. Raises JournalError: gone."""
    if other:
        await regimens.own(act.tx, act.person, other)
    return settled(sketch, link=other, link_hours=sketch.link_hours if other else 0)


def checked(sketch: Sketch) -> Sketch:
    """Return the sketch without its link when its plan cannot wait for another, and says so."""
    if not sketch.link or sketch.open != PREVIEW or sketch.plan is None or links.is_movable(sketch.plan):
        return sketch
    return replace(sketch, link=0, link_hours=0, why="add-link-unfit")


async def saved(act: Act, sketch: Sketch, regimen: Regimen) -> None:
    """Keep the link of what was added, unless its time has passed already. Raises those of linking.link."""
    first = await links.first_intake(act.tx, sketch.link) if sketch.link else None
    if sketch.link and (first is None or links.after(first, sketch.link_hours) > act.now):
        await linking.link(act.tx, act.person, regimen, sketch.link, sketch.link_hours, act.now)
