"""Fair statistics of ratings: pure functions over weeks, for display and for the rules (clinical.md §4.1,
§4.5).

A week is 7 consecutive local days, oldest first; None is a day without a rating and never counts as 0.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from statistics import NormalDist, fmean, median

Week = Sequence[int | None]
Series = Sequence[float | None]

EPS = 1e-9  # R-EPS: limits are met by `value >= limit - EPS`
MIN_DAYS = 4  # R-MISS-47: rated days that make a week valid
MIN_WEEKS = 8  # R-TREND: valid weeks below which no direction is named
MIN_CHANGE = 1.0  # R-TREND: points over the whole window below which no direction is named


def observed(week: Week) -> list[int]:
    """The ratings that were given, in order."""
    return [rating for rating in week if rating is not None]


def is_valid(week: Week) -> bool:
    """R-MISS-47: at least 4 of the 7 days are rated."""
    return len(observed(week)) >= MIN_DAYS


def weekly_mean(week: Week) -> float | None:
    """R-MEAN: the mean of the given ratings; None unless the week is valid."""
    return fmean(observed(week)) if is_valid(week) else None


def display(mean: float) -> str:
    """One decimal, halves rounded away from zero (4.25 -> "4.3"), never "-0.0"."""
    return str(Decimal(str(mean)).quantize(Decimal("0.1"), ROUND_HALF_UP) + Decimal(0))


def days_at(week: Week, threshold: float) -> int:
    """How many days are rated `threshold` or more."""
    return sum(rating >= threshold for rating in observed(week))


def is_high(week: Week, threshold: float = 4, min_days: float = 4) -> bool:
    """R-HIGH: valid, and at least `min_days` days at `threshold` or more."""
    return is_valid(week) and days_at(week, threshold) >= min_days


def change_word(delta: float) -> str:
    """The code for a difference in points: bounds at 1 and 2 (clinical.md §3.3)."""
    if abs(delta) < 1 - EPS:
        return "about_the_same"
    degree = "clearly" if abs(delta) >= 2 - EPS else "a_bit"
    return f"{degree}_{'higher' if delta > 0 else 'lower'}"


@dataclass(frozen=True, slots=True)
class Change:
    """R-WOW: this week's mean minus last week's in points, and its code, or None and "not_enough_entries"."""

    delta: float | None
    word: str


def week_over_week(previous: Week, current: Week) -> Change:
    """R-WOW: both weeks must be valid for a difference to be named."""
    before, now = weekly_mean(previous), weekly_mean(current)
    if before is None or now is None:
        return Change(None, "not_enough_entries")
    return Change(now - before, change_word(now - before))


@dataclass(frozen=True, slots=True)
class Line:
    """A Theil-Sen line: slope per step of x, intercept at x = 0, Sen's 95 % interval of the slope."""

    slope: float
    intercept: float
    low: float
    high: float


def _points(y: Series, x: Sequence[float] | None) -> list[tuple[float, float]]:
    """The given values with their place on the calendar; missing days keep their place."""
    places = range(len(y)) if x is None else x
    return sorted((float(at), float(value)) for at, value in zip(places, y, strict=True) if value is not None)


def _ties(values: Sequence[float]) -> int:
    """Sum of t(t-1)(2t+5) over groups of t equal values: what ties take from the variance of S."""
    return sum(t * (t - 1) * (2 * t + 5) for t in Counter(values).values())


def _variance(n: int, ties: int) -> float:
    """Variance of Kendall's S for n values (Kendall 1975)."""
    return max(n * (n - 1) * (2 * n + 5) - ties, 0) / 18


def theil_sen(y: Series, x: Sequence[float] | None = None) -> Line | None:
    """R-TREND: slope = median of (yj-yi)/(xj-xi); intercept = median(y) - slope * median(x) (Theil 1950, Sen
    1968).

    x counts calendar steps, missing ones included. None with fewer than two different x.
    """
    points = _points(y, x)
    slopes = sorted((b - a) / (t - s) for (s, a), (t, b) in combinations(points, 2) if t > s)
    if not slopes:
        return None
    xs, ys = [at for at, _ in points], [value for _, value in points]
    slope = median(slopes)
    spread = NormalDist().inv_cdf(0.975) * math.sqrt(_variance(len(points), _ties(xs) + _ties(ys)))
    low = max(round((len(slopes) - spread) / 2) - 1, 0)
    high = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    return Line(slope, median(ys) - slope * median(xs), slopes[low], slopes[high])


@dataclass(frozen=True, slots=True)
class MannKendall:
    """R-MK: Kendall's S of n values, its variance, continuity-corrected Z, two-sided p, never shown."""

    n: int
    s: int
    variance: float
    z: float
    p: float


def mann_kendall(y: Series) -> MannKendall:
    """R-MK: S = sum of sign(yj-yi), Var = [n(n-1)(2n+5) - ties]/18, Z = (S -/+ 1)/sqrt(Var) (Mann 1945,
    Kendall 1975).

    Missing values are left out. Without any difference Z is 0 and p is 1.
    """
    values = [value for value in y if value is not None]
    s = sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))
    variance = _variance(len(values), _ties(values))
    z = (abs(s) - 1) / math.sqrt(variance) if s else 0.0
    return MannKendall(len(values), s, variance, math.copysign(z, s), math.erfc(z / math.sqrt(2)))


@dataclass(frozen=True, slots=True)
class Trend:
    """R-TREND in words' codes: rising, falling, no_clear_direction or not_enough_weeks.

    `weeks` valid weeks; `change` = slope times the weeks between the first and the last valid one, in points.
    """

    direction: str
    weeks: int
    line: Line | None = None
    change: float | None = None


def trend(means: Series) -> Trend:
    """R-TREND over weekly means (None = invalid week): a direction needs at least 8 valid weeks, Sen's 95 %
    interval without 0, and a change of at least 1 point. "no_clear_direction" is not "no change"."""
    weeks = [at for at, mean in enumerate(means) if mean is not None]
    line = theil_sen(means)
    if len(weeks) < MIN_WEEKS or line is None:
        return Trend("not_enough_weeks", len(weeks))
    change = line.slope * (weeks[-1] - weeks[0])
    clear = (line.low > 0 or line.high < 0) and abs(change) >= MIN_CHANGE - EPS
    direction = ("rising" if change > 0 else "falling") if clear else "no_clear_direction"
    return Trend(direction, len(weeks), line, change)
