"""What the next injection is counted from: the question with both dates, and the answer."""

from __future__ import annotations

from handlers.anchor import mark
from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses import OpenRegimen
from handlers.presses_injection import AskAnchor, CountFrom
from handlers.views import plan_words, regimen_words
from handlers.views.dose_words import name_of
from journal import anchoring, regimens
from journal.anchoring import Choice
from journal.tables import Regimen
from journal.timing import Anchor

DATES = 4


async def ask(see: See, regimen: int, late: bool = False) -> Page:
    """Both next dates, and what is usual; `late`: one was just recorded late, and nothing was answered yet."""
    found = await regimens.own(see.tx, see.person, regimen)
    choice, words = await anchoring.choice(see.tx, see.person, found, see.now), see.words
    what = name_of(found.label, found.dose_text, words)
    lines: list[str] = [words("anchor-late" if late else "anchor-choice", dose=what), *_dates(see, choice)]
    lines.append(words("anchor-usual-actual" if choice.usual is Anchor.ACTUAL else "anchor-usual-planned"))
    if not found.anchor_asked:
        lines.append(words("anchor-unanswered"))
    elif choice.anchor is Anchor.ACTUAL:
        lines.append(words("anchor-now-actual"))
    else:
        lines.append(words("anchor-now-planned"))
    lines.append(words("anchor-unsure"))
    plan, taken = (CountFrom(regimen, choice.version, mark(choice), actual) for actual in (False, True))
    rows: Rows = (
        (Key(words.plain("anchor-button-planned"), plan),),
        (Key(words.plain("anchor-button-actual"), taken),),
    )
    return Page("\n".join(lines), rows if late else (*rows, (Key(words.plain("button-back"), OpenRegimen(regimen)),)))


def _dates(see: See, choice: Choice) -> list[str]:
    """One line for each answer, once there is an intake to count from and a date that it makes."""
    if choice.taken_at is None or choice.planned is None or choice.actual is None:
        return [see.words("anchor-later")]
    planned, actual = (
        plan_words.moment(see.local(at), see.local(see.now), see.words) for at in (choice.planned, choice.actual)
    )
    return [see.words("anchor-planned", time=planned), see.words("anchor-actual", time=actual)]


async def answered(see: See, regimen: int) -> Page:
    """The answer, with the next dates."""
    found = await regimens.own(see.tx, see.person, regimen)
    plan = await regimens.plan_of(see.tx, found)
    moments = await regimens.upcoming(see.tx, see.person, found, see.now, DATES)
    said = "anchor-set-actual" if plan.anchor is Anchor.ACTUAL else "anchor-set-planned"
    line = see.words(said, dose=name_of(found.label, found.dose_text, see.words))
    return Page("\n".join([line, *regimen_words.coming(moments, plan, see)]))


async def key_for(see: See, regimen: Regimen) -> Rows:
    """The button on an injection's page; no row where there is nothing to choose."""
    if not await anchoring.is_offered(see.tx, regimen):
        return ()
    return ((Key(see.words.plain("anchor-button"), AskAnchor(regimens.ident(regimen))),),)
