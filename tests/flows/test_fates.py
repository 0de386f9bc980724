"""Each fault before and after the effect, for what is not a reminder: summaries, answers, toasts, edits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.world import World, at

EIGHT = at("2026-03-03 08:00")
SUNDAY = at("2026-03-08 09:00")
UNKNOWN = ("500", "502", "504", "timeout", "reset", "malformed")
REFUSED = ("429", "401", "404", "409")
WHEN = ("before", "after")


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.go(EIGHT)
    return ana


def weeks(person: Human) -> int:
    return sum(message.body.startswith("Your week") for message in person.chat if message.from_bot)


async def to_sunday(world: World) -> None:
    """Let the time until the summary count as lived, with nothing that fell due in it."""
    world.clock.set(SUNDAY - timedelta(minutes=1))
    await world.app.courier.lived(world.clock.now())
    await world.settle()


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("kind", UNKNOWN)
async def test_a_summary_of_unknown_fate_is_offered_and_not_repeated(
    world: World, ana: Human, kind: str, when: str
) -> None:
    await to_sunday(world)
    world.sim.fault("sendMessage", kind, when="after" if when == "after" else "before", chat=ana.id)
    await world.go(SUNDAY + timedelta(hours=3))
    world.sim.heal()
    assert weeks(ana) == (when == "after")
    await world.say(ana, "/today")
    offers = [label for message in ana.chat[-2:] for row in message.buttons for label, _ in row if "summary" in label]
    assert len(offers) == 1
    await world.tap(ana, offers[0])
    assert ana.last.body.startswith("Your week")


@pytest.mark.parametrize("kind", REFUSED)
async def test_a_summary_that_surely_did_not_go_comes_later(world: World, ana: Human, kind: str) -> None:
    await to_sunday(world)
    world.sim.fault("sendMessage", kind, retry_after=30)
    await world.go(SUNDAY + timedelta(hours=1))
    assert weeks(ana) == 1


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("kind", [*UNKNOWN, *REFUSED])
async def test_the_answer_to_a_tap_is_shown_in_the_end_and_recorded_once(
    world: World, ana: Human, kind: str, when: str
) -> None:
    world.sim.fault("editMessageText", kind, when="after" if when == "after" else "before", retry_after=2)
    ana.tap("Taken")
    await world.settle()
    world.clock.set(world.clock.now() + timedelta(minutes=2))
    for app in world.replicas:
        await app.inbox.show_again()
    assert "taken at 08:00" in ana.last.body
    before = len(ana.chat)
    assert "taken at 08:00" in await world.say(ana, "/today")
    assert len(ana.chat) == before + 2


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("kind", [*UNKNOWN, *REFUSED])
async def test_a_toast_that_fails_takes_nothing_with_it(world: World, ana: Human, kind: str, when: str) -> None:
    world.sim.fault("answerCallbackQuery", kind, when="after" if when == "after" else "before")
    assert "taken at 08:00" in await world.tap(ana, "Taken")


async def test_a_page_that_looks_the_same_already_counts_as_shown(world: World, ana: Human) -> None:
    world.sim.fault("editMessageText", "unchanged", times=99)
    before = len(ana.chat)
    await world.tap(ana, "Taken")
    for app in world.replicas:
        await app.inbox.show_again()
    assert len(ana.chat) == before
    tried = [call for call in world.sim.calls if call.method == "editMessageText" and not call.ok]
    assert len(tried) == 1


@pytest.mark.parametrize("kind", ["blocked", "deactivated", "no chat"])
async def test_an_answer_to_someone_who_cannot_be_reached_is_let_go(world: World, ana: Human, kind: str) -> None:
    world.sim.fault("*", kind, times=99, chat=ana.id)
    ana.tap("Taken")
    await world.settle()
    for app in world.replicas:
        await app.inbox.show_again()
    tried = len([call for call in world.sim.calls if not call.ok])
    await world.go(timedelta(days=2))
    assert len([call for call in world.sim.calls if not call.ok]) == tried
    world.sim.heal()
    await world.say(ana, "/start")
    unrecorded = next(message.body for message in reversed(ana.chat) if "not recorded" in message.body)
    assert "Wed 4 Mar" in unrecorded
    assert "Tue 3 Mar" not in unrecorded  # what they tapped was kept
