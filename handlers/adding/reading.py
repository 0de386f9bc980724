"""Typed words become a plan, or the one question that is left of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch, clock
from handlers.adding.meant import meant
from handlers.plain_words import Ask, Given, Understood, read_regimen
from handlers.plain_words.cleaning import cleaned
from journal.timing import End, Phase, Plan, Timing

# The question that each code leads to; every other code asks for the words themselves again.
WANTS = {
    "no_name": "name",
    "too_long": "name",
    "no_timing": "often",
    "no_time": "times",
    "twice_a_week": "weekdays",
}
WORDS = "words"
COURSE = ("end", "more")  # questions about a part that stay when its rhythm is said anew
STARTS_TODAY = "starts_today"  # what is assumed of a start that was not said
WORSE = ("not_understood", "no_name", "no_timing", "too_long")  # codes of words that are no timing at all
DIFFERS = {"no_time": "add-ask-times_differ", "twice_a_week": "add-ask-days_differ"}  # parts that disagree
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
    if found.code in DIFFERS and not _can_be_answered(sketch, found, today):
        return replace(sketch, wants=WORDS, why=DIFFERS[found.code], facts=None)
    return sketch


def _can_be_answered(sketch: Sketch, found: Ask, today: date) -> bool:
    """Whether as many times or days as the line speaks of would bring it further."""
    if not found.needed:
        return True
    some = tuple(range(found.needed))
    answer = {"times": some} if found.code == "no_time" else {"weekdays": (*sketch.weekdays, some)}
    again = reread(replace(sketch, **answer), sketch.line, today)
    if not isinstance(again, Ask) or again.code != found.code:
        return True
    return found.code == "twice_a_week" and again.phase > found.phase  # times are shared, days each phase's own


def _known(sketch: Sketch, found: Understood) -> Sketch:
    if sketch.before and not found.plan.phases:
        return replace(sketch, line="", wants="often", asks=("often", *sketch.asks), why="add-part-needed")
    read_out = replace(sketch, line="", wants="", needed=0, times=(), weekdays=())
    plan, alone = _with_known(sketch, found), len(found.plan.phases) == 1
    return replace(
        read_out,
        label=found.label or sketch.label,
        named=True,
        dose_text=found.dose_text or sketch.dose_text,
        route=found.route or sketch.route,
        plan=plan,
        asks=tuple(key for key in sketch.asks if key in COURSE) if alone else (),
        part=max(sketch.part, 0) if alone else 0,
        follows=sketch.follows and alone,
        assumed=_assumed(sketch, found, plan),
    )


def _with_known(sketch: Sketch, found: Understood) -> Plan:
    """The plan that was read: after the parts before it, or with the start and the end that were known before."""
    known = sketch.first
    if known is None or not found.plan.phases:
        return found.plan
    first, *later = found.plan.phases
    if sketch.before:
        first = replace(first, start=None) if STARTS_TODAY in found.assumed else first
        return replace(found.plan, phases=(*sketch.before, first, *later))
    if known.start and STARTS_TODAY in found.assumed:
        first = replace(first, start=known.start)
    if not later and not first.end:
        first = replace(first, end=end_of_line(sketch))
    return replace(found.plan, phases=(first, *later))


def end_of_line(sketch: Sketch) -> End | None:
    """Return the end that a line gave without saying how often; the end of a whole plan goes with its rhythm."""
    return sketch.first.end if sketch.first and not sketch.first.timing.every else None


def _assumed(sketch: Sketch, found: Understood, plan: Plan) -> tuple[str, ...]:
    """What was assumed this time, and before of what is still as it was."""
    known, first = sketch.first, plan.phases[0] if plan.phases else None
    if sketch.before:
        return tuple(dict.fromkeys([*sketch.assumed, *(code for code in found.assumed if code != STARTS_TODAY)]))
    if known is None or first is None:
        return found.assumed
    held = {STARTS_TODAY, "year"} if first.start == known.start else set()
    fresh = [code for code in found.assumed if code != STARTS_TODAY or first.start != known.start]
    kept = [code for code in sketch.assumed if code in held or _is_of_times(code, known, first)]
    return tuple(dict.fromkeys([*fresh, *kept]))


def _is_of_times(code: str, known: Phase, first: Phase) -> bool:
    return code.endswith("_at") and first.timing.times == known.timing.times


def _partly(sketch: Sketch, found: Ask, today: date) -> Sketch:
    label = sketch.label if sketch.named else "" if found.code in UNSURE else found.label
    wants = WANTS.get(found.code, WORDS)
    asked = wants in (WORDS, "name")
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
    words = cleaned(found.rest or typed) or "…"
    return {"rest": cleaned(found.rest), "words": words if len(words) <= SHOWN else words[:SHOWN] + "…"}


def iso_dates(found: Ask, today: date) -> tuple[str, ...]:
    """Return the dates, as ISO text, that an ambiguous date can mean; empty for any other trouble."""
    return tuple(day.isoformat() for day in meant(found.rest, today)) if found.code == "ambiguous_date" else ()


def _without_timing(sketch: Sketch, today: date) -> Sketch:
    """How often is missing. What else the line says (times, start, end) shows once a rhythm stands in its place."""
    probe = reread(sketch, f"{sketch.line} every day", today)
    sketch = replace(sketch, line="", named=True)
    if not isinstance(probe, Understood) or len(probe.plan.phases) != 1:
        return sketch
    phase = probe.plan.phases[0]
    start = None if STARTS_TODAY in probe.assumed else phase.start
    gaps = Phase(Timing(every=0, times=phase.timing.times), start, phase.end)
    assumed = tuple(code for code in probe.assumed if code != STARTS_TODAY)
    return replace(sketch, plan=Plan((gaps,)), assumed=assumed)
