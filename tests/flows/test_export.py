"""/export: everything about a person in one file, nothing about anybody else, at most once an hour."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest

from simulator.people import Human
from tests.flows.care import linked
from tests.flows.seeds import rate
from tests.world import World, at

PATIENT = 777001
TODAY = date(2026, 3, 2)


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive(user_id=PATIENT)
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    return ana


def unpacked(person: Human) -> zipfile.ZipFile:
    """The file that came last."""
    media = person.last.media
    assert media is not None
    assert media.name.startswith("dosebook-2026-03-")
    return zipfile.ZipFile(io.BytesIO(media.data))


def document(person: Human) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(unpacked(person).read("export.json"))
    return held


async def test_everything_comes_as_one_file(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", TODAY - timedelta(days=20), [4] * 21)
    text = await world.say(ana, "/export")
    assert text.startswith("Your data, as one zip file.")
    names = unpacked(ana).namelist()
    assert {"export.json", "calendar.ics", "fhir.json", "pictures/12-weeks.png", "csv/regimen.csv"} <= set(names)
    assert unpacked(ana).read("pictures/12-weeks.png").startswith(b"\x89PNG")
    tables = document(ana)["tables"]
    assert [row["label"] for row in tables["regimen"]] == ["Vitamin X"]
    assert [row["value"] for row in tables["rating"]] == [4] * 21
    assert tables["person"][0]["chat_id"] == ana.id


async def test_it_comes_at_most_once_an_hour(world: World, ana: Human) -> None:
    await world.say(ana, "/export")
    world.clock.set(world.clock.now() + timedelta(minutes=59))
    assert "Please try again in one minute." in await world.say(ana, "/export")
    world.clock.set(world.clock.now() + timedelta(minutes=1))
    await world.say(ana, "/export")
    assert len([message for message in ana.chat if message.media]) == 2


async def test_a_file_that_did_not_arrive_is_sent_again(world: World, ana: Human) -> None:
    world.sim.fault("sendDocument", "500")
    await world.say(ana, "/export")
    assert ana.last.media is None
    await world.app.inbox.show_again()
    await world.restart()
    assert document(ana)["format"] == "dosebook-export"
    assert len([message for message in ana.chat if message.media]) == 1


async def test_what_a_caregiver_recorded_is_marked(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=("May record a dose for me: no",))
    await world.go(at("2026-03-03 08:30"))
    await world.say(bo, "/caregivers")
    await world.tap(bo, "You read along with Ana")
    await world.tap(bo, "Open doses")
    await world.tap(bo, "Record for Ana · Vitamin X")
    await world.say(ana, "/export")
    tables = document(ana)["tables"]
    assert [row["helped"] for row in tables["intake"]] == [True]
    statements = json.loads(unpacked(ana).read("fhir.json"))["entry"]
    sources = [each["resource"]["informationSource"] for each in statements if "partOf" in each["resource"]]
    assert sources == [{"type": "RelatedPerson", "display": "Bo"}]


async def test_who_only_reads_along_takes_nothing_about_the_patient(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=("Tell of an open dose: never", "Tell of an open dose: after 1"))
    await world.go(at("2026-03-09 12:00"))
    await world.say(bo, "/export")
    held = unpacked(bo)
    assert not {"calendar.ics", "fhir.json", "csv/regimen.csv"} & set(held.namelist())
    for name in held.namelist():
        text = held.read(name).decode()
        assert "Ana" not in text
        assert "Vitamin X" not in text
        assert str(PATIENT) not in text
    tables = document(bo)["tables"]
    assert [row["state"] for row in tables["caring"]] == ["active"]
    assert tables["carelink"] == []
    assert {row["subject"] for row in tables["notice"] if row["kind"] in ("digest", "care_dose")} == {"care:1"}


async def test_what_a_caregiver_was_not_told_is_not_in_theirs(world: World, ana: Human) -> None:
    """An alert that waits, or came to nothing, would say when she last wrote and that she took the dose."""
    silence = ("Tell if I do not write: never", "Tell if I do not write: for 3")
    bo = await linked(world, ana, ticks=("Tell of an open dose: never", "Tell of an open dose: after 1", *silence))
    await world.go(at("2026-03-03 08:30"))
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-03 09:30"))
    await world.say(bo, "/export")
    kinds = {row["kind"] for row in document(bo)["tables"]["notice"]}
    assert "care" in kinds
    assert kinds & {"digest", "care_dose", "care_silent"} == set()


async def test_who_has_deleted_everything_is_not_taken_along(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.say(ana, "/delete")
    await world.tap(ana, "Yes, delete")
    await world.say(bo, "/export")
    assert [row["what"] for row in document(bo)["tables"]["accesslog"]] == ["left", "exported"]
    assert "Ana" not in unpacked(bo).read("export.json").decode()


async def test_nobody_elses_rows_are_in_it(world: World, ana: Human) -> None:
    eve = await world.arrive("Eve", 777003)
    await world.take(eve, "Vitamin Y 5 mg tablet every day at 9:00")
    await linked(world, ana, 777002)
    await world.say(ana, "/export")
    text = b"".join(unpacked(ana).read(name) for name in unpacked(ana).namelist())
    assert b"Vitamin X" in text
    for other in (b"Vitamin Y", b"Eve", b"777003", b"777002"):
        assert other not in text


async def test_names_are_hidden_in_the_calendar_of_who_hides_them(world: World, ana: Human) -> None:
    await world.say(ana, "/export")
    assert b"SUMMARY:Vitamin X\\, 1 mg" in unpacked(ana).read("calendar.ics")
    await world.say(ana, "/settings")
    await world.tap(ana, "Names of doses")
    await world.tap(ana, "hidden")
    world.clock.set(world.clock.now() + timedelta(hours=1))
    await world.say(ana, "/export")
    assert b"Vitamin X" not in unpacked(ana).read("calendar.ics")


async def test_before_consent_there_is_nothing_to_take(world: World) -> None:
    eve = world.sim.join(1003, "Eve", "en")
    await world.say(eve, "/export")
    assert [message for message in eve.chat if message.media] == []


async def test_an_open_dialogue_stays_open(world: World, ana: Human) -> None:
    await world.say(ana, "/add")
    await world.say(ana, "/export")
    assert document(ana)["tables"]["draft"][0]["kind"] == "add"
    assert await world.say(ana, "/cancel") == "Stopped. Nothing was saved."


async def test_it_is_in_the_log_that_the_person_can_read(world: World, ana: Human) -> None:
    await world.say(ana, "/export")
    await world.say(ana, "/privacy")
    text = await world.tap(ana, "Who was sent what")
    assert "You, data taken along" in text
