"""Groups and channels: one line, and nothing of what is said there is kept, not even until it is answered."""

from __future__ import annotations

import pytest

from journal.tables import InboxUpdate
from simulator.people import Human
from simulator.world import Chat
from tests.flows.care import rows
from tests.flows.filling import everything
from tests.world import World

LINE = "I keep health data, so I only work in a private chat. Please write to me there."


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def said(world: World, chat: Chat) -> list[str]:
    return [message.text for message in world.sim.messages(chat.id) if message.from_bot]


async def test_a_command_gets_one_line_and_its_words_are_never_stored(world: World, ana: Human) -> None:
    group = world.sim.group(-500123, "Marrowdale Family", ana)
    for text in ("/add Zedoary every day at 8:00", "good morning, Zedoary", "@dosebook_bot Zedoary"):
        ana.say(text, chat=group.id)
    await world.app.poller.once()
    waiting = [row for row in await rows(world, InboxUpdate) if row.applied_at is None]
    assert [row.chat_id for row in waiting] == [0]
    assert not any("Zedoary" in row.payload or str(ana.id) in row.payload for row in waiting)
    await world.settle()
    assert said(world, group) == [LINE]
    kept = str(await everything(world))
    assert "Zedoary" not in kept
    assert "500123" not in kept
    assert "nothing yet" in await world.say(ana, "/regimens")


@pytest.mark.parametrize("data", ["1rl", "1de|1", "nonsense"])
async def test_a_button_in_a_group_is_answered_with_the_line(world: World, ana: Human, data: str) -> None:
    group = world.sim.group(-500, "Family", ana)
    message = ana.say("/today", chat=group.id)
    ana.tap_data(message.id, data, chat=group.id)
    await world.settle()
    assert said(world, group) == [LINE, LINE]
    assert ana.unanswered == []
    assert "Where things stand" in await world.say(ana, "/start")


async def test_a_channel_gets_the_line_when_the_bot_comes_in(world: World, ana: Human) -> None:
    channel = Chat(-100900, "channel", "News", opened=True)
    world.sim.world.chats[channel.id] = channel
    ana.report_bot(channel, "left", "administrator")
    await world.settle()
    ana.report_bot(channel, "administrator", "left")
    await world.settle()
    assert said(world, channel) == [LINE]
    assert "100900" not in str(await everything(world))


async def test_a_flood_in_a_group_keeps_nobody_waiting(world: World, ana: Human) -> None:
    group = world.sim.group(-500, "Family", ana)
    for number in range(50):
        ana.say(f"/today {number}", chat=group.id)
    ana.say("/start")
    await world.settle()
    assert "Where things stand" in ana.last.body
    assert set(said(world, group)) == {LINE}
