"""Alerts to caregivers, and the same as the patient hears of them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses_helping import CareAsk
from handlers.views.care_times import both
from handlers.views.helping import record_keys
from journal import alerts, caregiving, rights
from journal.alerts import DoseAlert, OpenDose, OverdueInjection, Silence
from locales import Words
from locales.words import Html
from scheduler.compose.digest import reader
from scheduler.facts_care import CareAlert, CareSilence, CareTold


def page(fact: CareAlert, words: Words) -> Page:
    """What is not recorded; once it all is, that."""
    alert, name = fact.shares, words.name(fact.shares.patient)
    if not alert.doses:
        return Page(words("care-settled", name=name, helped="yes" if alert.helped else "no"), protect=fact.protect)
    lines = [_line(each, fact, name, words) for each in alert.doses]
    if any(isinstance(each, OpenDose) for each in alert.doses):
        lines.append(words("care-dose-why"))
    return Page("\n".join(lines), _buttons(alert, fact.link, words), protect=fact.protect)


def _line(each: OpenDose | OverdueInjection, fact: CareAlert, name: Html, words: Words) -> Html:
    dose = words.name(each.label)
    if isinstance(each, OverdueInjection):
        return words("care-injection-open", day=words.date(each.day), name=name, dose=dose)
    here = each.planned_at.astimezone(ZoneInfo(fact.to.zone))
    time = both(each.wall, here, fact.to.local(fact.now).date(), name, words)
    return words("care-dose-open", name=name, dose=dose, time=time)


def _buttons(alert: DoseAlert, link: int, words: Words) -> Rows:
    doses = [each for each in alert.doses if isinstance(each, OpenDose)] if alert.may_record else []
    rows = record_keys(doses, alert.patient, link, True, words)
    if alert.may_nudge:
        rows.append((Key(words.plain("care-ask", name=alert.patient), CareAsk(link)),))
    return tuple(rows)


def silence_page(fact: CareSilence, words: Words) -> Page:
    """Nothing was heard of the patient."""
    name = words.name(fact.shares.patient)
    return Page(words("care-silence", name=name, days=fact.shares.days), protect=fact.protect)


def told_page(fact: CareTold, words: Words) -> Page:
    """One quiet line to the patient."""
    return Page(_told(fact, words), quiet=True)


def _told(fact: CareTold, words: Words) -> Html:
    about, name = fact.about, words.name(fact.name)
    if isinstance(about, Silence):
        return words("care-told-silence", name=name, days=about.days)
    doses = about.doses if about else ()
    if not doses:
        return words("care-told-settled", name=name)
    if len(doses) > 1:
        return words("care-told-doses", name=name, count=len(doses))
    first = doses[0]
    if isinstance(first, OverdueInjection):
        return words("care-told-injection", name=name, day=words.date(first.day))
    return words("care-told-dose", name=name, time=_wall(first.wall, fact.to.local(fact.now), words))


def _wall(wall: datetime, here: datetime, words: Words) -> str:
    return words.time(wall) if wall.date() == here.date() else words.day_time(wall)


async def view(see: See, subject: str) -> Page:
    """An alert as it now stands, with what was said beside it. Raises JournalError: care_gone."""
    link = await caregiving.for_me(see.tx, see.person, caregiving.link_of(subject))
    may = rights.may(see.person, rights.READ, link)
    fact = await alerts.load(see.tx, link, await alerts.together(see.tx, subject), see.now) if may else None
    if fact is None:
        return Page(see.words("care-alert-old"))
    words = see.words.hiding(see.words.hides or not link.names_in_previews)
    to = reader(see.person, link)
    return page(CareAlert(to, caregiving.ident(link), fact, link.protect, see.now), words)


async def silence(see: See, subject: str) -> Page:
    """The same of a silence. Raises JournalError: care_gone."""
    link = await caregiving.for_me(see.tx, see.person, caregiving.link_of(subject))
    fact = await alerts.silence(see.tx, link, see.now) if rights.may(see.person, rights.READ, link) else None
    if fact is None:
        return Page(see.words("care-alert-old"))
    words = see.words.hiding(see.words.hides or not link.names_in_previews)
    return silence_page(CareSilence(reader(see.person, link), caregiving.ident(link), fact, link.protect), words)
