"""Each prescription lived for two years, typed by Ana and tapped in by Bo: all that comes, when, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise

import pytest

from simulator.messages import ChatMessage
from tests.flows.prescribed import KNOWN, LONDON, START, Prescription, every, given, on
from tests.flows.walking import Walker, enter, walk
from tests.world import World, at

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]
END = at("2028-03-02 09:00")
DUE, REACTION = "Dose due 10:00: Vitamin X", "any reaction"
ASKED, OVER, OPEN = "Has your clinic told you", "is over", "is not recorded yet"

# When each part is over: its date, what was recorded, and what comes next ("" when that was all).
ENDINGS = {
    "D-UK-NONEURO": [("2026-03-13", "6 of 6", "every 3 months at 10:00, first on Sat 13 Jun, 10:00.")],
    "D-US-LABEL": [
        ("2026-03-08", "7 of 7", "every other day at 10:00, 7 times, first on Tue 10 Mar, 10:00."),
        ("2026-03-22", "7 of 7", "every 3 days at 10:00, for 3 weeks, first on Wed 25 Mar, 10:00."),
        ("2026-04-12", "7 of 7", "every month at 10:00, first on Tue 12 May, 10:00."),
    ],
    "D-NL": [("2026-04-02", "10 of 10", "every 2 months at 10:00, first on Tue 2 Jun, 10:00.")],
    "D-OFFSETS": [("2026-05-30", "9 of 9", "")],
    "D-TAPER": [
        ("2026-03-11", "10 of 10", "every week at 10:00, 4 times, first on Wed 18 Mar, 10:00."),
        ("2026-04-08", "4 of 4", "every month at 10:00, 3 times, first on Fri 8 May, 10:00."),
        ("2026-07-08", "3 of 3", ""),
    ],
}
PARTS = ("the first part of your plan", "the second part of your plan", "the third part of your plan")


def ten(days: Sequence[date]) -> list[datetime]:
    """At ten o'clock on each of these days, by the clock on the wall."""
    return [datetime.combine(day, time(10)) for day in days]


def a_day_later(day: date) -> datetime:
    """24 hours after ten o'clock, by the clock on the wall."""
    given_at = datetime.combine(day, time(10), LONDON).astimezone(UTC)
    return (given_at + timedelta(hours=24)).astimezone(LONDON).replace(tzinfo=None)


def leads(doses: Sequence[date]) -> list[tuple[datetime, str]]:
    """What is said ahead of these injections but the first, by the table in clinical.md 2.3, until the walk ends."""
    found = []
    for earlier, day in pairwise(doses):
        apart = (day - earlier).days
        for before in (14, 2) if apart >= 56 else (7, 1) if apart >= 14 else ():
            moment = datetime.combine(day - timedelta(days=before), time(10))
            when = "tomorrow" if before == 1 else f"in {before} days"
            name = f"{day:%a} {day.day} {'Sept' if day.month == 9 else f'{day:%b}'}"
            book = " Time to book it." if before >= 7 else ""
            found.append((moment, f"Injection {when}, {name}: Vitamin X.{book}"))
    return [lead for lead in found if lead[0] < datetime(2028, 3, 2, 9)]


# The injection after the two years, which is announced within them.
AFTER = {"D-UK-NONEURO": on("2028: 3-13"), "D-US-LABEL": on("2028: 3-12")}


def announced(walker: Walker) -> list[tuple[datetime, str]]:
    return [one for one in walker.said("Injection ") if OPEN not in one[1]]


def endings(prescribed: Prescription) -> list[tuple[datetime, str]]:
    found = []
    for part, (day, recorded, following) in zip(PARTS, ENDINGS.get(prescribed.id, ()), strict=False):
        whose = part if following else "your plan"
        then = f"\nNext: {following}" if following else " I will not remind you of it any more. What is next?"
        moment = datetime.combine(date.fromisoformat(day), time(10))
        found.append((moment, f"Vitamin X: {whose} is over, with {recorded} recorded.{then}"))
    return found


async def takes(world: World, walker: Walker, message: ChatMessage) -> None:
    """Take what is due, in time."""
    if "Taken" in message.labels:
        await world.tap(walker.person, "Taken", message.id)


def check(ana: Walker, bo: Walker, doses: list[date], injected: list[date]) -> None:
    """Both heard the same; of each dose once, in time, of each injection the day after, and the leads."""
    assert sorted(ana.heard) == sorted(bo.heard)
    assert ana.when(DUE) == ten(doses)
    assert ana.when(REACTION) == [a_day_later(day) for day in injected]
    assert len(set(ana.heard)) == len(ana.heard)


@pytest.mark.parametrize("prescribed", KNOWN[1:], ids=lambda given: given.id)
async def test_what_comes_in_two_years(world: World, prescribed: Prescription) -> None:
    ana, bo = await enter(world, prescribed, partial(takes, world))
    await walk(world, END, ana, bo)
    injected = prescribed.dates if prescribed.form == "injection" else []
    check(ana, bo, prescribed.dates, injected)
    ahead = leads([*injected, *AFTER.get(prescribed.id, ())])
    assert announced(ana) == ahead
    assert ana.said(OVER) == endings(prescribed)
    assert len(ana.heard) == len(prescribed.dates) + len(injected) + len(ahead) + len(endings(prescribed))


async def test_the_third_question_is_answered_with_a_yes(world: World) -> None:
    async def habit(walker: Walker, message: ChatMessage) -> None:
        await takes(world, walker, message)
        if ASKED in message.body and len(walker.when(ASKED)) < 3:
            await world.tap(walker.person, "Not yet", message.id)
        elif ASKED in message.body:
            for label in ("Yes", "Stop now", "Save"):
                await world.tap(walker.person, label)

    ana, bo = await enter(world, given("D-UK-NEURO"), habit)
    await walk(world, END, ana, bo)
    loading = every(2, START, date(2026, 4, 14))
    after = on("2026: 6-13 8-13 10-13 12-13 2027: 2-13 4-13 6-13 8-13 10-13 12-13 2028: 2-13")
    check(ana, bo, loading + after, loading + after)
    assert ana.when(ASKED) == [datetime(2026, 3, 16, 12), datetime(2026, 3, 30, 12), datetime(2026, 4, 13, 12)]
    assert announced(ana) == leads(loading + after)


@pytest.mark.parametrize(
    ("answer", "then"),
    [
        ("Count from the plan", on("2026: 12-13 2027: 3-13 6-13 9-13 12-13 2028: 3-13")),
        ("Count from the last one", on("2026: 12-23 2027: 3-23 6-23 9-23 12-23 2028: 3-23")),
    ],
    ids=["plan", "last"],
)
async def test_one_late_by_ten_days_asks_what_to_count_from(world: World, answer: str, then: list[date]) -> None:
    late, taken = date(2026, 9, 13), date(2026, 9, 23)

    async def habit(walker: Walker, message: ChatMessage) -> None:
        if not late <= message.date.date() < taken:
            await takes(world, walker, message)

    ana, bo = await enter(world, given("D-UK-NONEURO"), habit)
    await walk(world, at("2026-09-23 14:00"), ana, bo)
    for walker in (ana, bo):
        assert "Sun 13 Dec, 10:00" in await world.tap(walker.person, "Taken")
        assert "Wed 23 Dec, 10:00" in walker.person.last.text
        await world.tap(walker.person, answer)
        walker.skip()
    await walk(world, END, ana, bo)
    before = [day for day in given("D-UK-NONEURO").dates if day <= late]
    assert sorted(ana.heard) == sorted(bo.heard)
    assert ana.when(DUE) == ten([*before, *then[:-1]])
    assert ana.when(OPEN) == ten(on("2026: 9-14 9-16 9-20"))
    assert datetime(2026, 9, 24, 15) in ana.when(REACTION)
    assert announced(ana) == leads([*before, *then])
