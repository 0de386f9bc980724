"""Statistics that the product does without (clinical.md §4.5), written out so that their reference cases are
read."""

from __future__ import annotations

import math
from itertools import combinations, groupby, pairwise
from statistics import fmean, median
from typing import Any

Case = dict[str, Any]


def _concordance(ranks: tuple[float, ...]) -> int:
    return sum((b > a) - (b < a) for a, b in combinations(ranks, 2))


def _counts(n: int) -> list[int]:
    """How many of the n! orders have 0, 1, 2 ... inversions."""
    counts = [1]
    for size in range(2, n + 1):
        longer = [0] * (len(counts) + size - 1)
        for at, count in enumerate(counts):
            for more in range(size):
                longer[at + more] += count
        counts = longer
    return counts


def mann_kendall_exact(case: Case) -> Case:
    """Kendall's tau against time and its exact two-sided p, for values without ties."""
    values = tuple(case["y"])
    pairs = math.comb(len(values), 2)
    s = _concordance(values)
    counts = _counts(len(values))
    fewest = (pairs - abs(s)) // 2  # inversions in the direction of the trend
    p = 2 * sum(counts[: fewest + 1]) / sum(counts)
    return {"tau": s / pairs, "p": min(p, 1.0)}


def xmr_limits(case: Case) -> Case:
    """Individuals chart: centre +/- 2.66 times the mean moving range, clamped to the 0-10 scale."""
    values = case["y"]
    centre, spread = fmean(values), fmean(abs(b - a) for a, b in pairwise(values))
    limits = {"ucl": min(centre + 2.66 * spread, 10.0), "lcl": max(centre - 2.66 * spread, 0.0)}
    return {"centre": centre, "mr_bar": spread, **limits}


def _binomial_quantile(share: float, n: int) -> int:
    """The least k with P(X <= k) >= share for n tosses of a fair coin."""
    total = 0.0
    for k in range(n + 1):
        total += math.comb(n, k) / 2**n
        if total >= share:
            return k
    return n


def runs_rules(case: Case) -> Case:
    """Longest run and crossings around the median; points on it are dropped (Anhoj & Olesen 2014)."""
    middle = median(case["y"])
    sides = [value > middle for value in case["y"] if value != middle]
    longest = max((len(list(run)) for _, run in groupby(sides)), default=0)
    limit = round(math.log2(len(sides)) + 3)
    crossings = sum(a != b for a, b in pairwise(sides))
    least = _binomial_quantile(0.05, len(sides) - 1)
    return {
        "median": middle,
        "n_useful": len(sides),
        "longest_run": longest,
        "run_limit": limit,
        "crossings": crossings,
        "crossing_limit": least,
        "signal": longest > limit or crossings < least,
    }


def reliable_change(case: Case) -> Case:
    """Reliable change index and MDC95 from the standard error of measurement (Jacobson & Truax)."""
    unit = case["sem"] * math.sqrt(2)
    index = (case["x2"] - case["x1"]) / unit
    return {"rci": index, "mdc95": 1.96 * unit, "reliable": abs(index) >= 1.96}


def wilcoxon_paired(case: Case) -> Case:
    """Wilcoxon's signed ranks of paired weekdays: zeros dropped, ties averaged, normal approximation."""
    pairs = zip(case["week1"], case["week2"], strict=True)
    changes = sorted((b - a for a, b in pairs if None not in (a, b) and a != b), key=abs)
    sizes = [abs(change) for change in changes]
    ranks = [sizes.index(size) + (sizes.count(size) + 1) / 2 for size in sizes]
    up = sum(rank for rank, change in zip(ranks, changes, strict=True) if change > 0)
    n, total = len(changes), sum(ranks)
    ties = sum(t**3 - t for t in (sizes.count(size) for size in set(sizes)))
    least = min(up, total - up)
    z = (least - total / 2) / math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48)
    return {"W": least, "p": math.erfc(abs(z) / math.sqrt(2))}
