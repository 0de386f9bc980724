"""How rare and how quick the clinician prompts are: simulated people through the real rules (clinical.md
§4.4).

`python -m benchmarks.prompts` prints prompts per person and 26 weeks, and weeks until a true worsening is
noticed. Ratings are AR(1) noise around a level, rounded to 0-10, 20 % missing. clinical.md does not print the
noise of its whole-policy table; PHI and SIGMA here reproduce it. Made-up noise ranks rules; it predicts no
real rates."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from statistics import fmean, median

from journal.rules import PromptState, after_week, check_severe, check_week, may_send, prompt, sent
from journal.rules.week import EARLY, Finding
from journal.symptoms import DEFAULTS
from journal.trends import Week, weekly_mean

WEEKS, PEOPLE = 26, 300
MISSING = 0.2
FIRST_DAY = date(2026, 1, 5)  # a Monday; the digest comes on the Monday after each week
LOOK_BACK = 7  # weeks of history that the rules look at
PHI, SIGMA, NOISY = 0.4, 1.2, 1.5
GOALS = {(2, 1, 1): 0.1, (3, 2, 1): 0.4, (5, 4, 2): 8.0}  # prompts per person and 26 weeks, at most

Level = Callable[[int], float]  # day -> true level


def ratings(level: Level, days: int, sigma: float, dice: random.Random) -> list[int | None]:
    """One symptom's days: AR(1) with stationary standard deviation `sigma` around the level."""
    noise, out = dice.gauss(0, sigma), list[int | None]()
    for day in range(days):
        rating = round(min(max(level(day) + noise, 0), 10))
        out.append(None if dice.random() < MISSING else rating)
        noise = PHI * noise + dice.gauss(0, sigma * (1 - PHI**2) ** 0.5)
    return out


class Patient:
    """One person's journal walked day by day through the rules; a prompt is a day and what it listed."""

    def __init__(self, days: dict[str, list[int | None]]) -> None:
        """`days`: per symptom the ratings from FIRST_DAY on."""
        self.days = days
        self.states = dict.fromkeys(days, PromptState())

    def prompts(self) -> Iterator[tuple[int, tuple[Finding, ...]]]:
        """(day, findings) of each prompt: severe ones at the log, all others with the weekly digest."""
        length = len(next(iter(self.days.values())))
        for day in range(length):
            if found := self._logged(day):
                yield day, found
            if day % 7 == 6 and (found := self._digest(day + 1)):
                yield day, found

    def _logged(self, day: int) -> tuple[Finding, ...]:
        today, found = FIRST_DAY + timedelta(day), list[Finding]()
        for symptom, days in self.days.items():
            last = days[max(day - 6, 0) : day + 1]
            finding = None if days[day] is None else check_severe(symptom, last)
            if finding and may_send(self.states[symptom], today, weekly_mean(last)):
                self.states[symptom] = sent(self.states[symptom], today, weekly_mean(last))
                found.append(finding)
        return tuple(found)

    def _digest(self, end: int) -> tuple[Finding, ...]:
        today = FIRST_DAY + timedelta(end)
        histories = {name: self._weeks(days, end) for name, days in self.days.items()}
        levels = {name: weekly_mean(weeks[-1]) for name, weeks in histories.items()}
        self.states = {name: after_week(self.states[name], weeks[-1]) for name, weeks in histories.items()}
        found = prompt(check_week(histories), self.states, levels, today)
        for each in found:
            early = each.template == EARLY
            self.states[each.symptom] = sent(self.states[each.symptom], today, levels[each.symptom], early=early)
        return found

    @staticmethod
    def _weeks(days: list[int | None], end: int) -> list[Week]:
        return [days[at : at + 7] for at in range(max(end - 7 * LOOK_BACK, 0), end, 7)]


def stable(levels: tuple[int, ...], sigma: float, dice: random.Random) -> list[int]:
    """Prompts of each of PEOPLE people whose true levels (fatigue, tingling, cramps) never change."""
    return [sum(1 for _ in Patient(_person(levels, sigma, dice)).prompts()) for _ in range(PEOPLE)]


def _person(levels: tuple[int, ...], sigma: float, dice: random.Random) -> dict[str, list[int | None]]:
    flat: list[Level] = [partial(_flat, level) for level in levels]
    return {name: ratings(at, 7 * WEEKS, sigma, dice) for name, at in zip(DEFAULTS, flat, strict=True)}


def _flat(level: float, _day: int) -> float:
    return level


def noticed(symptom: str, level: Level, change: int, dice: random.Random) -> list[int]:
    """Whole weeks from day `change` to the first prompt after it, of those people who got one."""
    weeks = []
    for _ in range(PEOPLE):
        patient = Patient({symptom: ratings(level, 7 * WEEKS, SIGMA, dice)})
        hit = next((day for day, _ in patient.prompts() if day >= change), None)
        if hit is not None:
            weeks.append((hit - change) // 7)
    return weeks


def _print_stable(dice: random.Random) -> bool:
    """The table of stable people; whether each goal is met."""
    print(f"{'levels':10} {'sigma':>5} {'mean':>6} {'median':>6} {'p90':>4} {'none':>5}  goal")
    rows = [(levels, SIGMA) for levels in GOALS] + [((7, 6, 4), SIGMA), ((3, 3, 2), NOISY)]
    met = True
    for levels, sigma in rows:
        counts = sorted(stable(levels, sigma, dice))
        mean, none, goal = fmean(counts), counts.count(0) / PEOPLE, GOALS.get(levels)
        met = met and (goal is None or mean <= goal)
        verdict = "" if goal is None else f"<= {goal}: {'met' if mean <= goal else 'MISSED'}"
        p90 = counts[PEOPLE * 9 // 10]
        print(f"{levels!s:10} {sigma:5} {mean:6.2f} {median(counts):6g} {p90:4} {none:5.0%}  {verdict}")
    return met


def _print_noticed(dice: random.Random) -> None:
    change = 7 * 8
    rows: dict[str, tuple[str, Level]] = {
        "tingling 1 to 5, a step": ("tingling", lambda day: 5 if day >= change else 1),
        "fatigue 3 to 5, a step": ("fatigue", lambda day: 5 if day >= change else 3),
        "fatigue 2 to 5, +0.25 a week": ("fatigue", lambda day: min(2 + max(day - change, 0) / 28, 5)),
    }
    print(f"\n{'true worsening':30} {'noticed':>7}  weeks: median, p90")
    for title, (symptom, level) in rows.items():
        weeks = sorted(noticed(symptom, level, change, dice))
        share = len(weeks) / PEOPLE
        print(f"{title:30} {share:7.0%}  {median(weeks):g}, {weeks[len(weeks) * 9 // 10]}")


def main() -> int:
    """Print both tables; 1 when a goal is missed."""
    dice = random.Random(0)
    print(f"prompts per person and {WEEKS} weeks, {PEOPLE} people a row, phi {PHI}, seed 0")
    met = _print_stable(dice)
    _print_noticed(dice)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
