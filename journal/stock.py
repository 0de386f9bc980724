"""Stock: counting a supply of what a person takes, refilling and correcting it, and how long it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete
from sqlmodel import col

from journal import heartbeat, notices, occurrences, pauses, regimens, shortages, supplies
from journal.errors import JournalError
from journal.notices import Claimed
from journal.tables import Person, Regimen, Stock
from journal.timing import Lasting
from journal.transaction import Transaction, store

UNITS = ("tablet", "capsule", "vial", "ampoule", "ml", "dose")  # what has a word of its own in every language
LONGEST_UNIT = 30  # characters of a unit in the person's own words
ONE = 1000  # thousandths: amounts are whole numbers of them
MOST = 100_000 * ONE
LEADS = (3, 7, 14, 28)  # days before it runs out, to choose from


@dataclass(frozen=True, slots=True)
class Supply:
    """The supply of one regimen as it stands; amounts in thousandths of `unit`.

    `resting` while it is paused or ended. `reach` is None when no date can be told: taken as needed, or a pause
    without an end. `lead`: how many days before it runs out the person is told, the `silenced` one not.
    """

    regimen: int
    label: str
    unit: str
    left: int
    per_dose: int
    silenced: bool
    resting: bool
    lead: int
    reach: Lasting | None
    refilled: int

    @property
    def low_from(self) -> date | None:
        """The local date from which on the person is told that it runs low; None when it does not run out."""
        return self.reach.out.local_date - timedelta(days=self.lead) if self.reach and self.reach.out else None

    @property
    def doses(self) -> int:
        """For how many doses it is enough."""
        return self.left // self.per_dose


async def of(tx: Transaction, person: Person, now: datetime) -> tuple[list[Supply], list[Regimen]]:
    """Return the supplies of the person's regimens that have not ended, and the regimens without one."""
    counted, others = [], []
    for regimen in await regimens.of(tx, person):
        stock = await supplies.of(tx, regimens.ident(regimen))
        if stock is None:
            others.append(regimen)
        else:
            counted.append(await _supply(tx, person, regimen, stock, now))
    return counted, others


async def get(tx: Transaction, person: Person, regimen_id: int, now: datetime) -> Supply:
    """Return the supply of one regimen. Raises JournalError: gone, not_counted."""
    regimen, stock = await _own(tx, person, regimen_id)
    return await _supply(tx, person, regimen, stock, now)


async def is_counted(tx: Transaction, person: Person, regimen_id: int) -> bool:
    """Whether the regimen has a supply. Raises JournalError: gone."""
    await regimens.own(tx, person, regimen_id)
    return await supplies.of(tx, regimen_id) is not None


async def begin(
    tx: Transaction, person: Person, regimen_id: int, unit: str, left: int, per_dose: int, now: datetime
) -> None:
    """Count a supply from now on, if it is not counted yet. Raises JournalError: gone, bad_unit, bad_amount."""
    regimen = await regimens.own(tx, person, regimen_id)
    check_unit(unit)
    check_amount(left)
    check_amount(per_dose, least=1)
    if await supplies.of(tx, regimen_id) is not None:
        return
    stock = Stock(regimen_id=regimen_id, unit=unit, per_dose=per_dose)
    await store(tx, stock)
    await supplies.enter(tx, stock, supplies.START, left, now)
    await occurrences.plan_next(tx, person, regimen, now)


async def refill(tx: Transaction, person: Person, regimen_id: int, amount: int, now: datetime) -> None:
    """Add what was got. Raises JournalError: gone, not_counted, bad_amount."""
    regimen, stock = await _own(tx, person, regimen_id)
    check_amount(amount, least=1)
    await supplies.enter(tx, stock, supplies.REFILL, amount, now)
    await occurrences.plan_next(tx, person, regimen, now)


async def correct(tx: Transaction, person: Person, regimen_id: int, left: int, now: datetime) -> None:
    """Take what the person counted for what is in hand. Raises JournalError: gone, not_counted, bad_amount."""
    regimen, stock = await _own(tx, person, regimen_id)
    check_amount(left)
    await supplies.enter(tx, stock, supplies.CORRECTION, left - await supplies.left(tx, stock), now)
    await occurrences.plan_next(tx, person, regimen, now)


async def change(
    tx: Transaction,
    person: Person,
    regimen_id: int,
    now: datetime,
    lead: int | None = None,
    silenced: bool | None = None,
) -> None:
    """Set how many days before it runs out the person is told, or whether at all.

    Raises JournalError: gone, not_counted, bad_button.
    """
    regimen, stock = await _own(tx, person, regimen_id)
    if lead is not None and lead not in LEADS:
        raise JournalError("bad_button")
    stock.warn_days = stock.warn_days if lead is None else lead
    stock.silenced = stock.silenced if silenced is None else silenced
    await tx.flush()
    await occurrences.plan_next(tx, person, regimen, now)


async def stop(tx: Transaction, person: Person, regimen_id: int) -> None:
    """Count it no more: the count goes, what was recorded as taken stays. Raises JournalError: gone, not_counted."""
    _, stock = await _own(tx, person, regimen_id)
    await shortages.forget(tx, stock)
    await tx.execute(delete(Stock).where(col(Stock.id) == stock.id))


async def after_notice(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    """Plan the next time; one that fell due while the bot was down waits for its next time of day instead."""
    if await heartbeat.downtime_at(tx, notice.due_at) is not None:
        await notices.postpone(tx, notice.id, shortages.next_time(person, now))
        return
    stock = await shortages.of_subject(tx, notice.subject)
    if stock is not None:
        await occurrences.plan_next(tx, person, await regimens.own(tx, person, stock.regimen_id), now)


def check_unit(unit: str) -> None:
    """Raise JournalError bad_unit for one that is empty or too long."""
    if not 1 <= len(unit) <= LONGEST_UNIT:
        raise JournalError("bad_unit", most=LONGEST_UNIT)


def check_amount(amount: int, least: int = 0) -> None:
    """Raise JournalError bad_amount for less than `least` thousandths, or too much."""
    if not least <= amount <= MOST:
        raise JournalError("bad_amount", least=least, most=MOST // ONE)


async def _own(tx: Transaction, person: Person, regimen_id: int) -> tuple[Regimen, Stock]:
    regimen = await regimens.own(tx, person, regimen_id)
    stock = await supplies.of(tx, regimen_id)
    if stock is None:
        raise JournalError("not_counted")
    return regimen, stock


async def _supply(tx: Transaction, person: Person, regimen: Regimen, stock: Stock, now: datetime) -> Supply:
    reach = await _reach(tx, person, regimen, stock, now)
    got = await supplies.newest(tx, stock, supplies.REFILL, supplies.START)
    known = reach or Lasting(None, None)
    return Supply(
        regimen=regimens.ident(regimen),
        label=regimen.label,
        unit=stock.unit,
        left=await supplies.left(tx, stock),
        per_dose=stock.per_dose,
        silenced=stock.silenced,
        resting=regimen.status != regimens.ACTIVE or person.paused_since is not None,
        lead=shortages.days_ahead(stock, known),
        reach=reach,
        refilled=got.amount if got else 0,
    )


async def _reach(tx: Transaction, person: Person, regimen: Regimen, stock: Stock, now: datetime) -> Lasting | None:
    plan = await regimens.plan_of(tx, regimen)
    if plan.as_needed or regimen.status == regimens.ENDED:
        return None
    rests = [await pauses.running(tx, person, each) for each in (regimen, None)]
    ends = [pause.until for pause in rests if pause is not None]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    ahead = await occurrences.ahead(tx, person, regimen)
    return await supplies.reach(tx, person, regimen, stock, lambda start: ahead(max([start, *known])), now)
