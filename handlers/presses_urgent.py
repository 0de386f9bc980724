"""Buttons of the urgent list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Urgent:
    """Show the urgent list as a new message; its label is `button-urgent`."""


@dataclass(frozen=True, slots=True)
class UrgentIn:
    """Show it with the numbers of `country`, one of journal.helplines; empty asks which country."""

    country: str
