"""Every rule as data: id, version, numbers with the limits for changing them, and what a person changed
(G-EDIT, X-SEEN).

A change of a rule's meaning or defaults raises its version, because each firing is stored with it (X-LOG).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journal.errors import JournalError
from journal.symptoms import persist_weeks


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of a rule and the limits, included, for changing it (low = high: fixed)."""

    name: str
    default: float
    low: float
    high: float


def _fixed(name: str, value: float) -> Parameter:
    return Parameter(name, value, value, value)


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of /rules. `clinician`: it leads to the clinician prompt; otherwise it is a soft notice."""

    id: str
    version: int
    parameters: tuple[Parameter, ...]
    clinician: bool = True


CLINICIAN_RULES = (
    Rule("A-SEVERE", 1, (Parameter("threshold", 7, 6, 9), Parameter("need", 3, 2, 5), _fixed("window", 7))),
    Rule("A-NEW", 1, (Parameter("threshold", 4, 3, 6), Parameter("need", 3, 2, 5), _fixed("quiet", 1))),
    Rule("A-WORSE", 1, (Parameter("delta", 2, 1.5, 4), Parameter("floor", 4, 3, 6))),
    # k's own default is the symptom's (journal.symptoms).
    Rule(
        "A-PERSIST",
        1,
        (Parameter("k", 3, 2, 6), Parameter("threshold", 4, 3, 6), Parameter("min_days", 4, 3, 7)),
    ),
    Rule("A-INTERFERE", 1, (_fixed("once", 3), _fixed("twice", 2))),
    Rule(
        "A-REVIEW",
        1,
        (Parameter("floor", 4, 3, 6), _fixed("points", 2), _fixed("percent", 30), _fixed("interference", 2)),
    ),
)
SOFT_RULES = (
    Rule("A-SEV1", 1, (_fixed("threshold", 7), _fixed("gap_hours", 72)), clinician=False),
    Rule(
        "A-INJCRAMP",
        1,
        (_fixed("threshold", 4), _fixed("after_injection", 10), _fixed("after_start", 28)),
        clinician=False,
    ),
    Rule("A-OVERDUE", 1, (_fixed("days", 14), _fixed("moves", 2)), clinician=False),
    Rule("A-CONFOUND", 1, (_fixed("threshold", 4), _fixed("share", 0.5)), clinician=False),
    Rule("A-LAPSE", 1, (_fixed("ask_after", 14), _fixed("stop_after", 28)), clinician=False),
)
RULES = CLINICIAN_RULES + SOFT_RULES
BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What a person changed: rules switched off, and numbers keyed "A-WORSE.delta" or, for one symptom,
    "A-PERSIST.k.fatigue"."""

    off: frozenset[str] = frozenset()
    changed: Mapping[str, float] = field(default_factory=dict)

    def of(self, rule: str, symptom: str = "") -> dict[str, float]:
        """Every number of a rule as it stands for a symptom; whole ones as int."""
        return {each.name: self._value(rule, each, symptom) for each in BY_ID[rule].parameters}

    def _value(self, rule: str, parameter: Parameter, symptom: str) -> float:
        default = persist_weeks(symptom) if parameter.name == "k" else parameter.default
        value = self.changed.get(f"{rule}.{parameter.name}", default)
        value = self.changed.get(f"{rule}.{parameter.name}.{symptom}", value)
        return int(value) if float(value).is_integer() else value

    def change(self, rule: str, name: str, value: float, symptom: str = "") -> RuleSettings:
        """The settings with one number changed. Raises JournalError "out_of_limits" otherwise."""
        limits = next(each for each in BY_ID[rule].parameters if each.name == name)
        if not limits.low <= value <= limits.high:
            raise JournalError("out_of_limits")
        key = f"{rule}.{name}.{symptom}" if symptom else f"{rule}.{name}"
        return replace(self, changed={**self.changed, key: value})

    def switch(self, rule: str, on: bool) -> RuleSettings:
        """The settings with one rule switched on or off."""
        return replace(self, off=self.off - {rule} if on else self.off | {rule})


DEFAULT_SETTINGS = RuleSettings()
