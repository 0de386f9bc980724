"""Buttons of supplies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListStock:
    """Show every supply."""


@dataclass(frozen=True, slots=True)
class OpenStock:
    """Show the supply of one regimen."""

    regimen: int


@dataclass(frozen=True, slots=True)
class StockAct:
    """Do `action`, a key of handlers.stock.ACTIONS, about the supply of a regimen."""

    regimen: int
    action: str


@dataclass(frozen=True, slots=True)
class StockPick:
    """An answer to the open question `ask` about a supply: a unit's code, or an amount in thousandths."""

    regimen: int
    ask: str
    value: str


@dataclass(frozen=True, slots=True)
class StockLead:
    """Be told that many days before the supply runs out."""

    regimen: int
    days: int
