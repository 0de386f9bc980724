"""A pretend Telegram on a standing clock, with Ana, and two ways to ask it: raw and through a real Bot."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot

from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.door import InProcessRequest
from simulator.params import Upload
from simulator.people import Human

Ask = Callable[..., tuple[int, Any]]
TOKEN = "123456" + ":" + "practice"


@pytest.fixture
def clock() -> PretendClock:
    return PretendClock(datetime(2026, 11, 20, 8, 0, tzinfo=UTC))


@pytest.fixture
def sim(clock: PretendClock) -> Simulator:
    return Simulator(clock, TOKEN)


@pytest.fixture
def ana(sim: Simulator) -> Human:
    """Ana, who has pressed Start; the bot has read it."""
    person = sim.join(1001, "Ana", language="en")
    person.say("/start")
    sim.world.queue.waiting.clear()
    return person


@pytest.fixture
def ask(sim: Simulator) -> Ask:
    """Ask a method of the Bot API; gives the status and the result, or the status and the description."""

    def ask(method: str, uploads: dict[str, Upload] | None = None, **params: Any) -> tuple[int, Any]:
        values = {name: v if isinstance(v, str) else json.dumps(v) for name, v in params.items()}
        answer = sim.handle(TOKEN, method, values, uploads)
        body = json.loads(answer.body)
        return answer.status, body["result"] if body["ok"] else body["description"]

    return ask


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, request=InProcessRequest(sim), get_updates_request=InProcessRequest(sim)) as bot:
        yield bot
