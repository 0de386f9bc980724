"""The page of what is said ahead of injections."""

from __future__ import annotations

from handlers.page import Key, Page, Rows
from handlers.presses_injection import Book
from handlers.views.booking_keys import change_keys
from handlers.views.dose_words import cut, name
from locales import Words
from scheduler.facts_leads import InjectionAhead, Lead


def page(fact: InjectionAhead, words: Words) -> Page:
    """A line for each injection; a button for each that is to be booked."""
    several = len(fact.leads) > 1
    rows: Rows = tuple((_book(lead, several, words),) for lead in fact.leads if lead.to_book)
    if fact.leads[0].is_booked and not several:
        rows = change_keys(fact.leads[0].dose.key, words)
    return Page("\n".join(_line(lead, fact, words) for lead in fact.leads), rows)


def _line(lead: Lead, fact: InjectionAhead, words: Words) -> str:
    at = fact.to.local(lead.dose.planned_at)
    days = (at.date() - fact.to.local(fact.now).date()).days
    said = words("lead", days=days, day=words.date(at.date()), dose=name(lead.dose, words))
    if lead.to_book:
        return f"{said} {words('lead-book')}"
    if not lead.is_booked:
        return said
    time = words.time(at)
    booked = words("lead-booked-at", time=time, place=lead.place) if lead.place else words("lead-booked", time=time)
    return f"{said} {booked}"


def _book(lead: Lead, several: bool, words: Words) -> Key:
    press = Book(lead.dose.key.regimen, lead.dose.key.day, lead.dose.key.slot)
    if several:
        return Key(words.plain("button-booked-of", name=cut(lead.dose.label)), press)
    return Key(words.plain("button-booked"), press)
