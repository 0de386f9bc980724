"""The pages of /add. What they show is what the draft row says when they are shown, and nothing else."""

from __future__ import annotations

from handlers.adding.draft import CHANGE, KIND, PREVIEW, Sketch, load
from handlers.adding.steps import BY_KEY, fields
from handlers.context import See
from handlers.page import Key, Page, grid
from handlers.plain_words import Habits
from handlers.presses import Cancel, Change, Save
from handlers.views import regimen_words
from handlers.views.dose_words import name_of
from journal import drafts, people, regimens
from locales import Words

DATES = 4


async def question(see: See) -> Page:
    """The open question with what was wrong with the last answer, or the preview."""
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != KIND:
        return Page(see.words("add-old-question"))
    return page(see, load(draft[1]))


preview = question


def page(see: See, sketch: Sketch) -> Page:
    """The preview, the choice of what to change, or the open question."""
    if sketch.open == PREVIEW:
        return _preview(see, sketch)
    return _change(see.words, sketch) if sketch.open == CHANGE else _asked(see.words, sketch)


def _asked(words: Words, sketch: Sketch) -> Page:
    step = BY_KEY[sketch.open]
    text = "\n".join([*_heading(words, sketch), step.text(sketch, words)])
    return Page(text, (*step.rows(sketch, words), (_cancel(words, sketch),)))


def _heading(words: Words, sketch: Sketch) -> list[str]:
    """What it is about, and what was wrong."""
    lines = [name_of(sketch.label, sketch.dose_text or "", words)] if sketch.label else []
    return [*lines, words(sketch.why, **(sketch.facts or {}))] if sketch.why else lines


def _change(words: Words, sketch: Sketch) -> Page:
    keys = [Key(words.plain(f"add-field-{key}"), Change(sketch.id, key)) for key in fields(sketch)]
    back = Key(words.plain("button-back"), Change(sketch.id, PREVIEW))
    text = "\n".join([*_heading(words, sketch), words("add-change")])
    return Page(text, (*grid(keys, 2), (back, _cancel(words, sketch))))


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
