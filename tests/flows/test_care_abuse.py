"""What a stranger, a stolen phone, an old button or a crash can do to a care link: nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from handlers import buttons
from handlers.presses_care import CareAct, CareAnswer, CareChoose, CareRead, CareTerm
from journal.tables import AccessLog
from tests.flows.care import DEAD, accept, data_of, invite, linked, links, open_link, press, rows
from tests.world import World


async def stands(world: World) -> list[dict[str, object]]:
    return [link.model_dump() for link in await links(world)]


def every_press(link: int) -> Iterator[str]:
    """All that a button about this link could say."""
    for answer in ("accept", "agree", "decline"):
        yield buttons.write(CareAnswer(link, answer))
    for action in ("open", "end"):
        yield buttons.write(CareRead(link, action))
    for action in ("confirm", "terms", "name", "named"):
        yield buttons.write(CareAct(link, action))
    for what in ("missed", "regimens"):
        yield buttons.write(CareChoose(link, what))
    for sure in (False, True):
        yield buttons.write(CareTerm(link, "notes", "1", sure))
        yield buttons.write(CareTerm(link, "all", "0", sure))


@pytest.mark.parametrize("state", ["invited", "accepted", "active"])
async def test_forged_buttons_of_a_link_of_others_change_and_tell_nothing(world: World, state: str) -> None:
    ana, eve = await world.arrive(), await world.arrive("Eve", 1003)
    bo = world.sim.join(1002, "Bo", "en")
    link = await invite(world, ana)
    if state != "invited":
        await accept(world, bo, link)
    if state == "active":
        await world.tap(ana, "Confirm")
    before, heard = await stands(world), (len(ana.chat), len(bo.chat))
    for data in every_press((await links(world))[0].id or 0):
        text = await press(world, eve, data)
        assert not {"Ana", "Bo"} & set(text.split()), data
        assert not eve.unanswered
    assert await stands(world) == before
    assert (len(ana.chat), len(bo.chat)) == heard


@pytest.mark.parametrize("data", ["1cg|0|accept", "1cg|-1|agree", "1cr|99|end", "1cy|99|confirm", "1cm|1|sees|1|1"])
async def test_nonsense_is_answered_kindly(world: World, data: str) -> None:
    ana = await world.arrive()
    await linked(world, ana)
    before = await stands(world)
    assert "Nothing was changed" in await press(world, ana, data)
    assert await stands(world) == before


async def test_a_caregiver_can_neither_confirm_nor_widen(world: World) -> None:
    ana, bo = await world.arrive(), await world.arrive("Bo", 1002)
    await open_link(world, bo, await invite(world, ana))
    await world.tap(bo, "Accept")
    assert "not open any more" in await press(world, bo, buttons.write(CareAct(1, "confirm")))
    assert [link.state for link in await links(world)] == ["accepted"]
    await world.tap(ana, "Confirm")
    for what in ("notes", "may_record", "labs"):
        assert "not open any more" in await press(world, bo, buttons.write(CareTerm(1, what, "1", True)))
    found = (await links(world))[0]
    assert (found.sees, found.may_record) == (["doses"], False)


async def test_double_taps_count_once(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    link = await invite(world, ana)
    assert "out of date" in await press(world, ana, "1cy|0|named")
    assert len(await links(world)) == 1
    await open_link(world, bo, link)
    await world.tap(bo, "Accept")
    agree = data_of(bo, "I agree")
    for _ in range(2):
        bo.tap_data(bo.last.id, agree)
    await world.settle()
    asked = [message for message in ana.chat if "has accepted" in message.text]
    assert len(asked) == 1
    assert not [message for message in bo.chat if "too old" in message.text]
    for _ in range(2):
        ana.tap_data(asked[0].id, "1cy|1|confirm")
    await world.settle()
    assert len([message for message in bo.chat if "has confirmed" in message.text]) == 1
    for _ in range(2):
        ana.tap_data(ana.last.id, "1cr|1|end")
    await world.settle()
    assert len([message for message in bo.chat if "does not share" in message.text]) == 1
    logged = [row.what for row in await rows(world, AccessLog)]
    assert sorted(logged) == ["accepted", "confirmed", "ended", "invited"]


async def test_old_buttons_of_an_ended_link_die_kindly(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    await press(world, ana, "1cr|1|end")
    before = await stands(world)
    for person in (ana, bo):
        for data in every_press(1):
            text = await press(world, person, data)
            assert "Nothing was changed" in text or "You do not keep one here" in text, (data, text)
    assert await stands(world) == before


async def test_the_patient_ends_it_while_the_other_is_answering(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    await open_link(world, bo, await invite(world, ana))
    await world.tap(bo, "Accept")
    await press(world, ana, "1cr|1|end")
    assert "not open any more" in await world.tap(bo, "I agree")
    assert [link.state for link in await links(world)] == ["ended"]
    assert bo.last.text != "Ana does not share with you any more."


async def test_deletion_kills_open_invitations(world: World) -> None:
    ana, bo, eve = await world.arrive(), world.sim.join(1002, "Bo", "en"), world.sim.join(1003, "Eve", "en")
    first, second = await invite(world, ana), await invite(world, ana)
    await open_link(world, bo, first)
    await world.say(ana, "/delete")
    await world.tap(ana, "Yes, delete everything")
    assert "not open any more" in await world.tap(bo, "Accept")
    assert (await open_link(world, eve, second)).startswith(DEAD)
    assert await links(world) == []


@pytest.mark.parametrize("after", range(6))
async def test_a_restart_between_any_two_steps_loses_nothing(world: World, after: int) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    link = await invite(world, ana)
    steps: list[Callable[[], object]] = [
        lambda: bo.open(link),
        lambda: bo.tap("Accept"),
        lambda: bo.tap("I agree"),
        lambda: bo.tap("London"),
        lambda: ana.tap("Confirm"),
        lambda: ana.tap("End it now"),
    ]
    for number, step in enumerate(steps):
        step()
        if number == after:
            await world.restart()
        await world.settle()
    assert [each.state for each in await links(world)] == ["ended"]
    assert bo.last.text == "Ana does not share with you any more."


async def test_an_invitation_being_made_survives_a_restart_and_can_be_given_up(world: World) -> None:
    ana = await world.arrive()
    await world.say(ana, "/caregivers")
    await world.tap(ana, "Invite someone")
    await world.tap(ana, "My notes: no")
    await world.restart()
    assert "My notes: yes" in (await world.tap(ana, "Lab values: no"), *ana.last.labels)
    assert "Stopped" in await world.say(ana, "/cancel")
    assert "out of date" in await world.tap(ana, "Next")
    assert await links(world) == []
