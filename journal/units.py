"""Laboratory units: a value in another unit, at full precision, never judged (clinical.md §6.2, X-NOLAB)."""

from __future__ import annotations

from collections.abc import Mapping

from journal.errors import JournalError

# What one row's amounts are of each other, from AMA-style factors: 1 ng/L of cobalamin = 0.7378 pmol/L.
TESTS: Mapping[str, Mapping[str, float]] = {
    "cobalamin": {"ng/L": 1, "pg/mL": 1, "pmol/L": 0.7378},
    "active-cobalamin": {"pmol/L": 1},
    "methylmalonate": {"ug/L": 1, "nmol/L": 8.468, "umol/L": 0.008468},
    "homocysteine": {"mg/L": 1, "umol/L": 7.397},
    "folate": {"ng/mL": 1, "ug/L": 1, "nmol/L": 2.266},
    "ferritin": {"ng/mL": 1, "ug/L": 1},
    "haemoglobin": {"g/dL": 1, "g/L": 10, "mmol/L": 0.6206},
    "25-oh-vitamin-d": {"ng/mL": 1, "ug/L": 1, "nmol/L": 2.496},
    "potassium": {"mmol/L": 1, "meq/L": 1},
    "vitamin-d-dose": {"[IU]": 1, "ug": 0.025},
}
_MICRO = str.maketrans({"\N{MICRO SIGN}": "u", "\N{GREEK SMALL LETTER MU}": "u"})


def read_unit(test: str, typed: str) -> str:
    """The UCUM unit that was typed for a test; case and the kind of micro sign do not matter.

    Raises JournalError "unknown_test" or "unknown_unit" (with the units there are): a unit is asked for,
    never guessed."""
    units = TESTS.get(test)
    if units is None:
        raise JournalError("unknown_test", test=test)
    plain = "".join(typed.split()).translate(_MICRO).casefold()
    for unit in units:
        if plain in (unit.casefold(), unit.casefold().strip("[]")):
            return unit
    raise JournalError("unknown_unit", unit=typed, units=", ".join(units))


def factor(test: str, source: str, target: str) -> float:
    """What a value in `source` is multiplied with to be in `target`. Raises as read_unit."""
    units = TESTS.get(test, {})
    return units[read_unit(test, target)] / units[read_unit(test, source)]


def convert(test: str, value: float, source: str, target: str) -> float:
    """The value of a test in another unit, not rounded. Raises as read_unit."""
    return value * factor(test, source, target)
