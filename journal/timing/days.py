"""Dates that repeat every so many days: days, cycles, weeks, offsets. Days are proleptic ordinals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd, lcm

from journal.timing.local import HORIZON
from journal.timing.plan import Timing

EVERY_DAY = frozenset(range(7))


def weekday(day: int) -> int:
    """The weekday of an ordinal, Monday = 0."""
    return (day + 6) % 7


def allowed(timing: Timing) -> frozenset[int]:
    """The weekdays that the timing may fall on."""
    return frozenset(timing.weekdays or EVERY_DAY).difference(timing.except_weekdays)


@dataclass(frozen=True, slots=True)
class Repeating:
    """The dates origin + n × period + hit, for n = 0, 1, ... and each of the sorted `hits` below `period`."""

    origin: int
    period: int
    hits: tuple[int, ...]

    def since(self, day: int) -> Iterator[int]:
        """The dates from `day` on, ascending."""
        index = self._rank(day)
        while self.hits and (found := self._at(index)) < HORIZON:
            yield found
            index += 1

    def upto(self, day: int) -> Iterator[int]:
        """The dates up to `day`, descending."""
        for index in range(self._rank(day + 1) - 1, -1, -1):
            yield self._at(index)

    def nth(self, first: int, n: int) -> int | None:
        """The n-th date from the day `first` on, counted from 0; None when there is none."""
        return self._at(self._rank(first) + n) if self.hits else None

    def _at(self, index: int) -> int:
        rounds, hit = divmod(index, len(self.hits))
        return self.origin + rounds * self.period + self.hits[hit]

    def _rank(self, day: int) -> int:
        rounds, rest = divmod(max(day - self.origin, 0), self.period)
        return rounds * len(self.hits) + bisect_left(self.hits, rest)


def by_days(origin: int, timing: Timing) -> Repeating:
    """Every n-th day from `origin` on, that day included, less other weekdays and the cycle's days off."""
    every, keep = timing.every, allowed(timing)
    on, off = timing.cycle or (1, 0)
    steps = lcm(1 if keep == EVERY_DAY else 7 // gcd(every, 7), (on + off) // gcd(every, on + off))
    offsets = range(0, steps * every, every)
    hits = tuple(n for n in offsets if n % (on + off) < on and weekday(origin + n) in keep)
    return Repeating(origin, steps * every, hits)


def by_weeks(origin: int, timing: Timing) -> Repeating:
    """The weekdays (else that of `origin`) of every n-th week, the week of `origin` being the first."""
    days = allowed(timing).intersection(timing.weekdays or {weekday(origin)})
    return Repeating(origin - weekday(origin), 7 * timing.every, tuple(sorted(days)))


def by_offsets(origin: int, timing: Timing) -> Repeating:
    """The listed days, day 1 being `origin`, once."""
    keep = allowed(timing)
    hits = tuple(n - 1 for n in timing.offsets if weekday(origin + n - 1) in keep)
    return Repeating(origin, HORIZON, hits)
