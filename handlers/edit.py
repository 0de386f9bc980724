"""`Edit`: a regimen changed by the questions of /add; nothing changes before `Save`."""

from __future__ import annotations

from handlers import book
from handlers.adding.draft import KIND, Sketch, dump
from handlers.adding.editing import edition_of, sketch_of
from handlers.adding.steps import asked_again
from handlers.context import Act
from handlers.presses_settings import EditRegimen
from handlers.reply import Reply, show
from journal import drafts, regimens, versions
from journal.errors import JournalError
from journal.timing import Plan


async def asked(act: Act, press: EditRegimen, field: str = "") -> Reply:
    """What is to be changed, or at once how a field is. Raises JournalError: gone, bad_button, plan_changed (ended)."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    if regimen.status == regimens.ENDED:
        raise JournalError("plan_changed")
    sketch = sketch_of(regimen, await regimens.plan_of(act.tx, regimen), act.today)
    sketch = asked_again(sketch, field)
    await drafts.put(act.tx, act.person, KIND, dump(sketch), act.now)
    return show("add_question", edit=act.message)


async def plan_before(act: Act, sketch: Sketch) -> Plan | None:
    """Return the plan in force of the regimen that the sketch changes; None for a new one. Raises gone."""
    if not sketch.regimen:
        return None
    return await regimens.plan_of(act.tx, await regimens.own(act.tx, act.person, sketch.regimen))


async def saved(act: Act, sketch: Sketch) -> Reply:
    """Keep it as the preview showed it. Raises JournalError: gone, and those of versions.save."""
    regimen = await regimens.own(act.tx, act.person, sketch.regimen)
    edition = edition_of(sketch)
    goes = edition.plan != await regimens.plan_of(act.tx, regimen)
    dropped = await book.dropped(act, regimen) if goes else ()
    await versions.save(act.tx, act.person, regimen, edition, act.now)
    await drafts.drop(act.tx, act.person)
    return show("edited", edit=act.message, regimen=sketch.regimen).and_show(*dropped)
