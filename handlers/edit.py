"""`Edit`: a regimen changed by the questions of /add; nothing changes before `Save`."""

from __future__ import annotations

from handlers.adding.draft import KIND, Sketch, dump
from handlers.adding.editing import edition_of, sketch_of
from handlers.context import Act
from handlers.presses_settings import EditRegimen
from handlers.reply import Reply, show
from journal import drafts, regimens, versions
from journal.errors import JournalError
from journal.timing import Plan


async def asked(act: Act, press: EditRegimen) -> Reply:
    """What is to be changed? Raises JournalError: gone, plan_changed (it has ended)."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    if regimen.status == regimens.ENDED:
        raise JournalError("plan_changed")
    sketch = sketch_of(regimen, await regimens.plan_of(act.tx, regimen), act.today)
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
    await versions.save(act.tx, act.person, regimen, edition_of(sketch), act.now)
    await drafts.drop(act.tx, act.person)
    return show("edited", edit=act.message, regimen=sketch.regimen)
