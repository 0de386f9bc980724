"""The weekly question how much symptoms got in the way: after the summary, one message, one tap each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal import interference, people
from simulator.people import Human
from tests.flows.seeds import rate
from tests.flows.talk import do
from tests.world import World, at

SUNDAY = at("2026-03-15 09:00")
FIRST, LAST = date(2026, 3, 8), date(2026, 3, 14)
LABELS = ["Not at all", "A little", "Somewhat", "Quite a bit", "Very much", "Skip"]


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def asked(person: Human) -> list[str]:
    return [m.body for m in person.chat if m.from_bot and ("get in the way" in m.body or "Noted for the" in m.body)]


async def week(world: World, ana: Human, until: timedelta = timedelta(minutes=10), **rated: int) -> None:
    """Sleep until after the summary of a week in which these were rated."""
    for code, value in rated.items():
        await rate(world, ana, code, FIRST, [value] * 5)
    world.clock.set(SUNDAY - timedelta(hours=1))
    await world.app.courier.lived(world.clock.now())
    await world.go(SUNDAY + until)


async def answers(world: World, person: Human, code: int, weeks: int = 1, to: date = LAST) -> list[int | None]:
    """The stored answers about the symptom with this number among the person's."""
    async with world.app.db.read() as tx:
        stored = await people.find(tx, person.id)
        assert stored
        return await interference.answers(tx, stored, code, to, weeks)


async def test_it_comes_after_the_summary_and_walks_through_one_message(world: World, ana: Human) -> None:
    await week(world, ana, fatigue=3, tingling=5)
    assert [m.body[:9] for m in ana.chat if m.from_bot][-2:] == ["Your week", "In the 7 "]
    assert asked(ana) == [
        "In the 7 days up to Sat 14 Mar, how much did tingling get in the way of your usual activities?"
    ]
    assert ana.last.labels == LABELS
    assert ana.last.silent
    await world.tap(ana, "Quite a bit")
    assert "did fatigue get in the way" in ana.last.text
    await world.restart()
    await world.tap(ana, "Not at all")
    assert asked(ana) == ["Noted for the 7 days up to Sat 14 Mar\nTingling: quite a bit\nFatigue: not at all"]
    assert await answers(world, ana, 2) == [3]
    assert await answers(world, ana, 1) == [0]


async def test_at_most_three_are_asked_foremost_by_mean(world: World, ana: Human) -> None:
    await do(world, ana, "/symptoms", "[Numbness]", "[Low or anxious mood]")
    await week(world, ana, fatigue=1, tingling=2, cramps=3, numbness=4, mood=0)
    for name in ("numbness", "cramps", "tingling"):
        assert f"did {name} get" in ana.last.text
        await world.tap(ana, "Somewhat")
    assert "Noted for the 7 days" in ana.last.text


async def test_a_skip_is_missing_and_an_answer_can_be_changed(world: World, ana: Human) -> None:
    await week(world, ana, tingling=5, cramps=3)
    await do(world, ana, "[Skip]", "[A little]")
    assert "Tingling: skipped\nCramps: a little" in ana.last.text
    assert await answers(world, ana, 2) == [None]
    await world.go(timedelta(days=6))
    await do(world, ana, "[Change]", "[Tingling]", "[Very much]")
    assert "Tingling: very much\nCramps: a little" in asked(ana)[-1]
    assert await answers(world, ana, 2) == [4]


async def test_pressed_twice_is_one_answer_and_the_next_question_stays(world: World, ana: Human) -> None:
    await week(world, ana, tingling=5, cramps=3)
    ana.tap("Very much")
    ana.tap("Very much")
    await world.settle()
    assert "did cramps get" in ana.last.text
    assert await answers(world, ana, 3) == [None]


async def test_after_seven_days_it_cannot_be_answered(world: World, ana: Human) -> None:
    await week(world, ana, tingling=5)
    message, much = ana.last.id, ana.last.buttons[4][0][1]
    await world.go(timedelta(days=8))
    ana.tap_data(message, much)
    await world.settle()
    assert "up to 7 days after" in ana.last.text
    assert await answers(world, ana, 2) == [None]


@pytest.mark.parametrize("value", [0, None])
async def test_nothing_felt_is_nothing_asked(world: World, ana: Human, value: int | None) -> None:
    await week(world, ana, timedelta(hours=10), **({} if value is None else {"tingling": value}))
    assert asked(ana) == []
    assert any(m.body.startswith("Your week") for m in ana.chat)


async def test_it_can_be_switched_off(world: World, ana: Human) -> None:
    await do(world, ana, "/settings", "[Weekly question]", "[no]")
    assert "Weekly question: no" in ana.last.labels
    await week(world, ana, timedelta(hours=10), tingling=5)
    assert asked(ana) == []


async def test_in_a_pause_it_does_not_come(world: World, ana: Human) -> None:
    await do(world, ana, "/pause", "[Everything]", "[Two weeks]")
    await week(world, ana, timedelta(hours=10), tingling=5)
    assert asked(ana) == []
    assert any(m.body.startswith("Your week") for m in ana.chat)


async def test_quiet_hours_hold_it(world: World, ana: Human) -> None:
    await do(world, ana, "/settings", "[Quiet hours]", "21:00 to 10:30")
    await week(world, ana, timedelta(minutes=89), tingling=5)
    assert asked(ana) == []
    await world.go(SUNDAY + timedelta(minutes=90))
    assert len(asked(ana)) == 1


async def test_after_downtime_it_comes_once(world: World, ana: Human) -> None:
    await week(world, ana, timedelta(), tingling=5)
    assert asked(ana) == []
    await world.outage(timedelta(hours=3))
    await world.go(timedelta(hours=3))
    assert len(asked(ana)) == 1


async def test_it_is_asked_each_week_and_answers_stand_oldest_first(world: World, ana: Human) -> None:
    await week(world, ana, tingling=5)
    await world.tap(ana, "A little")
    await rate(world, ana, "tingling", date(2026, 3, 15), [4] * 7)
    await world.go(SUNDAY + timedelta(days=7, minutes=10))
    await world.tap(ana, "Very much")
    assert await answers(world, ana, 2, 3, date(2026, 3, 21)) == [None, 1, 4]


@pytest.mark.parametrize(
    "data", ["1iv|20260314|1|2", "1iv|20260314|2|7", "1iv|20260313|2|2", "1iv|20990101|2|2", "1ia|20260313|0"]
)
async def test_forged_buttons_change_nothing(world: World, ana: Human, data: str) -> None:
    await week(world, ana, tingling=5)
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert "went wrong" not in ana.last.text
    assert await answers(world, ana, 2) == await answers(world, ana, 1) == [None]


async def test_somebody_elses_answer_is_left_alone(world: World, ana: Human) -> None:
    bo = await world.arrive("Bo", 1002)
    await week(world, ana, tingling=5)
    bo.tap_data(bo.last.id, ana.last.buttons[4][0][1])
    await world.settle()
    assert await answers(world, ana, 2) == [None]
