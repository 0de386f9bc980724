"""`python -m benchmarks.cold_start`: from the start of the process to the first reminder sent, and the memory then.

The baseline is the usual recipe, one job of python-telegram-bot's JobQueue for each regimen: the time until they are
set up, and the memory then.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks._crowd import TOKEN, crowd
from benchmarks._fake_api import fake_api_process
from journal.clock import SystemClock

JOBS = 100_000  # of the baseline, which takes minutes and gigabytes for a million
SIZES = (JOBS, 1_000_000)
RECIPE = """
import asyncio, sys
from datetime import time
from telegram.ext import ApplicationBuilder
async def remind(context): ...
async def main():
    app = ApplicationBuilder().token("42:benchmark").build()
    for number in range(int(sys.argv[1])):
        app.job_queue.run_daily(remind, time(8), chat_id=number)
    await app.job_queue.start()
    print("ready", flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


def peak(process: subprocess.Popen[str]) -> float:
    """The most memory that the process has had so far, in MB."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def recipe(jobs: int) -> tuple[float, float]:
    """Seconds until so many jobs are set up, and MB."""
    began = time.monotonic()
    command = [sys.executable, "-c", RECIPE, str(jobs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        found = time.monotonic() - began, peak(process)
        process.kill()
    return found


def bot(size: int) -> tuple[float, float]:
    """Seconds until the first reminder is sent among so many regimens, and MB."""
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    with tempfile.TemporaryDirectory() as folder, fake_api_process() as (api, fake):
        groups = ((10, now - timedelta(minutes=2)), (size - 10, now + timedelta(hours=6)))
        asyncio.run(crowd(Path(folder), Before(now), groups))
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/dosebook.db",
            "KEY_FILE": f"{folder}/key",
            "ACCESS": "open",
            "LOG_LEVEL": "ERROR",
        }
        began = time.monotonic()
        with subprocess.Popen([sys.executable, "bot.py"], env=os.environ | settings, text=True) as process:
            assert fake.stdout
            assert fake.stdout.readline().strip() == "sent"
            found = time.monotonic() - began, peak(process)
            process.kill()
    return found


class Before(SystemClock):
    """A clock that stands ten minutes before a moment."""

    def __init__(self, moment: datetime) -> None:
        self._shown = moment - timedelta(minutes=10)

    def now(self) -> datetime:
        """The moment that it stands at."""
        return self._shown


def main() -> None:
    """Print each."""
    seconds, memory = recipe(JOBS)
    print(f"JobQueue, {JOBS:>9,} jobs: ready after {seconds:5.1f} s, {memory:5.0f} MB")
    for size in SIZES:
        ours, needs = bot(size)
        ratios = f"; {ours / seconds:.3f} and {needs / memory:.2f} of JobQueue's" if size == JOBS else ""
        print(f"Dosebook, {size:>9,} regimens: first reminder after {ours:.1f} s, {needs:.0f} MB{ratios}")
    print("(goal at 1,000,000: under 2 s, under 150 MB)")


if __name__ == "__main__":
    main()
