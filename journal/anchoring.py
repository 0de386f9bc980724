"""What a regimen's next date is counted from: the plan, or the last one taken (clinical.md S-ANCHOR)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from journal import injections, intakes, intervals, occurrences, phases, plans, regimens, timing, versions
from journal.dose_keys import DoseKey
from journal.errors import JournalError
from journal.intakes import TAKEN
from journal.tables import Person, Regimen
from journal.timing import Anchor, Followed, Nearness
from journal.transaction import Transaction

FAR = timedelta(days=14)  # from this interval on counting from the last one taken is usual


@dataclass(frozen=True, slots=True)
class Choice:
    """The next date counted from the plan, and from the intake at `taken_at`; None: there is none.

    `version`: the number of the plan; `anchor`: what it counts from now; `usual`: what is usual for its interval.
    """

    regimen: Regimen
    version: int
    anchor: Anchor
    usual: Anchor
    taken_at: datetime | None
    planned: datetime | None
    actual: datetime | None

    @property
    def differs(self) -> bool:
        """Whether it makes a difference for the next date."""
        return self.planned != self.actual


async def is_offered(tx: Transaction, regimen: Regimen) -> bool:
    """Whether the person can choose: for an injection whose plan has steps that an intake can move."""
    if regimen.route != injections.ROUTE or regimen.status == regimens.ENDED:
        return False
    plan = await regimens.plan_of(tx, regimen)
    return any(timing.can_move(phase.timing) for phase in plan.phases)


async def choice(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> Choice:
    """Return what there is to choose between. Raises JournalError: plan_changed (ended, or nothing to choose)."""
    if not await is_offered(tx, regimen):
        raise JournalError("plan_changed")
    zone = occurrences.zone_of(person, regimen)
    course = await phases.course_of(tx, person, regimen, zone)
    by_plan, by_intake = (replace(course.plan, anchor=each) for each in (Anchor.PLANNED, Anchor.ACTUAL))
    given = (await plans.followed(tx, regimens.ident(regimen), by_intake)).given
    last = given[-1] if given else None
    since = max(now, last.planned_at) if last else now
    nexts = [Followed(each, given).after(zone, since) for each in (by_plan, by_intake)]
    interval = (await intervals.at(tx, person, regimen, last.planned_at if last else now)).following
    return Choice(
        regimen=regimen,
        version=course.version.number,
        anchor=course.plan.anchor,
        usual=Anchor.ACTUAL if interval and intervals.hours(interval) >= FAR / intervals.HOUR else Anchor.PLANNED,
        taken_at=last.at if last else None,
        planned=nexts[0].at if nexts[0] else None,
        actual=nexts[1].at if nexts[1] else None,
    )


async def is_asked(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> bool:
    """Whether to ask now that the occurrence was recorded: an injection taken late, while nothing was answered."""
    regimen = await regimens.own(tx, person, key.regimen)
    if regimen.anchor_asked or not await is_offered(tx, regimen):
        return False
    (dose,) = await intakes.doses(tx, person, [key])
    found = await choice(tx, person, regimen, now)
    if dose.kind != TAKEN or dose.at is None or dose.at != found.taken_at or not found.differs:
        return False
    interval = (await intervals.at(tx, person, regimen, dose.planned_at)).following or FAR
    delay = (dose.at - dose.planned_at) / intervals.HOUR
    _, nearness = timing.dose_window(intervals.hours(interval), delay, injection=True)
    return nearness in (Nearness.LATE, Nearness.OVERDUE)


async def answer(tx: Transaction, person: Person, found: Choice, anchor: Anchor, now: datetime) -> None:
    """Remember the answer, and have the regimen follow it from now on by a new version of the same plan."""
    found.regimen.anchor_asked = True
    if anchor is not found.anchor:
        await versions.count_from(tx, found.regimen, anchor, now)
    await occurrences.plan_next(tx, person, found.regimen, now, not_before=now)
