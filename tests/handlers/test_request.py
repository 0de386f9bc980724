"""The aiohttp client against the simulator over real sockets: answers, files, and how trouble is told apart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from handlers.request import AiohttpRequest, NotSent
from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.http import HOST, create_app, make_server
from simulator.people import DOT
from tests.browser.phone import free_port
from tests.world import TOKEN


@pytest.fixture
def sim() -> Simulator:
    return Simulator(PretendClock(datetime(2026, 3, 2, 9, tzinfo=UTC), running=True), TOKEN)


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    port = free_port()
    server = make_server(create_app(sim), port)
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has a flag and no event
        await asyncio.sleep(0)  # noqa: TID251 - until the server listens
    bot = Bot(TOKEN, f"http://{HOST}:{port}/bot", request=AiohttpRequest(2), get_updates_request=AiohttpRequest(2))
    await bot.initialize()
    yield bot
    await bot.shutdown()
    server.should_exit = True
    await serving


async def test_a_message_and_a_picture_arrive(sim: Simulator, bot: Bot) -> None:
    ana = sim.join(1001, "Ana")
    ana.say("hello")
    await bot.send_message(1001, "8 < 9 & ü")
    await bot.send_photo(1001, DOT, caption="a picture")
    assert [message.body for message in ana.chat][1:] == ["8 < 9 & ü", "a picture"]


@pytest.mark.parametrize(
    ("kind", "error"), [("timeout", TimedOut), ("reset", NetworkError), ("malformed", TelegramError)]
)
async def test_what_may_have_arrived_is_not_called_unsent(sim: Simulator, bot: Bot, kind: str, error: type) -> None:
    sim.join(1001, "Ana").say("hello")
    sim.fault("sendMessage", kind, when="after")
    with pytest.raises(error) as caught:
        await bot.send_message(1001, "x")
    assert not isinstance(caught.value, NotSent)
    assert TOKEN not in repr(caught.value)


async def test_a_wait_that_telegram_asks_for_is_read(sim: Simulator, bot: Bot) -> None:
    sim.join(1001, "Ana").say("hello")
    sim.fault("sendMessage", "429", retry_after=7)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(1001, "x")
    assert caught.value.retry_after == timedelta(seconds=7)


async def test_without_a_connection_it_surely_had_no_effect() -> None:
    request = AiohttpRequest(2)
    bot = Bot(TOKEN, f"http://{HOST}:{free_port()}/bot", request=request)
    with pytest.raises(NotSent) as caught:
        await bot.send_message(1001, "x")
    assert TOKEN not in str(caught.value)
    await request.shutdown()


async def test_it_goes_nowhere_else_when_told_to() -> None:
    went: list[str] = []

    async def away(asked: web.Request) -> web.Response:
        went.append(asked.path)
        return web.Response(status=307, headers={"Location": "/elsewhere"})

    site, request = web.Application(), AiohttpRequest(2)
    site.router.add_route("*", "/{any}", away)
    async with TestServer(site) as server:
        status, _ = await request.do_request(str(server.make_url("/telegram")), "POST")
        await request.shutdown()
    assert (status, went) == (307, ["/telegram"])
