"""Pages that come from the other side of a care link: the invitation, and what has become of it."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses_care import CareAct, CareAnswer, CareRead
from handlers.views.caring_terms import lines
from journal import accesses, care_invitations, caregiving
from locales import Words
from scheduler.facts_caring import CareNews


async def invited(see: See, link: int) -> Page:
    """Who asks, and exactly what they would give. Raises JournalError: care_gone, care_expired."""
    found = await care_invitations.check_open(see.tx, see.person, link, see.now)
    words = see.words
    text = [words("care-invited", name=found.patient_name), *lines(words, caregiving.allowed(found))]
    yes = Key(words.plain("care-accept"), CareAnswer(link, "accept"))
    no = Key(words.plain("care-decline"), CareAnswer(link, "decline"))
    return Page("\n".join([*text, words("care-invited-end")]), ((yes,), (no,)))


async def consent(see: See, link: int) -> Page:
    """The short consent of somebody who keeps no diary."""
    words = see.words
    yes = Key(words.plain("button-agree"), CareAnswer(link, "agree"))
    no = Key(words.plain("care-decline"), CareAnswer(link, "decline"))
    return Page(words("care-consent"), ((yes,), (no,)))


def page(fact: CareNews, words: Words) -> Page:
    """What the other side has done, with what can be done about it."""
    name = words.name(fact.name or words.plain("care-someone"))
    if fact.what == accesses.ACCEPTED and fact.link:
        yes = Key(words.plain("care-confirm"), CareAct(fact.link, "confirm"))
        no = Key(words.plain("care-not-them"), CareRead(fact.link, "end"))
        return Page(words("care-accepted", name=name), ((yes,), (no,)))
    if fact.what == accesses.DECLINED:
        return Page(words("care-was-declined"))
    if fact.what == accesses.CONFIRMED and fact.link and fact.allowed:
        text = [words("care-confirmed", name=name), *lines(words, fact.allowed)]
        return Page("\n".join(text), ((Key(words.plain("care-open"), CareRead(fact.link, "open")),),))
    if fact.what == accesses.CHANGED and fact.link:
        shown = Key(words.plain("care-open"), CareRead(fact.link, "open"))
        return Page(words("care-changed", name=name), ((shown,),), quiet=True)
    return Page(words("care-over-patient" if fact.patient else "care-over", name=name))
