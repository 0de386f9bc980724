"""What else there was on the days that a prompt is about (clinical.md A-CONFOUND): said with it, cancelling nothing."""

from __future__ import annotations

from datetime import date, timedelta

from journal import checkins, tags
from journal.rules import BY_ID, Finding, RuleSettings
from journal.rules.soft import confounder
from journal.tables import Person
from journal.transaction import Transaction

RULE, TEMPLATE = "A-CONFOUND", "T-CONFOUND"


async def beside(
    tx: Transaction, person: Person, finding: Finding, symptom_id: int, last: date, chosen: RuleSettings
) -> Finding | None:
    """Return A-CONFOUND for the weeks up to `last` that a finding is about; None when it does not fire."""
    weeks = int(finding.evidence.get("K", 1))
    days = [last - timedelta(days=n) for n in range(7 * weeks)]
    values = await checkins.ratings(tx, symptom_id, days[-1], last)
    tagged = await tags.of_days(tx, person, days[-1], last)
    found = confounder((values.get(day), tagged.get(day, frozenset())) for day in days)
    if found is None or RULE in chosen.off:
        return None
    return Finding(RULE, BY_ID[RULE].version, finding.symptom, found, TEMPLATE)


def joined(finding: Finding, beside: Finding | None) -> dict[str, int | float | str]:
    """The numbers of a finding with the tag's code and on how many of its days it stood, if one did."""
    extra = {"tag": beside.evidence["tag"], "tagged": beside.evidence["d"]} if beside else {}
    return {**finding.evidence, **extra}
