"""`python -m benchmarks.taps`: taps on `Taken` per second of one core, from received to committed and shown.

The baseline is what the stock client alone needs for the two calls that answer a tap, 32 in flight.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from telegram import Bot

from benchmarks._crowd import TOKEN, crowd, settings_of
from benchmarks._fake_api import fake_api
from bot import App, compose
from journal.inbox import Stored
from simulator.clock import PretendClock

TAPS = 300
BATCH = 50  # updates of one getUpdates
AT = datetime(2026, 3, 3, 8, tzinfo=UTC)


def tap(number: int) -> Stored:
    """Person `number` presses `Taken` of their dose."""
    human = {"id": number, "is_bot": False, "first_name": "Ana"}
    chat = {"id": number, "type": "private", "first_name": "Ana"}
    message = {"message_id": 1, "date": int(AT.timestamp()), "chat": chat, "text": "Dose due 08:00"}
    data = f"1tk|{number}|20260303|0|d0"
    query = {"id": str(number), "from": human, "chat_instance": "1", "message": message, "data": data}
    return Stored(number, number, json.dumps({"update_id": number, "callback_query": query}))


async def ours(api: str, folder: Path) -> float:
    """Seconds of processor time per tap."""
    clock = PretendClock(AT - timedelta(minutes=10))
    await crowd(folder, clock, ((2 * TAPS, AT),))
    app = await compose(settings_of(api, folder), clock)
    clock.set(AT)
    await app.start()
    await app.courier.lap()
    await _tapped(app, range(TAPS + 1, TAPS + 101))
    began = time.process_time()
    await _tapped(app, range(1, TAPS + 1))
    spent = time.process_time() - began
    await app.close()
    return spent / TAPS


async def _tapped(app: App, people: range) -> None:
    for start in range(people.start, people.stop, BATCH):
        await app.inbox.store([tap(number) for number in range(start, start + BATCH)])
        await app.inbox.drain()


async def bare(api: str) -> float:
    """Seconds of processor time of the stock client for editing a message and answering a query."""
    bot, slots = Bot(TOKEN, base_url=f"{api}/bot"), asyncio.Semaphore(32)

    async def answer() -> None:
        async with slots:
            await bot.answer_callback_query("1", "Recorded")
            await bot.edit_message_text("Vitamin X, 1 mg: taken at 08:00", 1, 1)

    await bot.request.initialize()
    await asyncio.gather(*(answer() for _ in range(50)))
    began = time.process_time()
    await asyncio.gather(*(answer() for _ in range(TAPS)))
    spent = time.process_time() - began
    await bot.request.shutdown()
    return spent / TAPS


async def main() -> None:
    """Print both and their ratio."""
    with fake_api() as api, tempfile.TemporaryDirectory() as folder:
        baseline, spent = await bare(api), await ours(api, Path(folder))
    print(f"stock client, the two calls alone: {baseline * 1e6:.0f} µs of processor time a tap")
    print(f"Dosebook, stored, decided, committed and shown: {spent * 1e6:.0f} µs, {1 / spent:.0f} a second and core")
    print(f"ratio: {spent / baseline:.2f} (goal: 400 a second and core)")


if __name__ == "__main__":
    asyncio.run(main())
