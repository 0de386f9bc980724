"""`python -m benchmarks.courier`: processor time per reminder, due row to settled row, against bare sending.

The baseline is a loop of python-telegram-bot's own `Bot.send_message`, 32 in flight, to the same fake server.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr
from telegram import Bot

from benchmarks._fake_api import fake_api
from bot import App, compose
from journal import notices, people, regimens
from journal.tables import Person
from journal.timing import Phase, Plan, Timing
from locales import Words
from settings import load_settings
from simulator.clock import PretendClock

PEOPLE = 2000
DUE = datetime(2026, 3, 3, 8, tzinfo=UTC)
TOKEN = "42:benchmark"


async def bare(api: str, count: int) -> float:
    """Seconds of processor time per message of the stock client."""
    bot = Bot(TOKEN, base_url=f"{api}/bot")
    slots = asyncio.Semaphore(32)

    async def send() -> None:
        async with slots:
            await bot.send_message(1, "Dose due 08:00: Vitamin X, 1 mg")

    await bot.request.initialize()
    await asyncio.gather(*(send() for _ in range(100)))
    began = time.process_time()
    await asyncio.gather(*(send() for _ in range(count)))
    spent = time.process_time() - began
    await bot.request.shutdown()
    return spent / count


async def populated(api: str, folder: Path, clock: PretendClock) -> App:
    """A bot with PEOPLE people who all take something at the same minute."""
    settings = load_settings(None).model_copy(
        update={
            "telegram_bot_token": SecretStr(TOKEN),
            "telegram_api_url": api,
            "database_url": f"sqlite+aiosqlite:///{folder / 'dosebook.db'}",
            "key_file": folder / "key",
            "messages_per_second": 0.0,
        }
    )
    app = await compose(settings, clock)
    plan = Plan((Phase(Timing(times=(DUE.time(),)), start=DUE.date()),))
    async with app.db.write() as tx:
        for number in range(PEOPLE):
            person = Person(chat_id=number + 1, zone="UTC", created_at=clock.now(), agreed_at=clock.now())
            tx.add(person)
            await tx.flush()
            await tx.refresh(person)
            assert people.ident(person)
            await regimens.add(tx, person, "Vitamin X", "1 mg", "tablet", plan, clock.now())
    return app


async def courier(api: str) -> float:
    """Seconds of processor time per reminder of the courier, the texts read beforehand as the client is warm too."""
    Words("en")("dose-due", time="", dose="")
    clock = PretendClock(DUE - timedelta(minutes=10))
    with tempfile.TemporaryDirectory() as folder:
        app = await populated(api, Path(folder), clock)
        await app.courier.lap()
        clock.set(DUE)
        began = time.process_time()
        await app.courier.lap()
        spent = time.process_time() - began
        async with app.db.read() as tx:
            due = await notices.next_due(tx)
        assert due is None or due > DUE, "something was left"
        await app.close()
    return spent / PEOPLE


async def main() -> None:
    """Print both and their ratio."""
    with fake_api() as api:
        baseline = await bare(api, PEOPLE)
        ours = await courier(api)
    print(f"stock Bot.send_message, 32 in flight: {baseline * 1e6:.0f} µs of processor time a message")
    print(f"courier, due row to settled row: {ours * 1e6:.0f} µs a reminder")
    print(f"ratio: {ours / baseline:.2f} (goal: at most 0.35)")


if __name__ == "__main__":
    asyncio.run(main())
