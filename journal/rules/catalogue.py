"""Every rule as data: id, version, numbers with the limits for changing them, and what a person changed
(G-EDIT, X-SEEN).

A change of a rule's meaning or defaults raises its version, because each firing is stored with it (X-LOG).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from journal.errors import JournalError
from journal.symptoms import persist_weeks


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of a rule and the limits, included, for changing it in steps (low = high: fixed)."""

    name: str
    default: float
    low: float
    high: float
    step: float = 1

    @property
    def fixed(self) -> bool:
        """Whether nobody can change it."""
        return self.low == self.high

    @property
    def values(self) -> tuple[float, ...]:
        """Every value that it can have, lowest first; whole ones as int."""
        return tuple(map(_whole, _steps(self.low, self.high, self.step)))


def _steps(low: float, high: float, step: float) -> Iterator[float]:
    while low <= high:
        yield low
        low += step


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def _fixed(name: str, value: float) -> Parameter:
    return Parameter(name, value, value, value)


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of /rules. `clinician`: it leads to the clinician prompt; otherwise it is a soft notice."""

    id: str
    version: int
    parameters: tuple[Parameter, ...]
    clinician: bool = True

    def number(self, name: str) -> Parameter:
        """One of its numbers. Raises JournalError: bad_button, for one that it has not or that is fixed."""
        found = next((each for each in self.parameters if each.name == name and not each.fixed), None)
        if found is None:
            raise JournalError("bad_button")
        return found


CLINICIAN_RULES = (
    Rule("A-SEVERE", 1, (Parameter("threshold", 7, 6, 9), Parameter("need", 3, 2, 5), _fixed("window", 7))),
    Rule("A-NEW", 1, (Parameter("threshold", 4, 3, 6), Parameter("need", 3, 2, 5), _fixed("quiet", 1))),
    Rule("A-WORSE", 1, (Parameter("delta", 2, 1.5, 4, 0.5), Parameter("floor", 4, 3, 6))),
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
        return _whole(value)

    def change(self, rule: str, name: str, value: float, symptom: str = "") -> RuleSettings:
        """The settings with one number changed. Raises JournalError: bad_button, out_of_limits."""
        if value not in BY_ID[rule].number(name).values:
            raise JournalError("out_of_limits")
        key = f"{rule}.{name}.{symptom}" if symptom else f"{rule}.{name}"
        return replace(self, changed={**self.changed, key: value})

    def usual(self, rule: str) -> RuleSettings:
        """The settings with every number of one rule as it is by default."""
        kept = {key: value for key, value in self.changed.items() if key.split(".")[0] != rule}
        return replace(self, changed=kept)

    def switch(self, rule: str, on: bool) -> RuleSettings:
        """The settings with one rule switched on or off."""
        return replace(self, off=self.off - {rule} if on else self.off | {rule})


DEFAULT_SETTINGS = RuleSettings()
