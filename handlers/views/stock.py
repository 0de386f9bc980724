"""Pages of supplies: the list, one of them, what is asked, and what the courier brings."""

from __future__ import annotations

from dataclasses import replace

from handlers.context import See
from handlers.page import Key, Page, Rows, grid
from handlers.presses_stock import ListStock, OpenStock, StockAct, StockLead, StockPick
from handlers.views.stock_words import amount, standing
from journal import drafts, people, regimens, stock
from journal.errors import JournalError
from journal.stock import LEADS, ONE, UNITS, Supply
from journal.tables import Regimen
from locales import Words
from scheduler.facts import SupplyLow, SupplyOut

FEW, MANY = (1, 2, 3, 5, 6, 10), (14, 28, 30, 60, 90, 100)  # amounts to choose from
IN_FEW = ("vial", "ampoule", "ml")
A_DOSE = (500, 1000, 2000, 3000)  # thousandths


async def listed(see: See) -> Page:
    """Each supply with what is left and the day it lasts to, and what could be counted besides."""
    words, today = see.words, people.today(see.person, see.now)
    counted, others = await stock.of(see.tx, see.person, see.now)
    if not counted and not others:
        return Page(words("regimens-none"))
    lines = [words("stock-line", name=words.name(each.label), left=standing(each, today, words)) for each in counted]
    rows = [(Key(each.label, OpenStock(each.regimen)),) for each in counted]
    rows += [(_count(each, words, named=True),) for each in others]
    hint = words("stock-hint" if counted else "stock-none")
    return Page("\n".join([words("stock-heading"), *lines, "", hint]), tuple(rows))


def _count(regimen: Regimen, words: Words, named: bool = False) -> Key:
    label = words.plain("stock-count")
    label = words.plain("button-of", button=label, name=regimen.label) if named else label
    return Key(label, StockAct(regimens.ident(regimen), "count"))


async def key_for(see: See, regimen: Regimen) -> Key:
    """The button on a regimen's page: its supply, or to have one counted."""
    ident = regimens.ident(regimen)
    if await stock.is_counted(see.tx, see.person, ident):
        return Key(see.words.plain("stock-open"), OpenStock(ident))
    return _count(regimen, see.words)


async def one(see: See, regimen: int) -> Page:
    """One supply with what can be done about it. Raises JournalError: gone, not_counted."""
    supply = await stock.get(see.tx, see.person, regimen, see.now)
    words, today = see.words, people.today(see.person, see.now)
    lines = [_name(supply, words), standing(supply, today, words)]
    lines.append(words("stock-dose", amount=amount(supply.per_dose, supply.unit, words)))
    if supply.resting:
        lines.append(words("stock-resting"))
    elif supply.silenced:
        lines.append(words("stock-silent"))
    elif supply.reach is not None and supply.reach.out is not None:
        lines.append(words("stock-lead", days=supply.lead))
    return Page("\n".join(lines), _actions(supply, words))


def _actions(supply: Supply, words: Words) -> Rows:
    speak = _act(supply, "speak" if supply.silenced else "silence", words)
    return (
        (_act(supply, "refill", words), _act(supply, "correct", words)),
        (_act(supply, "leads", words), speak),
        (_act(supply, "stop", words), Key(words.plain("button-back"), ListStock())),
    )


def _act(supply: Supply, action: str, words: Words) -> Key:
    return Key(words.plain(f"stock-act-{action}"), StockAct(supply.regimen, action))


def _name(supply: Supply, words: Words) -> str:
    return words.name(words("dose-name-alone", label=supply.label))


async def leads(see: See, regimen: int) -> Page:
    """How many days ahead to be told. Raises JournalError: gone, not_counted."""
    supply, words = await stock.get(see.tx, see.person, regimen, see.now), see.words
    keys = [Key(words.plain("stock-days", days=days), StockLead(regimen, days)) for days in LEADS]
    back = Key(words.plain("button-back"), OpenStock(regimen))
    return Page("\n".join([_name(supply, words), words("stock-ask-lead")]), (*grid(keys, 2), (back,)))


async def sure(see: See, regimen: int) -> Page:
    """Asked once before a count goes. Raises JournalError: gone, not_counted."""
    supply, words = await stock.get(see.tx, see.person, regimen, see.now), see.words
    no = Key(words.plain("regimen-no"), OpenStock(regimen))
    text = "\n".join([_name(supply, words), words("stock-ask-stop")])
    return Page(text, ((_act(supply, "stopped", words),), (no,)))


async def ask(see: See) -> Page:
    """The open question of the draft. Raises JournalError: gone, bad_button (it is closed)."""
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != "stock":
        raise JournalError("bad_button")
    answers, words = draft[1], see.words
    regimen = await regimens.own(see.tx, see.person, answers["regimen"])
    counted = await stock.is_counted(see.tx, see.person, answers["regimen"])
    supply = await stock.get(see.tx, see.person, answers["regimen"], see.now) if counted else None
    unit = supply.unit if supply else answers.get("unit", "")
    keys = _choices(answers["ask"], regimen, unit, supply, words)
    cancel = Key(words.plain("add-button-cancel"), StockAct(regimens.ident(regimen), "cancel"))
    name = words.name(words("dose-name-alone", label=regimen.label))
    return Page("\n".join([name, words(f"stock-ask-{answers['ask']}")]), (*grid(keys, 3), (cancel,)))


def _choices(ask: str, regimen: Regimen, unit: str, supply: Supply | None, words: Words) -> list[Key]:
    ident = regimens.ident(regimen)
    if ask == "unit":
        return [Key(words.plain(f"units-{each}"), StockPick(ident, ask, each)) for each in UNITS]
    offered = {"now": [each * ONE for each in (FEW if unit in IN_FEW else MANY)], "dose": list(A_DOSE), "left": [0]}
    values = offered.get(ask) or ([supply.refilled] if supply and supply.refilled else [])
    return [Key(amount(each, unit, words), StockPick(ident, ask, str(each))) for each in values]


def low_page(fact: SupplyLow, words: Words) -> Page:
    """A supply runs low; calm, and without a sound."""
    supply, today = fact.supply, fact.to.local(fact.now).date()
    lines = [_name(supply, words), standing(supply, today, words)]
    if fact.last:
        lines.append(words("stock-last-time"))
    keys = (_act(supply, "refill", words), _act(supply, "correct", words))
    return Page("\n".join(lines), (keys, (_act(supply, "silence", words),)), quiet=True)


def out_page(fact: SupplyOut, words: Words) -> Page:
    """The count says that none is left."""
    text = "\n".join([_name(fact.supply, words), words("stock-out")])
    keys = (
        _act(fact.supply, "none", words),
        replace(_act(fact.supply, "correct", words), label=words.plain("stock-some")),
    )
    return Page(text, (keys, (_act(fact.supply, "refill", words),)), quiet=True)
