"""`/caregivers`: who may see what, and with whom the person reads along."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.caring import inviting
from handlers.context import Act
from handlers.presses_care import CareAct, CareChoose, CareRead, CareTerm
from handlers.reply import Reply, show
from journal import care_plans, caregiving, people, rights
from journal.errors import JournalError


async def start(act: Act) -> Reply:
    """`/caregivers`."""
    return show("caregivers")


async def read(act: Act, press: CareRead) -> Reply:
    """What either side may do. Raises JournalError: bad_button, care_gone."""
    match press.action:
        case "list":
            return show("caregivers", edit=act.message)
        case "open":
            return await _opened(act, press.link)
        case "end":
            return await _end(act, press.link)
        case "log":
            return show("care_log")
        case "diary":
            return show("welcome") if people.only_cares(act.person) else show("caregivers", edit=act.message)
    raise JournalError("bad_button")


async def _opened(act: Act, link_id: int) -> Reply:
    view = "care_link" if await caregiving.is_patient(act.tx, act.person, link_id) else "care_mine"
    return show(view, edit=act.message, link=link_id)


async def _end(act: Act, link_id: int) -> Reply:
    """One tap ends it. Raises JournalError: care_gone."""
    link = await caregiving.end(act.tx, act.person, link_id, act.now)
    mine = rights.is_patient(act.person, link)
    return show("care_ended", edit=act.message, name=link.caregiver_name if mine else link.patient_name, mine=mine)


async def acted(act: Act, press: CareAct) -> Reply:
    """What the patient may do. Raises JournalError: bad_button, and those of the action."""
    if press.action not in ACTIONS:
        raise JournalError("bad_button")
    return await ACTIONS[press.action](act, press)


async def _confirm(act: Act, press: CareAct) -> Reply:
    await caregiving.confirm(act.tx, act.person, press.link, act.now)
    await care_plans.follow(act.tx, act.person, act.now)
    return show("care_link", edit=act.message, link=press.link)


async def _terms(act: Act, press: CareAct) -> Reply:
    return show("care_terms", edit=act.message, link=press.link)


async def _log(act: Act, press: CareAct) -> Reply:
    return show("care_log")


async def choose(act: Act, press: CareChoose) -> Reply:
    """What one thing can be."""
    return show("care_choose", edit=act.message, link=press.link, what=press.what)


async def set_term(act: Act, press: CareTerm) -> Reply:
    """Less holds at once, more is asked once. Raises JournalError: bad_button, care_gone."""
    if press.link == 0:
        return await inviting.set_term(act, press)
    done = await caregiving.change(act.tx, act.person, press.link, press.what, press.value, act.now, press.sure)
    if not done:
        return show("care_sure", edit=act.message, link=press.link, what=press.what, value=press.value)
    await care_plans.follow(act.tx, act.person, act.now)
    return show("care_terms", edit=act.message, link=press.link, last=press.what)


ACTIONS: dict[str, Callable[[Act, CareAct], Awaitable[Reply]]] = {
    "invite": inviting.begin,
    "name": inviting.ask_name,
    "named": inviting.name_taken,
    "drop": inviting.drop,
    "confirm": _confirm,
    "terms": _terms,
    "log": _log,
}
