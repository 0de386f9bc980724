"""Buttons of looking back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trends:
    """Show the last `weeks` weeks instead."""

    weeks: int
