"""Typed words become a plan, or the one question that is left of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch, clock
from handlers.adding.meant import meant
from handlers.plain_words import Ask, Given, Understood, read_regimen
from journal.timing import Phase, Plan, Timing

# The question that each code leads to; every other code asks for the words themselves again.
WANTS = {
    "no_name": "name",
    "too_long": "name",
    "no_timing": "often",
    "no_time": "times",
    "twice_a_week": "weekdays",
}
WORDS = "words"
STARTS_TODAY = "starts_today"  # what is assumed of a start that was not said
WORSE = ("not_understood", "no_name", "no_timing", "too_long")  # codes of words that are no timing at all
SHOWN = 80  # letters of unclear words that are repeated back
UNSURE = ("not_understood", "no_name", "too_long")  # then what was taken for the name may be anything


def reread(sketch: Sketch, line: str, today: date) -> Understood | Ask:
    """Read `line` with all that the person has answered about it."""
    times = tuple(map(clock, sketch.times))
    return read_regimen(line, today, given=Given(sketch.label if sketch.named else "", times, sketch.weekdays))


def read(sketch: Sketch, today: date) -> Sketch:
    """Return the sketch with its line turned into a plan, or with the question that the line leads to in `wants`."""
    if not sketch.line:
        return sketch
    found = reread(sketch, sketch.line, today)
    if isinstance(found, Understood):
        return _known(sketch, found)
    sketch = _partly(sketch, found, today)
    if found.code == "no_timing":
        return _without_timing(sketch, today)
    if found.code == "no_time" and sketch.times:  # phases that want different numbers of times
        return replace(sketch, wants=WORDS, why="add-ask-times_differ", times=())
    return sketch


def _known(sketch: Sketch, found: Understood) -> Sketch:
    read_out = replace(sketch, line="", wants="", needed=0, times=(), weekdays=(), picks_weekdays=False)
    plan, assumed = _keeping_start(sketch, found)
    return replace(
        read_out,
        label=found.label or sketch.label,
        named=True,
        dose_text=found.dose_text or sketch.dose_text,
        route=found.route or sketch.route,
        plan=plan,
        assumed=assumed,
    )


def _keeping_start(sketch: Sketch, found: Understood) -> tuple[Plan, tuple[str, ...]]:
    """The plan and what was assumed; a start that is known already is not assumed to be today."""
    known = sketch.first and sketch.first.start
    if not known or STARTS_TODAY not in found.assumed or STARTS_TODAY in sketch.assumed:
        return found.plan, found.assumed
    first, *later = found.plan.phases
    plan = replace(found.plan, phases=(replace(first, start=known), *later))
    return plan, tuple(code for code in found.assumed if code != STARTS_TODAY)


def _partly(sketch: Sketch, found: Ask, today: date) -> Sketch:
    label = sketch.label if sketch.named else "" if found.code in UNSURE else found.label
    wants = WANTS.get(found.code, WORDS)
    asked = wants == WORDS or wants == "name"
    return replace(
        sketch,
        label=label,
        dose_text=found.dose_text if found.dose_text and found.code != "several_doses" else sketch.dose_text,
        route=found.route or sketch.route,
        wants=wants,
        needed=found.needed,
        why=f"add-ask-{found.code}" if asked else "",
        facts=facts_of(found, sketch.line) if asked else None,
        dates=iso_dates(found, today),
        line="" if found.code == "too_long" else sketch.line,
    )


def facts_of(found: Ask, typed: str) -> dict[str, str | int]:
    """Return what the sentence about a trouble needs: `words` are those in question, else what was typed."""
    words = found.rest or typed
    return {"rest": found.rest, "words": words if len(words) <= SHOWN else words[:SHOWN] + "…"}


def iso_dates(found: Ask, today: date) -> tuple[str, ...]:
    """Return the dates, as ISO text, that an ambiguous date can mean; empty for any other trouble."""
    return tuple(day.isoformat() for day in meant(found.rest, today)) if found.code == "ambiguous_date" else ()


def _without_timing(sketch: Sketch, today: date) -> Sketch:
    """How often is missing. What else the line says (times, start, end) shows once a rhythm stands in its place."""
    probe = reread(sketch, f"{sketch.line} every day", today)
    plan = sketch.plan
    if isinstance(probe, Understood) and len(probe.plan.phases) == 1:
        phase = probe.plan.phases[0]
        start = None if STARTS_TODAY in probe.assumed else phase.start
        plan = Plan((Phase(Timing(every=0, times=phase.timing.times), start, phase.end),))
    return replace(sketch, plan=plan, line="", named=True)
