"""Where an injection was given, by whom and from which batch; and which place has rested longest. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

# The standard places, in the order in which they are offered while none was used.
STANDARD = (
    "left_arm",
    "right_arm",
    "left_thigh",
    "right_thigh",
    "left_buttock",
    "right_buttock",
    "left_belly",
    "right_belly",
)
GIVERS = ("clinic", "me", "other")
LONGEST = 100  # characters of a place or a batch
OWN = "own-"  # how a place of the person's own begins where only a short name fits


@dataclass(frozen=True, slots=True)
class Given:
    """How an injection that was taken was given; what nobody has said is "".

    `site` is one of STANDARD or the person's own words, `giver` one of GIVERS.
    """

    intake: int
    site: str = ""
    giver: str = ""
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Rested:
    """A place, and when an injection was last given there; None: never."""

    site: str
    last: datetime | None = None

    @property
    def name(self) -> str:
        """The place in at most 13 ASCII characters, the same for the same words."""
        return self.site if self.site in STANDARD else OWN + hashlib.sha256(self.site.encode()).hexdigest()[:8]


def by_rest(used: Iterable[tuple[str, datetime]]) -> list[Rested]:
    """Return every place, the longest rested first: those never used in fixed order, then by last use.

    Words that differ in capitals only are one place, as last written.
    """
    last: dict[str, Rested] = {}
    for site, at in sorted(used, key=lambda use: use[1]):
        last.pop(site.casefold(), None)
        last[site.casefold()] = Rested(site, at)
    return [Rested(site) for site in STANDARD if site not in last] + list(last.values())
