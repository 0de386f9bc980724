"""`python -m benchmarks.planning`: what a lap costs when many regimens exist and the same number of them is due.

The baseline is the smallest database of the same run.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks._crowd import crowd, settings_of
from benchmarks._fake_api import fake_api
from bot import compose
from simulator.clock import PretendClock

SIZES = (10_000, 100_000, 1_000_000)
DUE = 1_000
AT = datetime(2026, 3, 3, 8, tzinfo=UTC)
LATER = AT + timedelta(hours=11)


async def lap(api: str, size: int) -> float:
    """Seconds of processor time of the lap that delivers DUE reminders among `size` regimens."""
    clock = PretendClock(AT - timedelta(hours=1))
    with tempfile.TemporaryDirectory() as folder:
        await crowd(Path(folder), clock, ((DUE, AT), (size - DUE, LATER)))
        app = await compose(settings_of(api, Path(folder)), clock)
        await app.courier.lap()
        await app.courier.lived(AT)
        clock.set(AT)
        began = time.process_time()
        await app.courier.lap()
        spent = time.process_time() - began
        await app.close()
    return spent


async def main() -> None:
    """Print each and the ratio of the dearest to the cheapest."""
    with fake_api() as api:
        await lap(api, 2 * DUE)  # so that nobody pays for what is read once
        costs = [await lap(api, size) for size in SIZES]
    for size, cost in zip(SIZES, costs, strict=True):
        print(f"{size:>9,} regimens, {DUE:,} due: {cost * 1000:.0f} ms (processor), {cost / costs[0]:.2f} of the first")
    print(f"ratio of the dearest to the cheapest: {max(costs) / min(costs):.2f} (goal: at most 1.5)")


if __name__ == "__main__":
    asyncio.run(main())
