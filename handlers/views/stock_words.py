"""Supplies in words: amounts in their unit, and how far they reach."""

from __future__ import annotations

from datetime import date

from handlers.views import plan_words
from journal.stock import ONE, UNITS, Supply
from locales import Words


def amount(thousandths: int, unit: str, words: Words) -> str:
    """Such as "12 tablets", "2.5 ml" or, in the person's own unit, "3 sachet"."""
    whole, part = divmod(thousandths, ONE)
    count = thousandths / ONE if part else whole
    return (
        words.plain(f"unit-{unit}", count=count) if unit in UNITS else words.plain("unit-own", count=count, unit=unit)
    )


def standing(supply: Supply, today: date, words: Words) -> str:
    """What is left, and up to which day that is enough."""
    reach, left = supply.reach, amount(supply.left, supply.unit, words)
    if supply.left == 0:
        return words("stock-none-left")
    if reach is None:
        return words("stock-left-doses", left=left, doses=supply.doses)
    if reach.last is None:
        return words("stock-left-too-few" if reach.out else "stock-left-no-dose", left=left)
    if reach.out is None:
        return words("stock-left-whole-plan", left=left)
    day = plan_words.day(reach.last.local_date, today, words)
    return words("stock-left-beyond" if reach.beyond else "stock-left-until", left=left, day=day)
