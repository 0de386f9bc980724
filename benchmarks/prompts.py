"""How rare and how quick the clinician prompts are: simulated people through the real rules (clinical.md
§4.4).

`python -m benchmarks.prompts` prints prompts per person and 26 weeks, and weeks until a true worsening is
noticed, each beside what clinical.md prints. Ratings are AR(1) noise around a level, rounded to 0-10, 20 %
missing. clinical.md names the noise of one row only (sigma 1.5), so the tables are printed for more than one
choice. Made-up noise ranks rules; it predicts no real rates."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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
NOISY = (3, 3, 2)  # the row that clinical.md prints for a standard deviation of 1.5
# Levels (fatigue, tingling, cramps) -> the mean that clinical.md prints, and ours at most, in 26 weeks
ROWS: dict[tuple[int, ...], tuple[float, float | None]] = {
    (2, 1, 1): (0.02, 0.1),
    (3, 2, 1): (0.25, 0.4),
    NOISY: (1.9, None),
    (5, 4, 2): (7.1, 8.0),
    (7, 6, 4): (7.9, None),
}

Level = Callable[[int], float]  # day -> true level


@dataclass(frozen=True, slots=True)
class Noise:
    """AR(1) noise: correlation from one day to the next, and standard deviation in points."""

    phi: float
    sigma: float


# The first is the one that goals are judged by; the others are those of clinical.md's table of single rules.
NOISES = (Noise(0.4, 1.2), Noise(0.3, 1.5), Noise(0.6, 1.5))


def ratings(level: Level, days: int, noise: Noise, dice: random.Random) -> list[int | None]:
    """One symptom's days: stationary noise around the level."""
    off, out = dice.gauss(0, noise.sigma), list[int | None]()
    for day in range(days):
        rating = round(min(max(level(day) + off, 0), 10))
        out.append(None if dice.random() < MISSING else rating)
        off = noise.phi * off + dice.gauss(0, noise.sigma * (1 - noise.phi**2) ** 0.5)
    return out


class Patient:
    """One person's journal walked day by day through the rules; a prompt is a day and what it listed."""

    def __init__(self, days: dict[str, list[int | None]]) -> None:
        """`days`: per symptom the ratings from FIRST_DAY on."""
        self.days = days
        self.states = dict.fromkeys(days, PromptState())
        self.severe_on: dict[str, int] = {}

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
                self.severe_on[symptom] = day
                found.append(finding)
        return tuple(found)

    def _digest(self, end: int) -> tuple[Finding, ...]:
        today = FIRST_DAY + timedelta(end)
        histories = {name: self._weeks(days, end) for name, days in self.days.items()}
        levels = {name: weekly_mean(weeks[-1]) for name, weeks in histories.items()}
        self.states = {name: after_week(self.states[name], weeks[-1]) for name, weeks in histories.items()}
        fresh = [each for each in check_week(histories) if not self._was_said(each, end)]
        found = prompt(fresh, self.states, levels, today)
        for each in found:
            early = each.template == EARLY
            self.states[each.symptom] = sent(self.states[each.symptom], today, levels[each.symptom], early=early)
        return found

    def _was_said(self, finding: Finding, end: int) -> bool:
        return finding.rule == "A-SEVERE" and self.severe_on.get(finding.symptom, -7) >= end - 7

    @staticmethod
    def _weeks(days: list[int | None], end: int) -> list[Week]:
        return [days[at : at + 7] for at in range(max(end - 7 * LOOK_BACK, 0), end, 7)]


def stable(levels: tuple[int, ...], noise: Noise, dice: random.Random) -> list[int]:
    """Prompts of each of PEOPLE people whose true levels (fatigue, tingling, cramps) never change."""
    return [sum(1 for _ in Patient(_person(levels, noise, dice)).prompts()) for _ in range(PEOPLE)]


def _person(levels: tuple[int, ...], noise: Noise, dice: random.Random) -> dict[str, list[int | None]]:
    flat: list[Level] = [partial(_flat, level) for level in levels]
    return {name: ratings(at, 7 * WEEKS, noise, dice) for name, at in zip(DEFAULTS, flat, strict=True)}


def _flat(level: float, _day: int) -> float:
    return level


def noticed(symptom: str, level: Level, change: int, noise: Noise, dice: random.Random) -> list[int]:
    """Whole weeks from day `change` to the first prompt after it, of those people who got one, lowest first."""
    weeks = []
    for _ in range(PEOPLE):
        patient = Patient({symptom: ratings(level, 7 * WEEKS, noise, dice)})
        hit = next((day for day, _ in patient.prompts() if day >= change), None)
        if hit is not None:
            weeks.append((hit - change) // 7)
    return sorted(weeks)


def _print_stable(noise: Noise, dice: random.Random, judged: bool) -> bool:
    """The table of stable people; whether each goal is met."""
    print(f"{'levels':10} {'sigma':>5} {'published':>9} {'mean':>6} {'median':>6} {'p90':>4} {'none':>5}")
    met = True
    for levels, (published, goal) in ROWS.items():
        own = replace(noise, sigma=1.5) if levels == NOISY else noise
        counts = sorted(stable(levels, own, dice))
        mean, none, p90 = fmean(counts), counts.count(0) / PEOPLE, counts[PEOPLE * 9 // 10]
        numbers = f"{own.sigma:5} {published:9} {mean:6.2f} {median(counts):6g} {p90:4} {none:5.0%}"
        verdict = f"  goal {goal}: {'met' if mean <= goal else 'MISSED'}" if goal and judged else ""
        print(f"{levels!s:10} {numbers}{verdict}")
        met = met and (goal is None or mean <= goal)
    return met


def _print_noticed(noise: Noise, dice: random.Random) -> None:
    change = 7 * 8
    rows: dict[str, tuple[str, Level, str]] = {
        "tingling 1 to 5, a step": ("tingling", lambda day: 5 if day >= change else 1, "100 %: 0, -"),
        "fatigue 3 to 5, a step": ("fatigue", lambda day: 5 if day >= change else 3, "100 %: 0, 2"),
        "fatigue 2 to 5, +0.25 a week": ("fatigue", lambda day: min(2 + max(day - change, 0) / 28, 5), "99 %: 8, -"),
    }
    print(f"{'weeks until it is noticed':30} {'published':>12}  {'ours':>6}  median, p90")
    for title, (symptom, level, published) in rows.items():
        weeks = noticed(symptom, level, change, noise, dice)
        found = f"{len(weeks) / PEOPLE:6.0%}: {median(weeks):g}, {weeks[len(weeks) * 9 // 10]}"
        print(f"{title:30} {published:>12}  {found}")


def main() -> int:
    """Print both tables for each noise; 1 when a goal is missed at the first."""
    dice = random.Random(0)
    print(f"prompts per person and {WEEKS} weeks, {PEOPLE} people a row, seed 0")
    results = []
    for noise in NOISES:
        print(f"\nnoise: phi {noise.phi}, sigma {noise.sigma}")
        results.append(_print_stable(noise, dice, noise is NOISES[0]))
        _print_noticed(noise, dice)
    return 0 if results[0] else 1


if __name__ == "__main__":
    sys.exit(main())
