"""Ana's export as facts made by hand: a tablet in two versions, an injection that is booked, ratings, a prompt."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from journal.export import CARING, Ahead, Export, Row, columns_of
from journal.tables import __all__ as models
from journal.timing import End, Phase, Plan, Succession, Timing, Unit, plan_to_json
from journal.timing.succession import Booked
from reports.export.wording import Wording

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
FIRST = date(2026, 3, 2)
DAILY = Plan((Phase(Timing(times=(time(8), time(20))), FIRST, End(days=14)), Phase(Timing(times=(time(8),)))))
INJECTED = Plan((Phase(Timing(Unit.MONTHS, 2, (time(10),)), FIRST),))
BOOKED = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
WORDS = Wording(
    hidden="",
    helper="Someone",
    method="0–10 self-rating",
    symptoms={1: "Fatigue", 2: "=Brain fog, my own"},
    plans={1: "twice a day, then every day", 2: "every 2 months", 3: "every day"},
    prompts={1: "Please call your doctor or nurse."},
    places={"feet": "feet", "left_arm": "left upper arm"},
)


def row(table: str, **values: object) -> Row:
    """A row with every column that an export has; what is not named is None."""
    columns = columns_of(table)
    assert set(values) <= set(columns)
    return {column: values.get(column) for column in columns}


def _regimen(ident: int, label: str, **values: object) -> Row:
    return row("regimen", id=ident, label=label, dose_text="1 mg", status="active", created_at=NOW, **values)


def _version(ident: int, regimen: int, number: int, plan: Plan, in_force: bool = True) -> Row:
    stored = plan_to_json(plan)
    return row(
        "regimenversion",
        id=ident,
        regimen_id=regimen,
        number=number,
        plan=stored,
        dose_text="1 mg",
        valid_from=NOW,
        in_force=in_force,
    )


def _intake(ident: int, **values: object) -> Row:
    return row("intake", id=ident, taken_at=NOW, recorded_at=NOW, local_date=FIRST, **values)


def _rating(ident: int, symptom: int, **values: object) -> Row:
    return row("rating", id=ident, symptom_id=symptom, local_date=FIRST, rated_at=NOW, backfilled=False, **values)


def export(**tables: list[Row]) -> Export:
    """The export; `tables` replace its own."""
    held: dict[str, list[Row]] = {name.lower(): [] for name in (*models, CARING)}
    held["person"] = [row("person", id=1, chat_id=777001, language="en")]
    held["regimen"] = [_regimen(1, "=1+1 Vitamin X"), _regimen(2, "Vitamin Y", route="injection")]
    held["regimenversion"] = [_version(1, 1, 1, DAILY), _version(2, 2, 1, INJECTED), _version(3, 1, 2, DAILY, False)]
    held["carelink"] = [row("carelink", id=5, caregiver_name="Bo")]
    held["intake"] = [
        _intake(1, regimen_id=1, kind="taken", helped=True, link_id=5),
        _intake(2, regimen_id=1, kind="skipped", helped=True),
        _intake(3, regimen_id=2, kind="taken", helped=False, site="left_arm", batch="AB12"),
    ]
    held["trackedsymptom"] = [
        row("trackedsymptom", id=1, code="fatigue", label="", switched=[]),
        row("trackedsymptom", id=2, code="own2", label="=Brain fog, my own", switched=["2026-03-02"]),
    ]
    held["rating"] = [_rating(1, 1, value=0, place="feet", count=2), _rating(2, 2), _rating(3, 2, value=7)]
    held["ratingedit"] = [row("ratingedit", id=1, rating_id=3, value=5, rated_at=NOW)]
    held["interference"] = [row("interference", id=1, symptom_id=1, week=FIRST, value=0, answered_at=NOW)]
    held["interference"] += [row("interference", id=2, symptom_id=2, week=FIRST, answered_at=NOW)]
    held["findinglog"] = [
        row("findinglog", id=1, symptom_id=1, rule="A-SEVERE", template="T-SEVERE", evidence={}, fired_on=FIRST),
        row("findinglog", id=2, symptom_id=1, rule="A-SEVERE", template="T-SEVERE", evidence={}, fired_on=FIRST),
    ]
    return Export(NOW, held | tables, AHEAD)


AHEAD = (
    Ahead(1, "=1+1 Vitamin X", "1 mg", Succession(DAILY), LONDON, NOW, frozenset({(FIRST, 1)})),
    Ahead(
        2,
        "Vitamin Y; strong, \\ the\nlong-lasting one of the clinic’s, with a name of over seventy-five octets",
        "",
        Succession(INJECTED, booked=(Booked(date(2026, 5, 2), 0, BOOKED),)),
        LONDON,
        NOW,
        places={(date(2026, 5, 2), 0): "High Street, room 2"},
    ),
)
