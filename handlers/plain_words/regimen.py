"""Reads the line after /add: a name, an amount, a route and a schedule in one go, or what has to be asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.facts import Ask, Given, Habits, Understood
from handlers.plain_words.limits import limited
from handlers.plain_words.naming import Naming, naming
from handlers.plain_words.parts import Apart, Own, Part, Sign, Unclear
from handlers.plain_words.phases import phases
from handlers.plain_words.scanner import Clause, scan
from handlers.plain_words.stretches import Stretch, open_week, stretch
from journal.timing.limits import problems
from journal.timing.plan import Plan

_LONGEST = 500
_NOTHING = Given()
_Read = tuple[Plan, tuple[str, ...]]
_PROBLEMS = {"gap": "gap_broken", "phases": "too_many_phases", "start": "end_before_start", "time": "too_many_times"}
_QUOTED = re.compile(r'["“„«](?P<label>[^"“”„«»]{1,80})["“”»]')


def read_regimen(text: str, today: date, habits: Habits = Habits(), given: Given = _NOTHING) -> Understood | Ask:
    """Reads one line of English; `today` is the person's local date, `given` what they answered about the line.

    Every word is consumed or the answer is an Ask; never raises. Codes: too_long, no_name, no_timing, no_time, no_end,
    not_understood, several_doses, twice_a_week, which_dates, too_many_times, too_many_phases, bad_time, bad_date,
    bad_count, own_limit, end_before_start, end_unclear, gap_broken, nothing_planned and ambiguous_ date, time, interval
    or end.
    """
    line = cleaned(text)
    if len(line) > _LONGEST:
        return Ask("too_long")
    quoted = _QUOTED.match(line)
    label = quoted["label"].strip() if quoted else ""
    line = line[quoted.end() :] if quoted else line
    clauses = scan(shadow(line))
    names = naming(line, clauses, label or given.label)
    try:
        plan, assumed = _plan(clauses, names, habits, today, given)
    except Unclear as unclear:
        known = (names.label, names.dose_text, names.route)
        return Ask(unclear.code, _typed(unclear.rest, line), *known, unclear.timings, unclear.phase, unclear.needed)
    return Understood(names.label, names.dose_text, names.route, plan, assumed)


def _typed(words: str, line: str) -> str:
    """The words in the person's own spelling."""
    place = shadow(line).find(words)
    return line[place : place + len(words)] if place >= 0 else words


def _plan(clauses: Sequence[Clause], names: Naming, habits: Habits, today: date, given: Given) -> _Read:
    """The plan and what was assumed. Raises Unclear."""
    segments = _segments([part for clause in clauses for part in clause.read(habits)])
    if names.code:
        raise Unclear(names.code, names.rest)
    if any(Sign("as_needed") in segment for segment in segments):
        _refuse_schedule(clauses, habits)
        return limited([part for segment in segments for part in segment]), ()
    if own := next((clause.found[0] for clause in clauses if isinstance(clause.read(habits)[0], Own)), ""):
        raise Unclear("own_limit", own)
    stretches = _stretches(segments, given)
    found = phases(stretches, given.times, today)
    plan = Plan(tuple(one.phase for one in found))
    for problem in problems(plan, "UTC"):
        raise Unclear(_PROBLEMS.get(problem, "nothing_planned"))
    return plan, tuple(dict.fromkeys(code for one in found for code in one.assumed))


def _segments(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts of each phase, divided at every "then"."""
    segments: list[list[Part]] = [[]]
    for part in parts:
        if part == Sign("then"):
            segments.append([])
        else:
            segments[-1].append(part)
    return segments


def _refuse_schedule(clauses: Sequence[Clause], habits: Habits) -> None:
    """What is taken as needed has no times, steps or ends here."""
    others = [
        clause.found[0]
        for clause in clauses
        if not clause.rule.names and not all(map(_of_as_needed, clause.read(habits)))
    ]
    if others:
        raise Unclear("not_understood", " ".join(others))


def _of_as_needed(part: Part) -> bool:
    return part == Sign("as_needed") or isinstance(part, (Own, Apart))


def _stretches(segments: Sequence[Sequence[Part]], given: Given) -> list[Stretch]:
    answers = iter(given.weekdays)
    stretches: list[Stretch] = []
    for segment in segments:
        try:
            stretches.append(stretch(segment, next(answers, ()) if open_week(segment) else ()))
        except Unclear as unclear:
            raise unclear.at(len(stretches), [one.timing for one in stretches]) from None
    return stretches
