"""The sending budget, by a clock that stands still until it is set."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from handlers.budget import BURST, Budget, Urgency
from simulator.clock import PretendClock

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


async def started(budget: Budget, clock: PretendClock, chats: list[int], seconds: float) -> list[float]:
    """When each of these messages started, in seconds, as far as the clock goes."""
    moments: list[float] = []

    async def send(chat: int) -> None:
        await budget.turn(chat)
        moments.append((clock.now() - START).total_seconds())

    tasks = [asyncio.create_task(send(chat)) for chat in chats]
    for tick in range(int(seconds * 100) + 1):
        clock.set(START + timedelta(milliseconds=10 * tick))
        for _ in range(5):
            await asyncio.sleep(0)  # noqa: TID251 - lets the waiting ones run
    for task in tasks:
        task.cancel()
    return moments


async def test_no_second_sees_more_than_the_budget() -> None:
    clock = PretendClock(START)
    moments = await started(Budget(clock, 30), clock, list(range(100)), 4)
    assert len(moments) == 100
    assert max(sum(at <= other < at + 1 for other in moments) for at in moments) <= 31


async def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    clock = PretendClock(START)
    moments = await started(Budget(clock, 1000), clock, [7] * 6, 4)
    assert sum(at < 0.5 for at in moments) == BURST
    assert [round(at) for at in moments[BURST:]] == [1, 2, 3]


async def test_a_wait_that_telegram_asks_for_holds_everyone() -> None:
    clock = PretendClock(START)
    budget = Budget(clock, 30)
    budget.pause(timedelta(seconds=2))
    assert min(await started(budget, clock, [1, 2, 3], 3)) >= 2


async def test_no_limit_waits_for_nothing() -> None:
    clock = PretendClock(START)
    assert await started(Budget(clock, 0), clock, [1] * 50, 0) == [0.0] * 50


async def test_answers_go_before_what_is_due_and_what_is_due_before_digests() -> None:
    clock, order = PretendClock(START), []
    budget = Budget(clock, 10)

    async def send(chat: int, urgency: Urgency) -> None:
        await budget.turn(chat, urgency)
        order.append(urgency)

    waiting = [Urgency.DIGEST] * 3 + [Urgency.CHECKIN, Urgency.DOSE] * 3
    tasks = [asyncio.create_task(send(chat, urgency)) for chat, urgency in enumerate(waiting)]
    for tick in range(40):
        if tick == 10:
            tasks.append(asyncio.create_task(send(99, Urgency.ANSWER)))
        clock.set(START + timedelta(milliseconds=50 * tick))
        for _ in range(5):
            await asyncio.sleep(0)  # noqa: TID251 - lets the waiting ones run
    assert len(order) == len(waiting) + 1
    assert [each for each in order if each is not Urgency.ANSWER] == sorted(waiting)
    assert order.index(Urgency.ANSWER) < 8  # it came late, and did not wait for the rest


async def test_a_busy_chat_holds_nobody_up() -> None:
    clock = PretendClock(START)
    moments = await started(Budget(clock, 1000), clock, [7] * 10 + [8], 0.5)
    assert len(moments) == BURST + 1


async def test_who_gives_up_waiting_costs_the_others_nothing() -> None:
    clock = PretendClock(START)
    budget = Budget(clock, 10)
    first = asyncio.create_task(budget.turn(1))
    second = asyncio.create_task(budget.turn(2))
    third = asyncio.create_task(budget.turn(3))
    await asyncio.sleep(0)  # noqa: TID251 - lets them queue
    second.cancel()
    for tick in range(12):
        clock.set(START + timedelta(milliseconds=10 * tick))
        for _ in range(5):
            await asyncio.sleep(0)  # noqa: TID251 - lets the waiting ones run
    assert first.done()
    assert third.done()
