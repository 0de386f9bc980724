"""The questions of /add in the order in which they are asked, and which one comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.adding.draft import CHANGE, PREVIEW, Sketch, wrong
from handlers.adding.often import EVERY, OFTEN, WEEKDAYS
from handlers.adding.question import Question
from handlers.adding.reading import read
from handlers.adding.repair import Repair
from handlers.adding.what import Amount, Form, Name
from handlers.adding.when import Start, Times
from journal import regimens, timing
from journal.errors import JournalError

STEPS: tuple[Question, ...] = (
    Name(),
    Repair(),
    Amount(),
    Form(),
    OFTEN,
    EVERY,
    WEEKDAYS,
    Times(),
    Start(),
)
BY_KEY = {step.key: step for step in STEPS}

# The question that mends each problem of a plan; every other one is about how often.
MENDS = {"time": "times", "start": "start"}


def advance(sketch: Sketch, zone: ZoneInfo, today: date, now: datetime) -> Sketch:
    """Return the sketch with the next question open, or PREVIEW once nothing is missing and the plan can be kept."""
    if sketch.open:
        return sketch
    sketch = read(sketch, today)
    missing = next((step for step in STEPS if step.missing(sketch)), None)
    if missing is not None:  # what is wrong with a line is said at the question that it leads to
        return reopened(sketch if missing.key == sketch.wants else wrong(sketch, ""), missing.key)
    return _checked(sketch, zone, now)


def _checked(sketch: Sketch, zone: ZoneInfo, now: datetime) -> Sketch:
    """The sketch at its preview, or at the question about what could not be saved."""
    assert sketch.plan is not None
    if len(sketch.dose_text or "") > regimens.LONGEST:
        return reopened(wrong(sketch, "error-too_long", most=regimens.LONGEST), "amount")
    problems = timing.problems(sketch.plan, zone.key)
    if problems:
        return reopened(wrong(sketch, f"error-plan_{problems[0]}"), MENDS.get(problems[0], OFTEN.key))
    if not sketch.plan.as_needed and not regimens.next_moments(sketch.plan, zone, now, 1):
        return reopened(wrong(sketch, "add-over"), "start")
    return replace(sketch, open=PREVIEW)


def reopened(sketch: Sketch, key: str) -> Sketch:
    """Return the sketch with this question open."""
    return replace(sketch, open=key, chosen=BY_KEY[key].chosen(sketch))


def fields(sketch: Sketch) -> tuple[str, ...]:
    """Return the questions that can be asked again from the preview."""
    phases = sketch.plan.phases if sketch.plan else ()
    what = ("name", "amount", "form", "often")
    if not phases:
        return what
    times = {phase.timing.times for phase in phases}
    same = len(times) == 1 and not any(phase.timing.window for phase in phases)
    return (*what, "times", "start") if same else (*what, "start")


def asked_again(sketch: Sketch, key: str) -> Sketch:
    """Return the sketch with one field open, the choice of fields for "", or the preview. Raises bad_button."""
    if key in ("", PREVIEW):
        return replace(sketch, open=key or CHANGE, why="")
    if key not in fields(sketch):
        raise JournalError("bad_button")
    return reopened(wrong(sketch, ""), key)
