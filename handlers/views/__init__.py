"""From rows to pages: every view by name, and the page of every fact that the courier carries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.page import Page
from handlers.views import (
    adding,
    arriving,
    checkin,
    control,
    dose_ask,
    dose_page,
    doses,
    editing,
    history,
    log,
    nudge_page,
    pausing,
    phases,
    regimens,
    settings,
    stock,
    summary,
    today,
    traveling,
    treatment,
    trends,
)
from locales import Words
from scheduler.facts import (
    CheckinDue,
    CheckinsOver,
    ClinicAsk,
    DoseMoment,
    Fact,
    Missed,
    Nudge,
    PauseOver,
    PhaseOver,
    SupplyLow,
    SupplyOut,
    WeeklySummary,
)

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
    "dose_early": dose_ask.early,
    "dose_twice": dose_ask.twice,
    "when_dose": dose_ask.when,
    "when_extra": log.extra_asked,
    "log_choose": log.choose,
    "log_unknown": log.unknown,
    "log_which": log.which,
    "log_one": log.one,
    "log_asked": log.asked,
    "log_ahead": log.ahead,
    "extra": history.extra,
    "extra_twice": log.twice,
    "history": history.week,
    "history_day": history.day,
    "snooze_menu": doses.snooze_menu,
    "today": today.view,
    "checkin": checkin.view,
    "checkin_back": checkin.back,
    "summary": summary.view,
    "trends": trends.view,
    "offer_summary": summary.offer,
    "stock": stock.listed,
    "stock_one": stock.one,
    "stock_leads": stock.leads,
    "stock_sure": stock.sure,
    "stock_ask": stock.ask,
    "treatment": treatment.view,
    "treatment_start": treatment.start,
    "injection_cramp": treatment.cramp,
    "regimens": regimens.listed,
    "regimen": regimens.one,
    "regimen_sure": regimens.sure,
    "add_question": adding.question,
    "add_preview": adding.preview,
    "edited": editing.saved,
    "clinic_later": phases.later,
    "clinic_alone": phases.alone,
    "switch": phases.switch,
    "switched": phases.switched,
    "plan_kept": phases.kept,
    "settings": settings.view,
    "setting": settings.one,
    "travel": traveling.ask,
    "travel_done": traveling.done,
    "travel_same": traveling.same,
    "pauses": pausing.choice,
    "pause": pausing.ask,
    "paused": pausing.resting,
    "resumed": pausing.resumed,
    "pause_over": pausing.over,
}

PAGES: dict[type[Any], Callable[[Any, Words], Page]] = {
    DoseMoment: dose_page.page,
    Nudge: nudge_page.page,
    Missed: dose_page.missed_page,
    CheckinDue: checkin.due_page,
    CheckinsOver: checkin.over_page,
    WeeklySummary: summary.page,
    PauseOver: pausing.over_page,
    SupplyLow: stock.low_page,
    SupplyOut: stock.out_page,
    PhaseOver: phases.over_page,
    ClinicAsk: phases.clinic_page,
}


def page_of(fact: Fact, words: Words) -> Page:
    """Return the page that says `fact`."""
    return PAGES[type(fact)](fact, words)
