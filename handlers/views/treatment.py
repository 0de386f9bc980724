"""About the treatment: what the person said, why it is asked, and what follows from an injection and cramps."""

from __future__ import annotations

from datetime import date

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import OpenRegimen
from handlers.presses_settings import Settings
from handlers.presses_treatment import Treatment
from handlers.views import plan_words, prompt_words
from journal import cramps, people, treatment


async def view(see: See, regimen: int) -> Page:
    """What is known, each line with the reason for it, and buttons to change or delete it."""
    words, known = see.words, await treatment.of(see.tx, see.person)
    start, sooner, review = (known.started_on, known.sooner, known.review_on) if known else (None, False, None)
    lines = [words("treatment-heading"), words("treatment-optional"), ""]
    lines += [_day(see, "start", start), words("treatment-why-start"), ""]
    why = ["treatment-sooner"] if sooner else ["treatment-not-sooner", "treatment-why-sooner"]
    lines += [*map(words, why), ""]
    lines.append(_day(see, "review", review))
    actions = ["start" if start is None else "change", "later" if sooner else "sooner"]
    actions += ["review" if review is None else "review-change", *(["delete"] if known else [])]
    rows = [(_key(see, each, regimen),) for each in actions]
    back = OpenRegimen(regimen) if regimen else Settings()
    return Page("\n".join(lines), (*rows, (Key(words.plain("button-back"), back),)))


def _day(see: See, what: str, day: date | None) -> str:
    if day is None:
        return see.words("treatment-no-start" if what == "start" else "treatment-no-review")
    shown = plan_words.day(day, people.today(see.person, see.now), see.words)
    return see.words("treatment-start" if what == "start" else "treatment-review", day=shown)


def _key(see: See, label: str, regimen: int) -> Key:
    action = {"change": "start", "review-change": "review"}.get(label, label)
    return Key(see.words.plain(f"treatment-act-{label}"), Treatment(action, regimen))


def key_to(see: See, regimen: int = 0) -> Key:
    """The button that leads there, from the page of a regimen or (0) from the settings."""
    return Key(see.words.plain("treatment-open"), Treatment("open", regimen))


async def start(see: See, regimen: int) -> Page:
    """Asks when it started."""
    back = Key(see.words.plain("button-back"), Treatment("open", regimen))
    return Page(see.words("treatment-ask-start"), ((back,),))


async def review(see: See, regimen: int) -> Page:
    """Asks for the day that the clinic gave for the check."""
    back = Key(see.words.plain("button-back"), Treatment("open", regimen))
    return Page(see.words("treatment-ask-review"), ((back,),))


async def cramp(see: See, log: int) -> Page:
    """T-INJCRAMP with the numbers of the rating. Raises JournalError: gone."""
    found, symptom = await cramps.said(see.tx, see.person, log)
    days, least = int(found.evidence["d"]), int(found.evidence["t"])
    text = see.words("injection-cramp", d=days, t=least, code=symptom.code)
    return Page(text, prompt_words.explaining([found.rule], see.words))
