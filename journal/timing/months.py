"""Dates that step in months from an anchor and clamp to the month's end. Days are proleptic ordinals."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from journal.timing.days import allowed, weekday
from journal.timing.local import HORIZON
from journal.timing.plan import Timing


def add_months(day: date, months: int) -> date:
    """The same day of the month that many months later, or that month's last day."""
    year, month = _month(_number(day) + months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Monthly:
    """The dates of a timing in months; the month of `anchor` is the first of every n."""

    anchor: date
    timing: Timing

    def since(self, day: int) -> Iterator[int]:
        """The dates from `day` on, ascending."""
        block = max(self._block(day), 0)
        while (dates := self._dates(block)) is not None:
            yield from (found for found in dates if found >= day)
            block += 1

    def upto(self, day: int) -> Iterator[int]:
        """The dates up to `day`, descending."""
        for block in range(self._block(day), -1, -1):
            yield from (found for found in reversed(self._dates(block) or []) if found <= day)

    def nth(self, first: int, n: int) -> int | None:
        """The n-th date from the day `first` on, counted from 0; None when there is none."""
        return next(islice(self.since(first), n, None), None)

    def _block(self, day: int) -> int:
        months = _number(date.fromordinal(min(day, HORIZON))) - _number(self.anchor)
        return months // self.timing.every

    def _dates(self, block: int) -> list[int] | None:
        year, month = _month(_number(self.anchor) + block * self.timing.every)
        if year >= date.fromordinal(HORIZON).year:
            return None
        keep, before = allowed(self.timing), date(year, month, 1).toordinal() - 1
        return [before + n for n in self._days(year, month) if weekday(before + n) in keep]

    def _days(self, year: int, month: int) -> list[int]:
        first_weekday, length = monthrange(year, month)
        if self.timing.nth_weekday:
            n, wanted = self.timing.nth_weekday
            hits = range(1 + (wanted - first_weekday) % 7, length + 1, 7)
            return [hits[n - 1 if n > 0 else n]]
        days = (31,) if self.timing.last_day else self.timing.days_of_month or (self.anchor.day,)
        return sorted({min(n, length) for n in days})


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1
