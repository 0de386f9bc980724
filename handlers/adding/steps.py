"""The questions of /add in the order in which they are asked, and which one comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.adding.course import APART, MORE, next_part
from handlers.adding.days import DAYS_OF_MONTH, LEFT_OUT, OFFSETS, WEEKDAYS
from handlers.adding.draft import CHANGE, EVERY_PART, PREVIEW, Sketch, wrong
from handlers.adding.editing import Since, aligned
from handlers.adding.ends import END, ENDS_BY
from handlers.adding.often import EVERY, OFTEN, SHAPES
from handlers.adding.own import Own
from handlers.adding.question import Question
from handlers.adding.reading import read
from handlers.adding.repair import Repair
from handlers.adding.rhythm import CYCLE, HOURS, NTH
from handlers.adding.what import Amount, Form, Name
from handlers.adding.when import Start, Times
from journal import regimens, timing
from journal.errors import JournalError
from journal.timing import Plan, Timing, Unit

STEPS: tuple[Question, ...] = (
    Name(),
    Repair(),
    Amount(),
    Form(),
    SHAPES,
    OFTEN,
    EVERY,
    WEEKDAYS,
    LEFT_OUT,
    DAYS_OF_MONTH,
    NTH,
    CYCLE,
    OFFSETS,
    HOURS,
    Times(),
    END,
    *ENDS_BY,
    MORE,
    Start(),
    APART,
    Own(),
    Since(),
)
BY_KEY = {step.key: step for step in STEPS}

# The question that mends each problem of a plan; every other one is about how often.
MENDS = {"time": "times", "start": "start", "gap": "apart", "limit": "own"}


def advance(sketch: Sketch, zone: ZoneInfo, today: date, now: datetime, was: Plan | None = None) -> Sketch:
    """Return the sketch with the next question open, or PREVIEW once nothing is missing and the plan can be kept.

    `was` is the plan until now of a regimen that is being changed.
    """
    if sketch.open:
        return sketch
    sketch = read(sketch, today)
    sketch = aligned(sketch, was, today) if was else sketch
    missing = _missing(sketch)
    if sketch.follows and (missing is None or missing.key == "start"):  # this part is complete
        sketch = next_part(sketch)
        missing = _missing(sketch)
    if missing is not None:  # what is wrong with a line is said at the question that it leads to
        return reopened(sketch if missing.key == sketch.wants else wrong(sketch, ""), missing.key)
    return _checked(sketch, zone, now)


def _missing(sketch: Sketch) -> Question | None:
    return next((step for step in STEPS if step.missing(sketch)), None)


def _checked(sketch: Sketch, zone: ZoneInfo, now: datetime) -> Sketch:
    """The sketch at its preview, or at the question about what could not be saved."""
    assert sketch.plan is not None
    if len(sketch.dose_text or "") > regimens.LONGEST:
        return reopened(wrong(sketch, "error-too_long", most=regimens.LONGEST), "amount")
    problems = timing.problems(sketch.plan, zone.key)
    if problems:
        return _mended(wrong(sketch, f"error-plan_{problems[0]}"), MENDS.get(problems[0], OFTEN.key))
    if not sketch.plan.as_needed and not regimens.next_moments(sketch.plan, zone, now, 1):
        return reopened(wrong(replace(sketch, part=0), "add-over"), "start")
    return replace(sketch, open=PREVIEW)


def _mended(sketch: Sketch, key: str) -> Sketch:
    """The sketch at the question that can mend its plan."""
    assert sketch.plan is not None
    gaps = [place for place, phase in enumerate(sketch.plan.phases) if phase.min_gap_days]
    if key == APART.key and sketch.part not in gaps:
        sketch = replace(sketch, part=gaps[0])
    return reopened(_whole(sketch) if key == OFTEN.key else sketch, key)


def _whole(sketch: Sketch) -> Sketch:
    """The sketch with all of its plan asked about."""
    return replace(sketch, asks=(), part=0, follows=False)


def reopened(sketch: Sketch, key: str) -> Sketch:
    """Return the sketch with this question open."""
    return replace(sketch, open=key, chosen=BY_KEY[key].chosen(sketch))


WHAT = ("name", "amount", "form", "often")
OF_PARTS = ("times", "start", "end", "except", "apart")


def places(sketch: Sketch, field: str) -> tuple[int, ...]:
    """Return the places of the phases that a field of OF_PARTS can be changed of; none for any other field."""
    phases = sketch.plan.phases if sketch.plan and field in OF_PARTS else ()
    return tuple(place for place, phase in enumerate(phases) if _has(phase.timing, field))


def _has(timing: Timing, field: str) -> bool:
    if field == "times":
        return not timing.window
    return field != "except" or not (timing.weekdays or timing.nth_weekday)


def fields(sketch: Sketch) -> tuple[str, ...]:
    """Return the questions that can be asked again from the preview."""
    if sketch.plan and sketch.plan.as_needed:
        return (*WHAT, Own.key, *(("since",) if sketch.regimen else ()))
    start = "since" if sketch.regimen else "start"
    found = tuple(start if field == "start" else field for field in OF_PARTS if places(sketch, field))
    return (*WHAT, *(found or ((start,) if sketch.regimen else ())))


def is_fresh(sketch: Sketch) -> bool:
    """Return whether a whole line can still be typed: its name is asked and nothing else is known."""
    return sketch.open == "name" and not (sketch.line or sketch.plan or sketch.link or sketch.wants)


def is_choosing(sketch: Sketch) -> bool:
    """Return whether the preview, or the choice of what to change, is open."""
    return sketch.open.partition(".")[0] in (PREVIEW, CHANGE)


def asked_again(sketch: Sketch, key: str) -> Sketch:
    """Return the sketch with one field open, the choice of fields for "", or the preview. Raises bad_button.

    "<field>.<place>" is that field of one phase; a field of several phases alone leads to the choice of one.
    """
    if key in ("", PREVIEW):
        return replace(sketch, open=key or CHANGE, why="")
    field, _, place = key.partition(".")
    if field in (*WHAT, "since", Own.key) and field in fields(sketch) and not place:
        return reopened(wrong(_whole(sketch) if field == OFTEN.key else sketch, ""), field)
    found = places(sketch, field) if field in fields(sketch) else ()
    if len(found) > 1 and not place:
        return replace(sketch, open=f"{CHANGE}.{field}", why="")
    chosen = {str(each): each for each in choices(sketch, field)} | ({"": found[0]} if len(found) == 1 else {})
    if place not in chosen:
        raise JournalError("bad_button")
    return reopened(wrong(replace(sketch, part=chosen[place]), ""), field)


def choices(sketch: Sketch, field: str) -> tuple[int, ...]:
    """Return the phases that a field can be changed of, EVERY_PART last where that makes sense."""
    found = places(sketch, field) if field in fields(sketch) else ()
    by_hours = sketch.plan and any(phase.timing.unit is Unit.HOURS for phase in sketch.plan.phases)
    return (*found, EVERY_PART) if field == "times" and len(found) > 1 and not by_hours else found
