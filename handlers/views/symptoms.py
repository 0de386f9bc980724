"""What is rated: every symptom, on or off, and the person's own ones."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import ShowCheckin
from handlers.presses_settings import Settings
from handlers.presses_symptoms import OwnSymptom, SwitchSymptom, Symptoms
from journal import checkins, people, tracking
from journal.symptoms import BUILT_IN
from journal.tracking import Choice
from locales import Words


async def view(see: See, saved: bool = False) -> Page:
    """`/symptoms`: a tap switches one on or off."""
    words = see.words
    choices = await tracking.choices(see.tx, see.person)
    keys = [Key(_label(each, words), SwitchSymptom(each.code, not each.active)) for each in choices]
    keys.append(Key(words.plain("symptoms-own-add"), OwnSymptom(0, "add")))
    if any(each.code not in BUILT_IN for each in choices):
        keys.append(Key(words.plain("symptoms-own"), OwnSymptom(0, "list")))
    if (await checkins.sheet(see.tx, see.person, today := people.today(see.person, see.now))).open:
        keys.append(Key(words.plain("button-checkin"), ShowCheckin(today)))
    keys.append(Key(words.plain("button-back"), Settings()))
    lines = [words("symptoms-saved")] if saved else []
    lines += [words("symptoms-heading"), words("symptoms-hint")]
    if not any(each.active for each in choices):
        lines.append(words("symptoms-none"))
    return Page("\n".join(lines), tuple((key,) for key in keys))


def _label(each: Choice, words: Words) -> str:
    name = each.label or words.plain(f"symptom-{each.code}")
    return words.plain("symptoms-on" if each.active else "symptoms-off", symptom=name)


def key_to(see: See) -> Key:
    """The button that leads there."""
    return Key(see.words.plain("button-symptoms"), Symptoms())


async def own(see: See) -> Page:
    """The person's own symptoms, one of which is to be changed."""
    words = see.words
    mine = [each for each in await tracking.choices(see.tx, see.person) if each.code not in BUILT_IN]
    keys = [Key(each.label, OwnSymptom(each.symptom, "open")) for each in mine]
    return Page(words("symptoms-own-which"), (*((key,) for key in keys), (_back(see, Symptoms()),)))


async def one(see: See, symptom: int) -> Page:
    """One of them. Raises JournalError: gone."""
    words, row = see.words, await tracking.own(see.tx, see.person, symptom)
    rename = Key(words.plain("symptoms-rename"), OwnSymptom(symptom, "rename"))
    delete = Key(words.plain("symptoms-delete"), OwnSymptom(symptom, "delete"))
    back = _back(see, OwnSymptom(0, "list"))
    return Page(words("symptoms-own-one", symptom=row.label), ((rename, delete), (back,)))


async def sure(see: See, symptom: int) -> Page:
    """Asks before an own symptom goes. Raises JournalError: gone."""
    words, row = see.words, await tracking.own(see.tx, see.person, symptom)
    days = await tracking.rated_days(see.tx, symptom)
    yes = Key(words.plain("symptoms-delete-yes"), OwnSymptom(symptom, "sure"))
    back = _back(see, OwnSymptom(symptom, "open"))
    return Page(words("symptoms-delete-sure", symptom=row.label, days=days), ((yes,), (back,)))


async def ask(see: See, symptom: int = 0) -> Page:
    """Asks for a name: of a new own symptom, or of `symptom`. Raises JournalError: gone."""
    if not symptom:
        return Page(see.words("symptoms-own-ask", most=tracking.LONGEST), ((_back(see, Symptoms()),),))
    row = await tracking.own(see.tx, see.person, symptom)
    text = see.words("symptoms-rename-ask", symptom=row.label, most=tracking.LONGEST)
    return Page(text, ((_back(see, OwnSymptom(symptom, "open")),),))


def _back(see: See, press: object) -> Key:
    return Key(see.words.plain("button-back"), press)
