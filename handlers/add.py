"""`/add`: one line in plain words, or one question after another; nothing is saved before `Save`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handlers import edit, linking
from handlers.adding import steps
from handlers.adding.draft import AFTER, KIND, PREVIEW, Sketch, dump, fresh, load, renamed
from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses import Cancel, Change, Pick, Save
from handlers.presses_plans import AddAfter
from handlers.reply import Reply, say, show
from journal import drafts, people, regimens


async def start(act: Act) -> Reply:
    """`/add`, alone or with a line."""
    line = cleaned(act.text)
    return await go_on(act, await linking.with_line(act, fresh(guided=not line), line))


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """Words while something is being added."""
    sketch = load(answers)
    if steps.is_fresh(sketch):
        return await go_on(act, await linking.with_line(act, sketch, cleaned(act.text)))
    if sketch.open == AFTER:
        return await go_on(act, await linking.named(act, sketch))
    step = steps.BY_KEY.get(sketch.open)
    if step is None:
        return await go_on(act, replace(sketch, why="add-use-buttons"))
    return await go_on(act, step.typed(sketch, act.text, act.today))


async def picked(act: Act, press: Pick) -> Reply:
    """An answer by a button. Raises JournalError: bad_button."""
    sketch = await _sketch(act, press.draft)
    if sketch is None or sketch.open != press.step or press.step not in steps.BY_KEY:
        return _old()
    answered = steps.BY_KEY[press.step].picked(sketch, press.value, act.today)
    return await go_on(act, answered, act.message)


async def saved(act: Act, press: Save) -> Reply:
    """`Save`. Raises JournalError: those of regimens.add."""
    sketch = await _sketch(act, press.draft)
    if sketch is None or sketch.open != PREVIEW or sketch.plan is None:
        return _old()
    if sketch.regimen:
        return await edit.saved(act, sketch)
    amount, route = sketch.dose_text or "", sketch.route or ""
    regimen = await regimens.add(act.tx, act.person, sketch.label, amount, route, sketch.plan, act.now)
    await linking.saved(act, sketch, regimen)
    ident = regimens.ident(regimen)
    await drafts.drop(act.tx, act.person)
    return show("regimen", edit=act.message, regimen=ident, saved=True)


async def changed(act: Act, press: Change) -> Reply:
    """`Change`: which field, then that one again. Raises JournalError: bad_button."""
    sketch = await _sketch(act, press.draft)
    if sketch is None or not steps.is_choosing(sketch):
        return _old()
    if sketch.open == PREVIEW:
        sketch = renamed(sketch)  # other messages with the same preview must not save what this one becomes
    return await go_on(act, steps.asked_again(sketch, press.step), act.message)


async def after_picked(act: Act, press: AddAfter) -> Reply:
    """What it starts after, by a button. Raises JournalError: gone."""
    sketch = await _sketch(act, press.draft)
    if sketch is None or sketch.open != AFTER:
        return _old()
    return await go_on(act, await linking.after(act, sketch, press.other), act.message)


async def cancelled(act: Act, press: Cancel) -> Reply:
    """`Cancel`."""
    sketch = await _sketch(act, press.draft)
    if sketch is None:
        return _old()
    await drafts.drop(act.tx, act.person)
    return show("text", edit=act.message, text="edit-cancelled" if sketch.regimen else "add-cancelled")


async def _sketch(act: Act, ident: str) -> Sketch | None:
    """The open sketch, if the button belongs to it."""
    draft = await drafts.get(act.tx, act.person)
    sketch = load(draft[1]) if draft and draft[0] == KIND else None
    return sketch if sketch and sketch.id == ident else None


def _old() -> Reply:
    return Reply(say("add-old-question").shows, toast="toast-nothing-changed")


async def go_on(act: Act, sketch: Sketch, over: int | None = None) -> Reply:
    """Keep the sketch and show what it asks now."""
    was = await edit.plan_before(act, sketch)
    sketch = linking.checked(steps.advance(sketch, people.zone_of(act.person), act.today, act.now, was))
    await drafts.put(act.tx, act.person, KIND, dump(sketch), act.now)
    return show("add_preview" if sketch.open == PREVIEW else "add_question", edit=over)
