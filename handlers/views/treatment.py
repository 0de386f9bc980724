"""About the treatment: what the person said, why it is asked, and what follows from an injection and cramps."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import OpenRegimen
from handlers.presses_settings import Settings
from handlers.presses_treatment import Treatment
from handlers.views import plan_words
from journal import cramps, people, treatment


async def view(see: See, regimen: int) -> Page:
    """What is known, each line with the reason for it, and buttons to change or delete it."""
    words, known = see.words, await treatment.of(see.tx, see.person)
    start, sooner = (known.started_on, known.sooner) if known else (None, False)
    lines = [words("treatment-heading"), words("treatment-optional"), ""]
    if start is None:
        lines.append(words("treatment-no-start"))
    else:
        day = plan_words.day(start, people.today(see.person, see.now), words)
        lines.append(words("treatment-start", day=day))
    lines += [words("treatment-why-start"), "", words("treatment-sooner" if sooner else "treatment-not-sooner")]
    lines.append(words("treatment-why-sooner"))
    actions = ["start" if start is None else "change", "later" if sooner else "sooner"]
    actions += ["delete"] if known else []
    rows = [(_key(see, each, regimen),) for each in actions]
    back = OpenRegimen(regimen) if regimen else Settings()
    return Page("\n".join(lines), (*rows, (Key(words.plain("button-back"), back),)))


def _key(see: See, label: str, regimen: int) -> Key:
    action = "start" if label == "change" else label
    return Key(see.words.plain(f"treatment-act-{label}"), Treatment(action, regimen))


def key_to(see: See, regimen: int = 0) -> Key:
    """The button that leads there, from the page of a regimen or (0) from the settings."""
    return Key(see.words.plain("treatment-open"), Treatment("open", regimen))


async def start(see: See, regimen: int) -> Page:
    """Asks when it started."""
    back = Key(see.words.plain("button-back"), Treatment("open", regimen))
    return Page(see.words("treatment-ask-start"), ((back,),))


async def cramp(see: See, log: int) -> Page:
    """T-INJCRAMP with the numbers of the rating. Raises JournalError: gone."""
    found, symptom = await cramps.said(see.tx, see.person, log)
    days, least = int(found.evidence["d"]), int(found.evidence["t"])
    return Page(see.words("injection-cramp", d=days, t=least, code=symptom.code))
