"""Supplies: the list, counting one, refilling, correcting, and when to be told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Act
from handlers.plain_words.amounts import read_amount, read_unit
from handlers.presses_stock import ListStock, OpenStock, StockAct, StockLead, StockPick
from handlers.reply import Reply, say, show
from journal import accesses, drafts, stock
from journal.errors import JournalError

KIND = "stock"  # of the draft: {"regimen", "ask", and the answers so far}
UNIT, NOW, DOSE, REFILL, LEFT = "unit", "now", "dose", "refill", "left"  # what can be asked


async def listed(act: Act) -> Reply:
    """`/stock`."""
    return show("stock")


async def relisted(act: Act, press: ListStock) -> Reply:
    """Back to the list."""
    return show("stock", edit=act.message)


async def opened(act: Act, press: OpenStock) -> Reply:
    """One supply. Raises JournalError: gone, not_counted."""
    await stock.get(act.tx, act.person, press.regimen, act.now)
    return _one(act, press.regimen)


async def acted(act: Act, press: StockAct) -> Reply:
    """A button about one supply. Raises JournalError: gone, not_counted, bad_button."""
    if press.action == "count":
        return await _count(act, press)
    if press.action == "cancel":
        return await _cancelled(act)
    if press.action not in ACTIONS:
        raise JournalError("bad_button")
    await stock.get(act.tx, act.person, press.regimen, act.now)
    return await ACTIONS[press.action](act, press)


async def _count(act: Act, press: StockAct) -> Reply:
    if await stock.is_counted(act.tx, act.person, press.regimen):
        return _one(act, press.regimen)
    return await _ask(act, {"regimen": press.regimen, "ask": UNIT}, act.message)


async def _cancelled(act: Act) -> Reply:
    draft = await drafts.get(act.tx, act.person)
    if draft is not None and draft[0] == KIND:
        await drafts.drop(act.tx, act.person)
    return show("stock", edit=act.message, toast="toast-nothing-changed")


async def _refill(act: Act, press: StockAct) -> Reply:
    return await _ask(act, {"regimen": press.regimen, "ask": REFILL}, act.message)


async def _correct(act: Act, press: StockAct) -> Reply:
    return await _ask(act, {"regimen": press.regimen, "ask": LEFT}, act.message)


async def _leads(act: Act, press: StockAct) -> Reply:
    return show("stock_leads", edit=act.message, regimen=press.regimen)


async def _silence(act: Act, press: StockAct) -> Reply:
    await stock.change(act.tx, act.person, press.regimen, act.now, silenced=True)
    return _one(act, press.regimen, "toast-done")


async def _speak(act: Act, press: StockAct) -> Reply:
    await stock.change(act.tx, act.person, press.regimen, act.now, silenced=False)
    return _one(act, press.regimen, "toast-done")


async def _none_left(act: Act, press: StockAct) -> Reply:
    return _one(act, press.regimen, "toast-noted")


async def _stop(act: Act, press: StockAct) -> Reply:
    return show("stock_sure", edit=act.message, regimen=press.regimen)


async def _stopped(act: Act, press: StockAct) -> Reply:
    await stock.stop(act.tx, act.person, press.regimen)
    await accesses.deleted(act.tx, act.person, act.now)
    return show("stock", edit=act.message, toast="toast-done")


ACTIONS: dict[str, Callable[[Act, StockAct], Awaitable[Reply]]] = {
    "refill": _refill,
    "correct": _correct,
    "leads": _leads,
    "silence": _silence,
    "speak": _speak,
    "none": _none_left,
    "stop": _stop,
    "stopped": _stopped,
}


async def lead_chosen(act: Act, press: StockLead) -> Reply:
    """How many days ahead to be told. Raises JournalError: gone, not_counted, bad_button."""
    await stock.change(act.tx, act.person, press.regimen, act.now, lead=press.days, silenced=False)
    return _one(act, press.regimen, "toast-done")


async def picked(act: Act, press: StockPick) -> Reply:
    """An answer by a button; one of a question that is closed changes nothing.

    Raises JournalError: gone, bad_button, and those of the answer.
    """
    draft = await drafts.get(act.tx, act.person)
    answers = draft[1] if draft is not None and draft[0] == KIND else {}
    if (answers.get("regimen"), answers.get("ask")) != (press.regimen, press.ask):
        if answers.get("regimen") == press.regimen:
            return show("stock_ask", edit=act.message, toast="toast-nothing-changed")
        await stock.get(act.tx, act.person, press.regimen, act.now)
        return _one(act, press.regimen, "toast-nothing-changed")
    if press.ask == UNIT:
        return await _unit(act, answers, press.value, act.message)
    if not press.value.isdecimal():
        raise JournalError("bad_button")
    return await _amount(act, answers, int(press.value), act.message)


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """An answer in words."""
    try:
        await stock.is_counted(act.tx, act.person, answers["regimen"])
    except JournalError as error:
        await drafts.drop(act.tx, act.person)  # it stays gone, so the question must not stay open
        return say(f"error-{error.code}")
    if answers["ask"] == UNIT:
        unit = read_unit(act.text)
        return await _unit(act, answers, unit) if any(map(str.isalpha, unit)) else say("stock-unit-unclear")
    amount = read_amount(act.text, answers.get("unit", ""))
    return say("stock-unclear") if amount is None else await _amount(act, answers, amount)


async def _unit(act: Act, answers: dict[str, Any], unit: str, edit: int | None = None) -> Reply:
    stock.check_unit(unit)
    return await _ask(act, {**answers, "ask": NOW, "unit": unit}, edit)


async def _amount(act: Act, answers: dict[str, Any], amount: int, edit: int | None = None) -> Reply:
    regimen = answers["regimen"]
    stock.check_amount(amount, least=0 if answers["ask"] in (NOW, LEFT) else 1)
    match answers["ask"]:
        case "now":
            return await _ask(act, {**answers, "ask": DOSE, "left": amount}, edit)
        case "dose":
            unit, left = answers["unit"], answers["left"]
            await stock.begin(act.tx, act.person, regimen, unit, left, amount, act.now)
        case "refill":
            await stock.refill(act.tx, act.person, regimen, amount, act.now)
        case _:
            await stock.correct(act.tx, act.person, regimen, amount, act.now)
    await drafts.drop(act.tx, act.person)
    return show("stock_one", edit=edit, toast="toast-done" if edit else "", regimen=regimen)


async def _ask(act: Act, answers: dict[str, Any], edit: int | None = None) -> Reply:
    """Keep the answers so far and show what is asked now."""
    await drafts.put(act.tx, act.person, KIND, answers, act.now)
    return show("stock_ask", edit=edit)


def _one(act: Act, regimen: int, toast: str = "") -> Reply:
    return show("stock_one", edit=act.message, toast=toast, regimen=regimen)
