"""How long a stock lasts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate


def stock_days(stock: Decimal, per_day: Sequence[Decimal]) -> int | None:
    """The whole days that `stock` covers when day 1, 2, ... need `per_day`, which starts over at its end.

    A day that needs nothing is covered. None: no day needs anything, so it lasts for ever.
    """
    total = sum(per_day, Decimal())
    if not total:
        return None
    rounds, rest = divmod(max(stock, Decimal()), total)
    return int(rounds) * len(per_day) + sum(needed <= rest for needed in accumulate(per_day))
