"""The files of an export: what a spreadsheet, a calendar and a clinic's system read in them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from journal.timing import End, Phase, Timing, Unit
from reports.export.archive import archive
from reports.export.fhir import bundle
from reports.export.fhir_timing import repeat
from reports.export.ical import calendar
from reports.export.sheets import sheet
from tests.reports.exporting import BOOKED, FIRST, WORDS, export, row


def resources(kind: str) -> list[dict[str, Any]]:
    packed = bundle(export(), WORDS)
    assert packed is not None
    return [each["resource"] for each in json.loads(packed)["entry"] if each["resource"]["resourceType"] == kind]


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def lines(data: bytes | None) -> Iterator[str]:
    """The calendar's lines, unfolded."""
    assert data is not None
    yield from data.decode().replace("\r\n ", "").splitlines()


def test_a_spreadsheet_finds_utf8_and_no_formula() -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "a=1", 'a "quoted", one', "Ünï\ntwo lines", ""]
    data = sheet([{"id": n, "text": text, "amount": -5, "none": None} for n, text in enumerate(texts)])
    assert data.startswith(b"\xef\xbb\xbfid,text,amount,none\r\n")
    found = [each["text"] for each in cells(data)]
    assert found == [f"'{text}" for text in texts[:7]] + texts[7:]
    assert {(each["amount"], each["none"]) for each in cells(data)} == {("-5", "")}


def test_every_table_with_rows_is_a_sheet_and_json_has_them_all() -> None:
    packed = zipfile.ZipFile(io.BytesIO(archive(export(), WORDS, None)))
    held = json.loads(packed.read("export.json"))
    assert held["version"] == 1
    assert held["tables"].keys() == export().tables.keys()
    sheets = {name.removeprefix("csv/").removesuffix(".csv") for name in packed.namelist() if name.startswith("csv/")}
    assert sheets == {name for name, rows in export().tables.items() if rows}
    assert [each["label"] for each in cells(packed.read("csv/regimen.csv"))] == ["'=1+1 Vitamin X", "Vitamin Y"]
    assert held["tables"]["regimen"][0]["label"] == "=1+1 Vitamin X"
    assert "pictures/12-weeks.png" not in packed.namelist()


def test_planned_doses_are_there_one_by_one_for_a_year_and_without_what_is_recorded() -> None:
    planned = [(ahead.regimen, one.at) for ahead, one in export().planned()]
    mine = [at for regimen, at in planned if regimen == 1]
    assert mine[0] == datetime(2026, 3, 3, 8, tzinfo=UTC)
    assert mine[-1] == datetime(2027, 3, 2, 8, tzinfo=UTC)
    assert datetime(2026, 7, 1, 7, tzinfo=UTC) in mine
    assert len(mine) == 2 * 13 + 352
    assert BOOKED in [at for regimen, at in planned if regimen == 2]


def test_the_calendar_escapes_folds_and_keeps_its_uids() -> None:
    data = calendar(export(), export().planned(), WORDS)
    assert data is not None
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert r"LOCATION:High Street\, room 2" in lines(data)
    assert any(line.startswith(r"SUMMARY:Vitamin Y\; strong\, \\ the\nlong") for line in lines(data))
    uids = [line for line in lines(data) if line.startswith("UID:")]
    assert len(set(uids)) == len(uids) == len(export().planned())
    assert uids == [line for line in lines(calendar(export(), export().planned(), WORDS)) if line.startswith("UID:")]


def test_nothing_planned_is_no_calendar_and_nothing_recorded_no_bundle() -> None:
    assert calendar(export(), [], WORDS) is None
    empty = {name: list[Any]() for name in export().tables if name != "person"}
    assert bundle(export(**empty), WORDS) is None


def test_a_rating_is_an_observation_and_a_missing_one_is_never_zero() -> None:
    zero, skipped, amended = resources("Observation")
    assert zero["valueInteger"] == 0
    assert zero["bodySite"] == {"text": "feet"}
    assert [each["valueInteger"] for each in zero["component"]] == [2]
    assert {each["code"] for each in zero["code"]["coding"]} == {"89026-8", "84229001", "fatigue"}
    assert "valueInteger" not in skipped
    assert skipped["dataAbsentReason"]["coding"][0]["code"] == "asked-declined"
    assert [each["code"] for each in skipped["code"]["coding"]] == ["own2"]
    assert skipped["code"]["text"] == "=Brain fog, my own"
    assert (zero["status"], amended["status"]) == ("final", "amended")


def test_weekly_answers_are_one_set_and_a_skipped_one_has_no_answer() -> None:
    (week,) = resources("QuestionnaireResponse")
    assert [(item["linkId"], item.get("answer")) for item in week["item"]] == [
        ("1", [{"valueInteger": 0}]),
        ("2", None),
    ]


def test_doses_say_who_recorded_them() -> None:
    doses = [each for each in resources("MedicationStatement") if "partOf" in each]
    assert [each["status"] for each in doses] == ["completed", "not-taken", "completed"]
    helped = {"type": "RelatedPerson", "display": "Bo"}
    assert [each["informationSource"] for each in doses[:2]] == [helped, helped | {"display": "Someone"}]
    assert doses[2]["informationSource"] == doses[2]["subject"]
    assert doses[2]["dosage"][0]["site"] == {"text": "left upper arm"}
    assert "dosage" not in doses[1]


def test_plans_say_their_words_and_their_timing() -> None:
    now, later, injection = [each for each in resources("MedicationStatement") if "partOf" not in each]
    assert [each["status"] for each in (now, later, injection)] == ["active", "intended", "active"]
    assert now["effectivePeriod"]["end"]
    assert {each["text"] for each in now["dosage"]} == {"1 mg, twice a day, then every day"}
    assert [each["timing"]["repeat"]["frequency"] for each in now["dosage"]] == [2, 1]
    assert injection["dosage"][0]["route"] == {"text": "injection"}


def test_a_prompt_that_was_said_is_a_communication() -> None:
    (said,) = resources("Communication")
    assert said["instantiatesUri"] == ["urn:dosebook:template:T-SEVERE"]
    assert said["payload"] == [{"contentString": "Please call your doctor or nurse."}]


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        (
            Phase(Timing(every=2, times=(time(8),)), FIRST),
            {
                "frequency": 1,
                "period": 2,
                "periodUnit": "d",
                "timeOfDay": ["08:00:00"],
                "boundsPeriod": {"start": "2026-03-02"},
            },
        ),
        (
            Phase(Timing(Unit.WEEKS, 1, (time(8),), weekdays=(0, 2, 4)), end=End(count=6)),
            {
                "frequency": 3,
                "period": 1,
                "periodUnit": "wk",
                "timeOfDay": ["08:00:00"],
                "dayOfWeek": ["mon", "wed", "fri"],
                "count": 6,
            },
        ),
        (Phase(Timing(Unit.HOURS, 8), end=End(clinic=True)), {"frequency": 1, "period": 8, "periodUnit": "h"}),
        (
            Phase(Timing(Unit.MONTHS, 3), FIRST, End(until=date(2027, 3, 2))),
            {
                "frequency": 1,
                "period": 3,
                "periodUnit": "mo",
                "boundsPeriod": {"start": "2026-03-02", "end": "2027-03-02"},
            },
        ),
        (Phase(Timing(times=(time(8),), except_weekdays=(1,))), None),
        (Phase(Timing(times=(time(8),), weekdays=(1,))), None),
        (Phase(Timing(times=(time(8),), cycle=(21, 7))), None),
        (Phase(Timing(Unit.MONTHS, last_day=True)), None),
        (Phase(Timing(Unit.MONTHS, days_of_month=(1, 15))), None),
        (Phase(Timing(Unit.MONTHS, nth_weekday=(-1, 4))), None),
        (Phase(Timing(Unit.HOURS, 4, window=(time(8), time(20)))), None),
        (Phase(Timing(None, offsets=(1, 3))), None),
    ],
)
def test_fhir_timing_says_exactly_the_same_or_nothing(phase: Phase, said: dict[str, Any] | None) -> None:
    assert repeat(phase) == said


def test_what_rests_for_good_is_completed() -> None:
    ended = [row("regimen", id=n, label="X", status="ended", created_at=BOOKED, ended_at=BOOKED) for n in (1, 2)]
    packed = bundle(export(regimen=ended), WORDS)
    assert packed is not None
    statements = [each["resource"] for each in json.loads(packed)["entry"][1:4]]
    assert {each["status"] for each in statements} == {"completed", "intended"}
