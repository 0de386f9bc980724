"""The details of an injection in other places: history, one besides the plan, the last injections; forged buttons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.test_sites import STANDARD, given, offered
from tests.flows.test_sites import ana as ana  # the fixture
from tests.world import World, at


class TestElsewhere:
    async def test_history_shows_and_changes_the_same(self, world: World, ana: Human) -> None:
        await given(world, ana, "Left thigh")
        await world.go(timedelta(days=1))
        await world.say(ana, "/history")
        await world.tap(ana, "Mon 2 Mar")
        assert "taken at 10:00, left thigh" in ana.last.text
        await world.tap(ana, "10:00 Vitamin X")
        await world.tap(ana, "At the clinic")
        assert ana.last.text.endswith("left thigh, at the clinic")
        assert ana.last.labels[-1] == "Back"

    async def test_one_besides_the_plan(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin Z 1 mg injection as needed")
        await world.say(ana, "/log vitamin z")
        assert offered(ana) == STANDARD
        await world.tap(ana, "Left thigh")
        assert ana.last.text.endswith("taken at 09:00, left thigh")
        await world.tap(ana, "Batch")
        await world.say(ana, "B7")
        assert ana.last.text.endswith("left thigh, batch B7")
        await world.tap(ana, "By me")
        await world.tap(ana, "Change details")
        await world.tap(ana, "Back")
        assert ana.last.labels[0] == "Change details"

    async def test_a_tablet_has_no_details(self, world: World, ana: Human) -> None:
        await world.take(ana, "Iron 1 tablet every day at 9:30")
        await world.go(at("2026-03-02 09:30"))
        await world.tap(ana, "Taken")
        assert ana.last.labels == ["Undo", "Change the time"]

    async def test_the_last_injections_of_a_regimen(self, world: World, ana: Human) -> None:
        await given(world, ana, "Left thigh", "By me")
        await given(world, ana)
        await world.say(ana, "/regimens")
        await world.tap(ana, "Vitamin X")
        text = await world.tap(ana, "Last injections")
        first, second = text.splitlines()[1:]
        assert first.endswith("2026: no details")
        assert second.endswith("2026: left thigh, by me")


async def test_nobody_can_change_the_details_of_another(world: World, ana: Human) -> None:
    await given(world, ana)
    data = [data for row in ana.last.buttons for _, data in row]
    bo = await world.arrive("Bo", 1002)
    for each in data:
        bo.tap_data(bo.last.id, each)
        await world.settle()
    assert (await world.say(ana, "/today")).splitlines()[1].endswith("taken at 10:00")


@pytest.mark.parametrize(
    "data",
    [
        "1sx|1|20260302|0|d0|moon|0",
        "1sx|1|20260302|0|d0|own-00000000|0",
        "1sx|1|20260302|0|d0|site|me|0",
        "1sx|1|20260302|0|x99|left_thigh|0",
        "1sx|1|20260302|0|x|left_thigh|0",
        "1ad|1|20260302|0|d0|all|0",
        "1ad|1|20260302|0|zz|site|0",
        "1re|99|yes",
        "1sh|99",
    ],
)
async def test_forged_buttons_change_nothing(world: World, ana: Human, data: str) -> None:
    await given(world, ana)
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert "Nothing was" in ana.last.text or "nothing was" in ana.last.text or "cannot find" in ana.last.text
    assert "taken at 10:00" in await world.say(ana, "/today")
    assert "thigh" not in ana.last.text
