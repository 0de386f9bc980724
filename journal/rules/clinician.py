"""The rules that lead to a clinician prompt: one pure function each (clinical.md §4.2).

Each returns its evidence, the numbers that the sentence about it needs, or None when it does not fire. Weeks
are consecutive calendar weeks, oldest first, the current one last."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from journal.trends import EPS, Week, days_at, is_high, is_valid, observed, weekly_mean

Evidence = dict[str, int | float | str]


def severe(days: Week, *, threshold: float, need: float, window: float) -> Evidence | None:
    """A-SEVERE: at least `need` of the last `window` calendar days are `threshold` or more. Evidence t, d."""
    count = days_at(days[-int(window) :], threshold)
    return {"t": threshold, "d": count} if count >= need else None


def new(previous: Sequence[Week], current: Week, *, threshold: float, need: float, quiet: float) -> Evidence | None:
    """A-NEW: of the 4 weeks before, 2 or more valid and no rating above `quiet`; now `need` days at
    `threshold`.

    The current week need not be valid. Evidence t, d.
    """
    before = previous[-4:]
    silent = sum(map(is_valid, before)) >= 2 and max(max(observed(week), default=0) for week in before) <= quiet
    count = days_at(current, threshold)
    return {"t": threshold, "d": count} if silent and count >= need else None


def usual(weeks: Sequence[Week]) -> float | None:
    """The person's own baseline: the median of the up to 4 latest valid means among the 6 weeks before the
    current one; None with fewer than 3."""
    means = [mean for week in weeks[-7:-1] if (mean := weekly_mean(week)) is not None][-4:]
    return median(means) if len(means) >= 3 else None


def worse(weeks: Sequence[Week], *, delta: float, floor: float) -> Evidence | None:
    """A-WORSE: a mean of `floor` or more, `delta` points above the usual. Evidence delta, mean, usual."""
    mean, before = weekly_mean(weeks[-1]), usual(weeks)
    if mean is None or before is None or mean < floor - EPS or mean - before < delta - EPS:
        return None
    return {"delta": mean - before, "mean": mean, "usual": before}


def persist(weeks: Sequence[Week], *, k: float, threshold: float, min_days: float) -> Evidence | None:
    """A-PERSIST: this week is high and so are the last `k` valid weeks within k + 1 calendar weeks.

    Evidence t, K, and d of n rated days at t or more over those K weeks together.
    """
    last = [week for week in weeks[-int(k) - 1 :] if is_valid(week)][-int(k) :]
    if len(last) < k or not is_valid(weeks[-1]) or not all(is_high(week, threshold, min_days) for week in last):
        return None
    days, rated = (sum(days_at(week, least) for week in last) for least in (threshold, 0))
    return {"t": threshold, "d": days, "n": rated, "K": int(k)}


def interfere(answers: Sequence[int | None], *, once: float, twice: float) -> Evidence | None:
    """A-INTERFERE: the latest weekly answer (0-4) is `once` or more, or the latest two given are `twice` or
    more.

    Answers oldest first; a latest one that was skipped fires nothing. Evidence answer.
    """
    if not answers or answers[-1] is None:
        return None
    given = [answer for answer in answers if answer is not None][-2:]
    fires = given[-1] >= once or (len(given) == 2 and min(given) >= twice)
    return {"answer": given[-1]} if fires else None


def improved(baseline: float, current: float, *, points: float, percent: float) -> bool:
    """Lower by at least `points` points or `percent` percent of the baseline (Farrar 2001)."""
    drop = baseline - current
    return drop >= points - EPS or (baseline > 0 and 100 * drop / baseline >= percent - EPS)


def start_level(weeks: Sequence[Week]) -> float | None:
    """A-REVIEW's baseline: the median of the first two valid means of the first 3 weeks (21 days) of
    treatment; None without two."""
    means = [mean for week in weeks[:3] if (mean := weekly_mean(week)) is not None][:2]
    return median(means) if len(means) == 2 else None


def review(
    baseline: float | None,
    current: float | None,
    answer: int | None,
    *,
    floor: float,
    points: float,
    percent: float,
    interference: float,
) -> Evidence | None:
    """A-REVIEW on the review date: a level of `floor` or more that has not improved, or interference of
    `interference` or more. Without a baseline or a current level only the answer counts.

    Evidence what is known of baseline, current, answer.
    """
    known = {"baseline": baseline, "current": current, "answer": answer}
    evidence: Evidence = {name: value for name, value in known.items() if value is not None}
    if answer is not None and answer >= interference:
        return evidence
    if baseline is None or current is None or current < floor - EPS:
        return None
    return None if improved(baseline, current, points=points, percent=percent) else evidence
