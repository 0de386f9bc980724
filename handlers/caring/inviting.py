"""Making an invitation: what the caregiver gets, how the patient is called there, then the link."""

from __future__ import annotations

from typing import Any

from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses_care import CareAct, CareTerm
from handlers.reply import Reply, show
from journal import care_invitations, care_terms, caregiving, drafts
from journal.errors import JournalError
from journal.scopes import Allowed

KIND = "caring"  # of the draft row


async def begin(act: Act, press: CareAct) -> Reply:
    """Start with doses and the weekly page alone. Raises JournalError: care_most, care_open, care_day."""
    await care_invitations.check_limits(act.tx, act.person, act.now)
    answers = {
        "terms": care_terms.dump(Allowed()),
        "first": cleaned(act.shown_as[0])[: care_invitations.LONGEST_NAME],
        "step": "terms",
    }
    await drafts.put(act.tx, act.person, KIND, answers, act.now)
    return show("care_terms", edit=act.message, link=0)


async def set_term(act: Act, press: CareTerm) -> Reply:
    """Tick or untick one thing; nobody gets it yet. Raises JournalError: bad_button."""
    answers = await _answers(act)
    terms = await caregiving.turned(act.tx, act.person, care_terms.load(answers["terms"]), press.what, press.value)
    await drafts.put(act.tx, act.person, KIND, {**answers, "terms": care_terms.dump(terms)}, act.now)
    return show("care_terms", edit=act.message, link=0, last=press.what)


async def ask_name(act: Act, press: CareAct) -> Reply:
    """How is the patient to be called there? Raises JournalError: bad_button."""
    answers = await _answers(act)
    await drafts.put(act.tx, act.person, KIND, {**answers, "step": "name"}, act.now)
    return show("care_name", edit=act.message)


async def name_taken(act: Act, press: CareAct) -> Reply:
    """By the first name that Telegram shows. Raises JournalError: bad_button, those of `care_invitations.invite`."""
    answers = await _answers(act)
    return await _made(act, answers, answers["first"])


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """The name in words; before it is asked for, words change nothing."""
    if answers["step"] != "name":
        return show("care_terms", link=0)
    return await _made(act, answers, cleaned(act.text))


async def drop(act: Act, press: CareAct) -> Reply:
    """Give the invitation up."""
    await drafts.close(act.tx, act.person, KIND)
    return show("text", edit=act.message, text="cancelled")


async def _answers(act: Act) -> dict[str, Any]:
    draft = await drafts.get(act.tx, act.person)
    if draft is None or draft[0] != KIND:
        raise JournalError("bad_button")
    return draft[1]


async def _made(act: Act, answers: dict[str, Any], name: str) -> Reply:
    terms = care_terms.load(answers["terms"])
    _, token = await care_invitations.invite(act.tx, act.person, name, terms, act.now)
    await drafts.close(act.tx, act.person, KIND)
    return show("care_link_made", edit=act.message, link=f"https://t.me/{act.bot_name}?start={token}")
