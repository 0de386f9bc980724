"""Buttons of the rules behind the prompts, and of a prompt that was said at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """Show the list of rules from page `page` (0 is the first) on."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenRule:
    """Show one rule."""

    rule: str


@dataclass(frozen=True, slots=True)
class WhyRule:
    """Show one rule as a new message, under the prompt that it led to."""

    rule: str


@dataclass(frozen=True, slots=True)
class RuleNumber:
    """Ask what a number of a rule is to be; `symptom` 0 when the number is the same for all of them."""

    rule: str
    name: str
    symptom: int


@dataclass(frozen=True, slots=True)
class SetRule:
    """Have a number of a rule be `value`, such as "1.5"."""

    rule: str
    name: str
    symptom: int
    value: str


@dataclass(frozen=True, slots=True)
class SwitchRule:
    """Switch a rule on or off."""

    rule: str
    on: bool


@dataclass(frozen=True, slots=True)
class UsualRule:
    """Go back to the usual numbers of a rule."""

    rule: str


@dataclass(frozen=True, slots=True)
class Unmute:
    """Have a symptom asked about again."""

    symptom: int


@dataclass(frozen=True, slots=True)
class AnswerAtOnce:
    """The answer to a prompt that was said at once, by its log: booked, seen, next_week or mute."""

    log: int
    answer: str
