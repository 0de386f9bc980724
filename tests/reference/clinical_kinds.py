"""One small adapter per kind of statistics and rule case: the case's input in, what the product says out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from journal import adherence, trends, units
from journal.rules import DEFAULT_SETTINGS, PromptState, may_send
from journal.rules import clinician as rules
from tests.reference import clinical_formulas as formulas

Case = dict[str, Any]


def _weekly_mean(case: Case) -> Case:
    week = case["ratings"]
    mean = trends.weekly_mean(week)
    shown = None if mean is None else trends.display(mean)
    return {
        "n_obs": len(trends.observed(week)),
        "valid": trends.is_valid(week),
        "mean": mean,
        "display": shown,
    }


def _week_over_week(case: Case) -> Case:
    change = trends.week_over_week(case["previous"], case["current"])
    return {"delta": change.delta, "class": change.word}


def _theil_sen(case: Case) -> Case:
    line = trends.theil_sen(case["y"], case.get("x"))
    if line is None:
        return dict.fromkeys(("slope", "slope_per_week", "intercept"))
    return {"slope": line.slope, "slope_per_week": 7 * line.slope, "intercept": line.intercept}


def _mann_kendall(case: Case) -> Case:
    found = trends.mann_kendall(case["y"])
    return {"n": found.n, "S": found.s, "var_s": found.variance, "z": found.z, "p": found.p}


def _persistence(case: Case) -> Case:
    found = rules.persist(case["weeks"], k=case["K"], threshold=case["threshold"], min_days=case["min_days"])
    return {"fire": found is not None}


def _worsening(case: Case) -> Case:
    mean, before = trends.weekly_mean(case["weeks"][-1]), rules.usual(case["weeks"])
    known = mean is not None and before is not None
    found = rules.worse(case["weeks"], delta=case["delta"], floor=case["floor"])
    return {
        "fire": found is not None,
        "ref": before if known else None,
        "delta": mean - before if mean is not None and before is not None else None,
    }


def _severe_run(case: Case) -> Case:
    numbers = {name: case[name] for name in ("threshold", "need", "window")}
    return {"fire": rules.severe(case["days"], **numbers) is not None}


def _new_onset(case: Case) -> Case:
    return {"fire": rules.new(case["previous4"], case["current"], **DEFAULT_SETTINGS.of("A-NEW")) is not None}


def _milestone(case: Case) -> Case:
    start, now = case["baseline"], case["current"]
    numbers = DEFAULT_SETTINGS.of("A-REVIEW")
    found = rules.review(start, now, case["interference"], **numbers)
    better = rules.improved(start, now, points=numbers["points"], percent=numbers["percent"])
    percent = 100 * (start - now) / start if start else None
    return {"drop": start - now, "pct": percent, "improved": better, "fire": found is not None}


def _interference(case: Case) -> Case:
    return {"fire": rules.interfere(case["answers"], **DEFAULT_SETTINGS.of("A-INTERFERE")) is not None}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _cooldown(case: Case) -> Case:
    state = PromptState(
        _day(case["last_prompt"]),
        case["prompts_in_a_row"],
        case["level_at_prompt"],
        _day(case["snooze_until"]),
        case["calm_weeks"],
    )
    return {"send": may_send(state, date.fromisoformat(case["today"]), case["level_now"])}


def _unit_conversion(case: Case) -> Case:
    route = (case["from"], case["to"])
    test = case["analyte"]
    return {"value": units.convert(test, case["value"], *route), "factor": units.factor(test, *route)}


def _adherence_log(case: Case) -> Case:
    planned, taken = case["scheduled"], case["taken"]
    return {
        "pdc": adherence.correct_days(planned, taken),
        "taking": adherence.taking(planned, taken),
        "taking_uncapped": sum(taken) / sum(planned) if sum(planned) else None,
    }


def _period(case: Case) -> tuple[date, date]:
    return date.fromisoformat(case["start"]), date.fromisoformat(case["end"])


def _pdc_injection(case: Case) -> Case:
    given = map(date.fromisoformat, case["injections"])
    found = adherence.injection_coverage(*_period(case), given, case["interval_days"])
    return {**asdict(found), "pdc": found.share}


def _pdc_supply(case: Case) -> Case:
    fills = [(date.fromisoformat(day), supply) for day, supply in case["fills"]]
    found = adherence.supply_coverage(*_period(case), fills)
    return {**asdict(found), "pdc": found.share, "mpr": adherence.possession(*_period(case), fills)}


KINDS: dict[str, Callable[[Case], object]] = {
    "weekly_mean": _weekly_mean,
    "week_over_week": _week_over_week,
    "theil_sen": _theil_sen,
    "mann_kendall": _mann_kendall,
    "persistence": _persistence,
    "worsening": _worsening,
    "severe_run": _severe_run,
    "new_onset": _new_onset,
    "milestone": _milestone,
    "interference": _interference,
    "cooldown": _cooldown,
    "unit_conversion": _unit_conversion,
    "adherence_log": _adherence_log,
    "pdc_injection": _pdc_injection,
    "pdc_supply": _pdc_supply,
    "mann_kendall_exact": formulas.mann_kendall_exact,
    "xmr_limits": formulas.xmr_limits,
    "runs_rules": formulas.runs_rules,
    "reliable_change": formulas.reliable_change,
    "wilcoxon_paired": formulas.wilcoxon_paired,
}
