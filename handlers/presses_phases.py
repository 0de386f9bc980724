"""Buttons about the phases of a plan: the clinic's word, the switch it leads to, and what comes after a plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClinicSays:
    """Whether the clinic has changed the open-ended phase of this version of a regimen's plan."""

    regimen: int
    version: int
    yes: bool


@dataclass(frozen=True, slots=True)
class Switch:
    """A step of the switch that the draft `draft` keeps: day (with its `value`), again, save or cancel."""

    draft: str
    step: str
    value: str


@dataclass(frozen=True, slots=True)
class AfterPlan:
    """What is next after this version of a regimen's plan: a `fresh` plan, or nothing."""

    regimen: int
    version: int
    fresh: bool
