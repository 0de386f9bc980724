"""Whatever happens to a person's data is a line that they can read under /privacy: each thing that can, once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from journal import accesses
from journal.tables import AccessLog
from simulator.people import Human
from tests.flows.care import DOSE, data_of, invite, linked, links, open_link, press, rows
from tests.flows.talk import do
from tests.rules.fluent_files import language
from tests.world import World, at

TICKS = (
    *("Tell of an open dose: never", "Tell of an open dose: after 1"),
    *("Tell if I do not write: never", "Tell if I do not write: for 3"),
    *("May record a dose for me: no", "May remind me once a day: no"),
)
TUESDAY, SUNDAY = at("2026-03-03 08:00"), at("2026-03-08 11:00")
Step = Callable[[World, Human, Human], Awaitable[object]]


async def declined(world: World, ana: Human, bo: Human) -> None:
    cy = world.sim.join(1003, "Cy", "en")
    await open_link(world, cy, await invite(world, ana))
    await world.tap(cy, "Decline")


async def changed(world: World, ana: Human, bo: Human) -> None:
    await do(world, ana, "/caregivers", "[Bo]", "[Change]", "[May remind me once a day: yes]")


async def ended(world: World, ana: Human, bo: Human) -> None:
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Stop reading along]")


async def left(world: World, ana: Human, bo: Human) -> None:
    await do(world, bo, "/delete", "[Yes, delete]")


async def digest(world: World, ana: Human, bo: Human) -> None:
    await world.go(SUNDAY + timedelta(minutes=1))


async def digest_again(world: World, ana: Human, bo: Human) -> None:
    await digest(world, ana, bo)
    await world.go(timedelta(hours=2))
    before = len([row for row in await rows(world, AccessLog) if row.what == "digest"])
    await press(world, bo, f"1cw|{(await links(world))[0].id}|20260308")  # a week that has not gone
    await press(world, bo, f"1cw|{(await links(world))[0].id}|20260307")
    assert len([row for row in await rows(world, AccessLog) if row.what == "digest"]) == before + 1


async def alerted(world: World, ana: Human, bo: Human) -> None:
    await world.go(TUESDAY + timedelta(minutes=61))


async def alert_changed(world: World, ana: Human, bo: Human) -> None:
    await alerted(world, ana, bo)
    await world.say(ana, "/today")
    await world.tap(ana, "Taken")


async def silence(world: World, ana: Human, bo: Human) -> None:
    await world.go(at("2026-03-06 12:00"))


async def looked(world: World, ana: Human, bo: Human) -> None:
    await world.go(TUESDAY + timedelta(minutes=5))
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Open doses]")
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Open doses]")
    assert [row.what for row in await rows(world, AccessLog)].count("looked") == 1
    await world.go(TUESDAY + timedelta(minutes=70))
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Open doses]")
    assert [row.what for row in await rows(world, AccessLog)].count("looked") == 2


async def looked_by_an_old_button(world: World, ana: Human, bo: Human) -> None:
    await alerted(world, ana, bo)
    button = data_of(bo, "Record for Ana")
    await do(world, ana, "/today", "[Taken]")
    await press(world, bo, button)
    assert bo.toasts[-1] == "It is recorded already"


async def helped(world: World, ana: Human, bo: Human) -> None:
    await world.go(TUESDAY + timedelta(minutes=5))
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Open doses]", "[Record for Ana]")


async def asked(world: World, ana: Human, bo: Human) -> None:
    await world.go(TUESDAY + timedelta(minutes=5))
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Open doses]", "[Ask Ana]")


async def exported(world: World, ana: Human, bo: Human) -> None:
    await world.say(ana, "/export")


async def plan_deleted(world: World, ana: Human, bo: Human) -> None:
    await do(world, ana, "/regimens", "[Vitamin X]", "[Delete]", "[Yes, delete it]")


async def symptom_deleted(world: World, ana: Human, bo: Human) -> None:
    await do(world, ana, "/symptoms", "[Add my own]", "Foggy lantern", "/symptoms")
    await do(world, ana, "[Rename or delete my own]", "[Foggy lantern]", "[Delete]", "[Yes, delete it]")


async def supply_deleted(world: World, ana: Human, bo: Human) -> None:
    await do(
        world, ana, "/stock", "[Count my supply]", "[Tablets]", "28", "1", "[Stop counting]", "[Yes, stop counting]"
    )


async def treatment_deleted(world: World, ana: Human, bo: Human) -> None:
    await do(world, ana, "/regimens", "[Vitamin X]", "[About the treatment]")
    await do(world, ana, "[Say when it started]", "February", "[Delete this]")


async def counted(world: World, ana: Human, bo: Human) -> None:
    await world.replicas.pop().close()
    await world.replicas.pop().close()
    await world.add_replica(operator_ids=str(ana.id))
    await world.say(ana, "/operator")


async def nothing(world: World, ana: Human, bo: Human) -> None:
    """The steps of the link itself have been taken."""


# What is done, the code of its row, and what stands in the line about it.
WALK: list[tuple[Step, str, str]] = [
    (nothing, accesses.INVITED, "invited"),
    (nothing, accesses.ACCEPTED, "Bo, has accepted"),
    (nothing, accesses.CONFIRMED, "Bo, confirmed by you"),
    (declined, accesses.DECLINED, "has declined"),
    (changed, accesses.CHANGED, "Bo, changed by you"),
    (ended, accesses.ENDED, "Bo, ended"),
    (left, accesses.LEFT, "has left Dosebook"),
    (digest, "digest", "Bo, got the week"),
    (digest_again, "digest", "Bo, got the week"),
    (alerted, "care_dose", "Bo, heard that a dose was not recorded"),
    (alert_changed, "care_again", "Bo, saw what became of a dose"),
    (silence, "care_silent", "Bo, heard that you had not written"),
    (looked, accesses.LOOKED, "Bo, looked at your open doses"),
    (looked_by_an_old_button, accesses.LOOKED, "Bo, looked at your open doses"),
    (helped, "care_helped", "Bo, recorded a dose for you"),
    (asked, "care_asked", "Bo, asked about a dose"),
    (exported, accesses.EXPORTED, "You, data taken along"),
    (plan_deleted, accesses.DELETED, "You, deleted something"),
    (symptom_deleted, accesses.DELETED, "You, deleted something"),
    (supply_deleted, accesses.DELETED, "You, deleted something"),
    (treatment_deleted, accesses.DELETED, "You, deleted something"),
    (counted, accesses.COUNTED, "You, looked at the counts of this bot"),
]


async def log_of(world: World, person: Human) -> str:
    await world.say(person, "/privacy")
    return await world.tap(person, "Who was sent what")


@pytest.mark.parametrize(("step", "code", "line"), WALK, ids=[f"{step.__name__}-{code}" for step, code, _ in WALK])
async def test_it_is_a_line_of_the_log(world: World, step: Step, code: str, line: str) -> None:
    ana = await world.arrive()
    await world.take(ana, DOSE)
    bo = await linked(world, ana, ticks=TICKS)
    await step(world, ana, bo)
    assert code in {row.what for row in await rows(world, AccessLog)}
    shown = await log_of(world, ana)
    assert line in shown


def test_every_kind_of_row_is_walked() -> None:
    known = {id.removeprefix("care-log-").replace("-", "_") for id in language("en") if id.startswith("care-log-")}
    assert known - {"button", "heading", "none", "line"} == {code for _, code, _ in WALK}


async def test_who_only_reads_along_sees_what_is_about_them(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    await world.say(bo, "/export")
    shown = await log_of(world, bo)
    assert [line.partition(": ")[2] for line in shown.splitlines()[1:]] == ["You, data taken along"]
    assert "Ana" not in shown
