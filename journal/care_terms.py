"""What a patient ticks for a caregiver, one by one: how it is kept, changed, and when it grows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from journal.errors import JournalError
from journal.scopes import SEES, Allowed

MORE = SEES[1:]  # doses are always among what a caregiver sees
SWITCHES = (
    "weekly",
    "overdue",
    "may_record",
    "may_nudge",
    "names_in_previews",
    "through_quiet",
    "protect",
)
MISSED_AFTER = (60, 120, 240, 480)  # minutes
SILENT_DAYS = (3, 5, 7, 14)
NEVER = "0"
ON, OFF = "1", "0"
_SETS = ("sees", "regimens")


def dump(allowed: Allowed) -> dict[str, Any]:
    """Return it as JSON values: those of a CareLink row."""
    values = asdict(allowed)
    return {**values, **{name: sorted(values[name]) for name in _SETS if values[name] is not None}}


def load(values: Mapping[str, Any]) -> Allowed:
    """Read `dump` back; other keys are left alone."""
    kept = {each.name: values[each.name] for each in fields(Allowed)}
    return Allowed(**{**kept, **{name: frozenset(kept[name]) for name in _SETS if kept[name] is not None}})


def turned(allowed: Allowed, what: str, value: str, own: frozenset[int]) -> Allowed:
    """Return it with one thing set; `own` are the patient's regimens. Raises JournalError: bad_button."""
    if value in (ON, OFF) and what in MORE:
        sees = allowed.sees | {what} if value == ON else allowed.sees - {what}
        return replace(allowed, sees=sees)
    if value in (ON, OFF) and what in SWITCHES:
        return replace(allowed, **{what: value == ON})  # type: ignore[arg-type]
    if what == "missed" and value in (NEVER, *map(str, MISSED_AFTER)):
        return replace(allowed, missed_after=int(value) or None)
    if what == "silent" and value in (NEVER, *map(str, SILENT_DAYS)):
        return replace(allowed, silent_days=int(value) or None)
    return replace(allowed, regimens=_chosen(allowed.regimens or frozenset(), what, value, own))


def _chosen(before: frozenset[int], what: str, value: str, own: frozenset[int]) -> frozenset[int] | None:
    if what == "all" and value in (ON, OFF):
        return None if value == ON else own
    if what in ("with", "without") and value in map(str, own):
        return before | {int(value)} if what == "with" else before - {int(value)}
    raise JournalError("bad_button")


def wider(before: Allowed, after: Allowed) -> bool:
    """Tell whether `after` gives anything that `before` does not. Sooner, and forwardable, is more."""
    return (
        bool(after.scopes - before.scopes)
        or _more_regimens(before.regimens, after.regimens)
        or _sooner(before.missed_after, after.missed_after)
        or _sooner(before.silent_days, after.silent_days)
        or (after.names_in_previews and not before.names_in_previews)
        or (after.through_quiet and not before.through_quiet)
        or (before.protect and not after.protect)
    )


def _more_regimens(before: frozenset[int] | None, after: frozenset[int] | None) -> bool:
    return before is not None and (after is None or bool(after - before))


def _sooner(before: int | None, after: int | None) -> bool:
    return after is not None and (before is None or after < before)
