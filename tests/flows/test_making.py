"""What takes a moment to make is announced: the chat shows that something is on its way."""

from __future__ import annotations

import pytest

from tests.world import World


@pytest.mark.parametrize(("command", "sent"), [("/export", "sendDocument"), ("/today", "")])
async def test_the_chat_shows_that_something_is_being_made(world: World, command: str, sent: str) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    before = len(world.sim.calls)
    await world.say(ana, command)
    methods = [call.method for call in world.sim.calls[before:] if call.chat_id == ana.id and call.ok]
    assert ("sendChatAction" in methods) == bool(sent)
    assert not sent or methods.index("sendChatAction") < methods.index(sent)
