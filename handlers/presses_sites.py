"""What the buttons about an injection mean: place, giver, batch, and the reaction a day later."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import DosePress


@dataclass(frozen=True, slots=True)
class AskDetail(DosePress):
    """Ask for `what`: menu, site, other (a place that is typed), giver, batch, or "" for the first that is not known.

    `apart`: on a page of its own, because the message shows several doses.
    """

    what: str
    apart: bool


@dataclass(frozen=True, slots=True)
class SetDetail(DosePress):
    """Set the giver (one of sites.GIVERS) or the place (a name of sites.Rested), or `clear` all."""

    value: str
    apart: bool


@dataclass(frozen=True, slots=True)
class React:
    """About the reaction to an intake: yes, no, show, type (what is typed), again, or one of reactions.KINDS."""

    intake: int
    action: str


@dataclass(frozen=True, slots=True)
class ShowSites:
    """Show the last injections of a regimen."""

    regimen: int
