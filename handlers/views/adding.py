"""The pages of /add. What they show is what the draft row says when they are shown, and nothing else."""

from __future__ import annotations

from handlers.adding.draft import AFTER, CHANGE, EVERY_PART, KIND, PREVIEW, Sketch, load
from handlers.adding.steps import BY_KEY, choices, fields, is_choosing
from handlers.context import See
from handlers.page import Key, Page, grid
from handlers.plain_words import Habits
from handlers.presses import Cancel, Change, Save
from handlers.views import editing, linking, regimen_words
from handlers.views.dose_words import name_of
from handlers.views.plan_words import describe
from journal import drafts, people, regimens
from journal.timing import Plan
from locales import Words

DATES = 4


async def question(see: See) -> Page:
    """The open question with what was wrong with the last answer, or the preview."""
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != KIND:
        return Page(see.words("add-old-question"))
    sketch = load(draft[1])
    if sketch.regimen and sketch.open == PREVIEW:
        return await editing.preview(see, sketch)
    if sketch.open == AFTER:
        return await linking.add_after(see, sketch)
    if sketch.link and sketch.open == PREVIEW:
        return await linking.preview(see, sketch)
    return page(see, sketch)


preview = question


def page(see: See, sketch: Sketch) -> Page:
    """The preview, the choice of what to change, or the open question."""
    if sketch.open == PREVIEW:
        return _preview(see, sketch)
    if not is_choosing(sketch):
        return _asked(see.words, sketch)
    return _change(see.words, sketch) if sketch.open == CHANGE else _which(see.words, sketch)


def _asked(words: Words, sketch: Sketch) -> Page:
    step = BY_KEY[sketch.open]
    text = "\n".join([*_heading(words, sketch), step.text(sketch, words)])
    return Page(text, (*step.rows(sketch, words), (_cancel(words, sketch),)))


def _heading(words: Words, sketch: Sketch) -> list[str]:
    """What it is about, and what was wrong."""
    lines = [name_of(sketch.label, sketch.dose_text or "", words)] if sketch.label else []
    if sketch.before and sketch.asks:
        lines.append(words("add-so-far", plan=describe(Plan(sketch.before), words)))
    return [*lines, words(sketch.why, **(sketch.facts or {}))] if sketch.why else lines


def _change(words: Words, sketch: Sketch) -> Page:
    keys = [Key(words.plain(f"add-field-{key}"), Change(sketch.id, key)) for key in fields(sketch)]
    back = Key(words.plain("button-back"), Change(sketch.id, PREVIEW))
    text = "\n".join([*_heading(words, sketch), words("add-change")])
    return Page(text, (*grid(keys, 2), (back, _cancel(words, sketch))))


def _which(words: Words, sketch: Sketch) -> Page:
    """The choice of the part to change something of."""
    field = sketch.open.partition(".")[2]
    assert sketch.plan
    rows = []
    for place in choices(sketch, field):
        label = words.plain("add-part-every")
        if place != EVERY_PART:
            plan = describe(Plan((sketch.plan.phases[place],)), words)
            label = words.plain("add-part", number=place + 1, plan=plan)
        rows.append((Key(label, Change(sketch.id, f"{field}.{place}")),))
    back = Key(words.plain("button-back"), Change(sketch.id, ""))
    text = "\n".join([*_heading(words, sketch), words("add-which-part")])
    return Page(text, (*rows, (back, _cancel(words, sketch))))


def _preview(see: See, sketch: Sketch) -> Page:
    words, zone = see.words, people.zone_of(see.person)
    assert sketch.plan is not None
    moments = regimens.next_moments(sketch.plan, zone, see.now, DATES)
    about = regimen_words.details(sketch.label, sketch.dose_text or "", sketch.route or "", sketch.plan, see)
    dates = regimen_words.passed(sketch.plan, see) + regimen_words.coming(moments, sketch.plan, see)
    closing = [*(_assumed(words, code) for code in sketch.assumed), words(sketch.why or "add-not-saved")]
    blocks = ("\n".join(lines) for lines in ([words("add-preview"), *about], dates, closing))
    save = Key(words.plain("add-button-save"), Save(sketch.id))
    change = Key(words.plain("add-button-change"), Change(sketch.id, ""))
    return Page("\n\n".join(blocks), ((save, change, _cancel(words, sketch)),))


def _assumed(words: Words, code: str) -> str:
    """One thing that was not said; parts of the day with the time that they were taken for."""
    part = getattr(Habits(), code.removesuffix("_at"), None)
    return words(f"add-assumed-{code}", time=words.time(part) if part else "")


def _cancel(words: Words, sketch: Sketch) -> Key:
    return Key(words.plain("add-button-cancel"), Cancel(sketch.id))
