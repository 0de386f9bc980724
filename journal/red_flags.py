"""The urgent list (clinical.md 5.1): fixed, shown as it is, never inferred from anything and never asked about."""

from __future__ import annotations

EMERGENCY, TODAY, DAYS = "emergency", "today", "days"

# The entries of each tier in their order on the page: those where minutes count come first. A flag that is in two
# tiers has two entries. The text of an entry has the id `urgent-<entry>`.
TIERS: dict[str, tuple[str, ...]] = {
    EMERGENCY: (
        "anaph",
        "chest",
        "heart-faint",
        "stroke",
        "sight-s",
        "fit",
        "ascend",
        "cauda",
        "bleeding",
        "suicide",
    ),
    TODAY: ("gait", "sight", "heart", "palp", "cramp10", "n2o"),
    DAYS: ("mind", "metf", "tummy", "foot", "preg"),
}
