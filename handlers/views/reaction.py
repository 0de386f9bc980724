"""The question a day after an injection, its answer, and the fixed words about signs of an emergency."""

from __future__ import annotations

from handlers.context import See
from handlers.origins import ONE
from handlers.page import Key, Page, Rows, grid
from handlers.presses import Back
from handlers.presses_log import Extra
from handlers.presses_sites import React
from handlers.views import urgent
from handlers.views.site_words import place, reaction_words
from journal import details, reactions
from journal.tables import Intake, Reaction
from locales import Words
from scheduler.compose import reaction as question
from scheduler.facts_injections import ReactionAsk


def ask_page(fact: ReactionAsk, words: Words) -> Page:
    """The question; it comes without a sound."""
    day, today = fact.to.local(fact.at).date(), fact.to.local(fact.now).date()
    when = {0: "today", 1: "yesterday"}.get((today - day).days, "earlier")
    at = place(fact.site, words)
    text = words("reaction-ask", when=when, day=words.date(day), known="yes" if at else "no", place=at)
    return Page(text, (_yes_no(fact.intake, words),), quiet=True)


async def offer(see: See, subject: str) -> Page:
    """The same, when nobody knows whether it arrived. Raises JournalError: gone."""
    intake = reactions.intake_of(subject)
    await details.intake(see.tx, see.person, intake)
    return await view(see, intake)


async def view(see: See, intake: int, bare: bool = False) -> Page:
    """What was answered, with what can be added or changed; the question while nothing was. Raises gone."""
    row, _ = await details.intake(see.tx, see.person, intake)
    said = await reactions.of(see.tx, intake)
    if said is None:
        return ask_page(question.of_intake(see.person, row, see.now), see.words)
    text = _text(row, said, see)
    if bare:
        return Page(text.splitlines()[0])
    rows = _of_yes(intake, said, see.words) if said.had else _of_no(intake, see.words)
    return Page(text, (*rows, await _back(see, row)))


def _text(row: Intake, said: Reaction, see: See) -> str:
    words, what = see.words, reaction_words(reactions.items(said), see.words)
    day = words.date(see.local(row.taken_at).date())
    at = place(row.site or "", words)
    known = words("reaction-of", day=day, known="yes" if at else "no", place=at)
    if not said.had:
        return words("reaction-none", injection=known)
    lines = [words("reaction-had", injection=known, what=what) if what else words("reaction-yes", injection=known)]
    return "\n".join([*lines, words("reaction-what"), words("reaction-emergency"), words("reaction-tell")])


def _of_yes(intake: int, said: Reaction, words: Words) -> Rows:
    there = reactions.items(said)
    kinds = [kind for kind in reactions.KINDS if kind not in there]
    rows = grid([Key(words.plain(f"reaction-{kind}"), React(intake, kind)) for kind in kinds], 2)
    other = Key(words.plain("reaction-other"), React(intake, "type"))
    again = React(intake, "again" if there else "no")
    change = Key(words.plain("reaction-again" if there else "reaction-not"), again)
    return (*rows, (other, change), (urgent.key(words),))


def _of_no(intake: int, words: Words) -> Rows:
    return ((Key(words.plain("reaction-after-all"), React(intake, "yes")),),)


def _yes_no(intake: int, words: Words) -> tuple[Key, ...]:
    no, yes = words.plain("button-no"), words.plain("button-yes")
    return (Key(no, React(intake, "no")), Key(yes, React(intake, "yes")))


async def _back(see: See, row: Intake) -> tuple[Key, ...]:
    """To the injection in the history."""
    assert row.id is not None
    key = await details.key_of(see.tx, row)
    press = Back(key.regimen, key.day, key.slot, ONE) if key else Extra(row.id, "show")
    return (Key(see.words.plain("reaction-injection"), press),)


async def type_it(see: See, intake: int) -> Page:
    """Asks for words. Raises JournalError: gone."""
    await details.intake(see.tx, see.person, intake)
    back = Key(see.words.plain("button-back"), React(intake, "show"))
    return Page(see.words("reaction-type"), ((back,),))
