"""The pulse: a call a minute, whatever comes back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer

from journal.clock import SystemClock
from scheduler.pulse import Pulse
from simulator.clock import PretendClock
from tests.world import START

SECRET = "only-the-watcher-knows"


class Watcher:
    """Counts the calls; answers with `status`."""

    def __init__(self) -> None:
        self.calls, self.status = 0, 200
        self.called = asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        self.calls += 1
        self.called.set()
        return web.Response(status=self.status, headers={"Location": request.path})

    async def heard(self, calls: int) -> None:
        while self.calls < calls:
            self.called.clear()
            await asyncio.wait_for(self.called.wait(), 5)


@pytest.fixture
async def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
async def server(watcher: Watcher) -> AsyncIterator[BaseTestServer]:
    site = web.Application()
    site.router.add_get(f"/{SECRET}", watcher.handle)
    async with TestServer(site) as server:
        yield server


async def minute(clock: PretendClock) -> None:
    """A minute later, once the pulse has begun to wait for it."""
    system = SystemClock()
    await system.sleep_until(system.now() + timedelta(milliseconds=20))
    clock.set(clock.now() + timedelta(minutes=1))


async def test_it_calls_once_a_minute_whatever_the_answer(watcher: Watcher, server: BaseTestServer) -> None:
    clock = PretendClock(START)
    task = asyncio.create_task(Pulse(str(server.make_url(f"/{SECRET}")), clock).run())
    await watcher.heard(1)
    watcher.status = 500
    await minute(clock)
    await watcher.heard(2)
    watcher.status = 307
    await minute(clock)
    await watcher.heard(3)
    await minute(clock)
    await watcher.heard(4)
    assert watcher.calls == 4
    task.cancel()


async def test_a_watcher_that_is_gone_disturbs_nothing_and_is_never_named(
    watcher: Watcher, server: BaseTestServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    clock, url = PretendClock(START), str(server.make_url(f"/{SECRET}"))
    await server.close()
    task = asyncio.create_task(Pulse(url, clock).run())
    for _ in range(3):
        await minute(clock)
    assert not task.done()
    mine = [record for record in caplog.records if record.name == "scheduler.pulse"]
    assert mine
    assert {record.levelno for record in mine} == {logging.DEBUG}
    assert SECRET not in caplog.text
    task.cancel()
