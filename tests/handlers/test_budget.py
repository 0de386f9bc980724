"""The sending budget, by a clock that stands still until it is set."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from handlers.budget import BURST, Budget, Urgency
from simulator.clock import PretendClock
from tests.clocks import SteppedClock

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


async def started(budget: Budget, clock: PretendClock, chats: list[int], seconds: float) -> list[float]:
    """When each of these messages started, in seconds, as far as the clock goes."""
    moments: list[float] = []

    async def send(chat: int) -> None:
        if await budget.turn(chat) is None:
            moments.append((clock.now() - START).total_seconds())

    tasks = [asyncio.create_task(send(chat)) for chat in chats]
    for tick in range(int(seconds * 100) + 1):
        clock.set(START + timedelta(milliseconds=10 * tick))
        for _ in range(5):
            await asyncio.sleep(0)  # noqa: TID251 - lets the waiting ones run
    for task in tasks:
        task.cancel()
    return moments


def most_in_a_second(moments: list[float]) -> int:
    """How many of these lie within any one second."""
    return max(sum(at <= other < at + 1 for other in moments) for at in moments)


@pytest.mark.parametrize("per_second", [0.5, 1, 30, 100])
async def test_no_second_sees_more_than_the_budget(per_second: float) -> None:
    clock = PretendClock(START)
    moments = await started(Budget(clock, per_second), clock, list(range(600)), 5)
    assert most_in_a_second(moments) <= max(1, per_second)
    assert len(moments) >= 5 * per_second / 1.1


async def test_what_was_not_used_is_not_saved_up() -> None:
    clock = PretendClock(START - timedelta(seconds=5))
    budget = Budget(clock, 30)
    assert await budget.turn(1000) is None
    clock.set(START)
    assert most_in_a_second(await started(budget, clock, list(range(100)), 2)) <= 30


async def test_a_delay_is_made_up_for_within_the_budget() -> None:
    clock = PretendClock(START)
    budget = Budget(clock, 30)
    tasks = [asyncio.create_task(budget.turn(chat)) for chat in range(60)]
    starts: list[float] = []
    for tick in (0, 90, 180, 270, 360, 450, 540, 630, 720, 810, 900, 990):  # a loop that is late by three gaps
        clock.set(START + timedelta(milliseconds=tick))
        for _ in range(5):
            await asyncio.sleep(0)  # noqa: TID251 - lets the waiting ones run
        starts += [tick / 1000] * (sum(task.done() for task in tasks) - len(starts))
    for task in tasks:
        task.cancel()
    assert 27 <= len(starts) <= 30


async def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    clock = PretendClock(START)
    moments = await started(Budget(clock, 1000), clock, [7] * 6, 4)
    assert sum(at < 0.5 for at in moments) == BURST
    assert [round(at) for at in moments[BURST:]] == [1, 2, 3]


async def test_while_nothing_may_start_all_are_sent_away_at_once() -> None:
    clock = PretendClock(START)
    budget = Budget(clock, 30)
    budget.hold(timedelta(seconds=2))
    assert await budget.turn(1) == timedelta(seconds=2)
    clock.set(START + timedelta(seconds=2))
    assert await budget.turn(1) is None


async def test_who_waits_already_is_sent_away_too() -> None:
    clock = PretendClock(START)
    budget = Budget(clock, 1)
    first, second = asyncio.create_task(budget.turn(1)), asyncio.create_task(budget.turn(2))
    await asyncio.sleep(0)  # noqa: TID251 - lets them queue
    budget.hold_chat(2, timedelta(seconds=300))
    clock.set(START + timedelta(seconds=2))
    assert await first is None
    assert await second == timedelta(seconds=298)


async def test_one_chat_that_is_to_wait_holds_nobody_else_but_a_second_one_holds_all() -> None:
    clock = PretendClock(START)
    budget = Budget(clock, 0)
    budget.hold_chat(7, timedelta(seconds=60))
    assert (await budget.turn(7), await budget.turn(8)) == (timedelta(seconds=60), None)
    budget.hold_chat(7, timedelta(seconds=60))
    assert await budget.turn(8) is None
    budget.hold_chat(9, timedelta(seconds=30))
    assert await budget.turn(8) == timedelta(seconds=30)
    clock.set(START + timedelta(seconds=31))
    assert (await budget.turn(7), await budget.turn(8)) == (timedelta(seconds=29), None)


async def test_a_clock_set_back_holds_nobody_up() -> None:
    clock = SteppedClock(START)
    budget = Budget(clock, 1)
    budget.hold(timedelta(seconds=5))
    clock.set(START + timedelta(seconds=6))
    assert await budget.turn(1) is None
    clock.back(timedelta(hours=1))
    assert await budget.turn(1) is None


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
