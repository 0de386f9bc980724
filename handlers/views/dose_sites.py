"""The places of injection that a message of doses is to offer."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import See
from journal import details
from journal.intakes import Dose
from journal.sites import Rested


async def sites_for(see: See, doses: Sequence[Dose]) -> list[Rested]:
    """Every place, the longest rested first, when `doses` is one injection that was taken; else none."""
    given = doses[0].given if len(doses) == 1 else None
    return await details.rested(see.tx, see.person, but=given.intake) if given else []
