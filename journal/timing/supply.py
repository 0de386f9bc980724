"""How long a stock lasts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, islice

from journal.timing.planned import Planned

MOST_AHEAD = 366  # doses that are looked at


@dataclass(frozen=True, slots=True)
class Lasting:
    """How far a number of doses reaches: the `last` planned moment that they cover, and the first (`out`) that not.

    Without `out` the plan is over before they are. `beyond`: they reach further than MOST_AHEAD doses.
    """

    last: Planned | None
    out: Planned | None
    beyond: bool = False

    @property
    def days_apart(self) -> int:
        """Local days between the last dose that is covered and the next one; 0 unless both are known."""
        return (self.out.local_date - self.last.local_date).days if self.last and self.out else 0


def lasting(doses: int, planned: Iterable[Planned]) -> Lasting:
    """How far `doses` reach over the planned moments, which ascend."""
    covered = max(min(doses, MOST_AHEAD), 0)
    found = list(islice(planned, covered + 1))
    last = found[:covered][-1] if found[:covered] else None
    return Lasting(last, found[covered] if len(found) > covered else None, doses > covered < len(found))


def stock_days(stock: Decimal, per_day: Sequence[Decimal]) -> int | None:
    """The whole days that `stock` covers when day 1, 2, ... need `per_day`, which starts over at its end.

    A day that needs nothing is covered. None: no day needs anything, so it lasts for ever.
    """
    total = sum(per_day, Decimal())
    if not total:
        return None
    rounds, rest = divmod(max(stock, Decimal()), total)
    return int(rounds) * len(per_day) + sum(needed <= rest for needed in accumulate(per_day))
