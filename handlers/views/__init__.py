"""From rows to pages: every view by name, and the page of every fact that the courier carries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.page import Page
from handlers.views import adding, arriving, checkin, control, dose_page, doses, regimens, summary, today
from locales import Words
from scheduler.facts import CheckinDue, DoseMoment, Fact, Missed, WeeklySummary

View = Callable[..., Awaitable[Page]]

VIEWS: dict[str, View] = {
    "text": control.text,
    "welcome": arriving.welcome,
    "ask_zone": arriving.ask_zone,
    "choose_zone": arriving.choose_zone,
    "ask_checkin": arriving.ask_checkin,
    "ask_summary": arriving.ask_summary,
    "ready": arriving.ready,
    "operator": control.operator,
    "invitation": control.invitation,
    "help": control.help_page,
    "status": control.status,
    "delete_sure": control.delete_sure,
    "doses": doses.view,
    "snooze_menu": doses.snooze_menu,
    "today": today.view,
    "checkin": checkin.view,
    "summary": summary.view,
    "offer_summary": summary.offer,
    "regimens": regimens.listed,
    "regimen": regimens.one,
    "regimen_sure": regimens.sure,
    "add_question": adding.question,
    "add_preview": adding.preview,
}

PAGES: dict[type[Any], Callable[[Any, Words], Page]] = {
    DoseMoment: dose_page.page,
    Missed: dose_page.missed_page,
    CheckinDue: checkin.page,
    WeeklySummary: summary.page,
}


def page_of(fact: Fact, words: Words) -> Page:
    """Return the page that says `fact`."""
    return PAGES[type(fact)](fact, words)
