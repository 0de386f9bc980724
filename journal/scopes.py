"""What a caregiver may be told: what a link allows, and the one function that reduces a fact to it (G-CARE)."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

F = TypeVar("F")

SEES = ("doses", "averages", "prompts", "notes", "labs")
ALWAYS = "always"  # who it is about and which days: nothing of what was logged
WEEKLY, MISSED, OVERDUE, SILENT, RECORD, NUDGE = "weekly", "missed", "overdue", "silent", "record", "nudge"
SCOPES = (ALWAYS, *SEES, WEEKLY, MISSED, OVERDUE, SILENT, RECORD, NUDGE)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the patient ticked for one caregiver. `regimens` None: all, also those added later.

    `missed_after`: minutes after the planned moment, None: never. `silent_days` None: never.
    """

    sees: frozenset[str] = frozenset({"doses"})
    regimens: frozenset[int] | None = None
    names_in_previews: bool = False
    protect: bool = False
    through_quiet: bool = False
    may_record: bool = False
    may_nudge: bool = False
    weekly: bool = True
    missed_after: int | None = None
    overdue: bool = False
    silent_days: int | None = None

    @property
    def scopes(self) -> frozenset[str]:
        """The codes of SCOPES that are granted."""
        granted = {
            WEEKLY: self.weekly,
            MISSED: self.missed_after is not None,
            OVERDUE: self.overdue,
            SILENT: self.silent_days is not None,
            RECORD: self.may_record,
            NUDGE: self.may_nudge,
        }
        return self.sees | {ALWAYS} | {code for code, given in granted.items() if given}

    def covers(self, regimen: int) -> bool:
        """Tell whether the caregiver may hear of this regimen."""
        return self.regimens is None or regimen in self.regimens


def shared(scope: str, without: Any = None) -> Any:
    """A field of a fact for caregivers: the scope that it needs, and what stands there when that is not granted."""
    assert scope in SCOPES, scope
    return field(metadata={"scope": scope, "without": without})


def permitted(link_view: Allowed, fact: F) -> F | None:
    """Return the fact reduced to what the link allows; None when nothing of it is.

    A fact is a dataclass: its class says `NEEDS: ClassVar[str]` (a code of SCOPES), every field is `shared(...)`,
    and a field `regimen: int` names the regimen that it is about. Facts within it, also in tuples, are reduced
    as well. Raises TypeError for a fact or a field that declares no scope: nothing goes out by oversight.
    """
    if _needs(fact) not in link_view.scopes:
        return None
    regimen = getattr(fact, "regimen", None)
    if regimen is not None and not link_view.covers(regimen):
        return None
    kept = {each.name: _kept(link_view, each, getattr(fact, each.name)) for each in fields(fact)}  # type: ignore[arg-type]
    return replace(fact, **kept)  # type: ignore[type-var]


def _needs(fact: object) -> str:
    needs = getattr(type(fact), "NEEDS", None)
    if needs not in SCOPES:
        raise TypeError(f"{type(fact).__name__} declares no scope")
    return str(needs)


def _kept(link_view: Allowed, declared: Any, value: Any) -> Any:
    if "scope" not in declared.metadata:
        raise TypeError(f"{declared.name} declares no scope")
    if declared.metadata["scope"] not in link_view.scopes:
        return declared.metadata["without"]
    if isinstance(value, tuple):
        reduced = [(each, _inner(link_view, each)) for each in value]
        return tuple(kept for each, kept in reduced if kept is not None or each is None)
    return _inner(link_view, value)


def _inner(link_view: Allowed, value: Any) -> Any:
    return permitted(link_view, value) if is_dataclass(value) and hasattr(type(value), "NEEDS") else value
