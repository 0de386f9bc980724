"""What the chat understands, in explicit order: commands, buttons, dialogues. Menus and help derive from it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers import (
    access,
    add,
    arrival,
    checkin,
    control,
    day,
    dose,
    edit,
    history,
    log,
    note,
    pause,
    phases,
    prompt,
    regimen,
    settings,
    snooze,
    stock,
    travel,
    treatment,
    trends,
    when,
)
from handlers import presses as p
from handlers import presses_dose as pd
from handlers import presses_log as pl
from handlers import presses_phases as pp
from handlers import presses_settings as ps
from handlers import presses_stock as pk
from handlers.context import Act
from handlers.presses_treatment import Treatment
from handlers.presses_trends import Trends
from handlers.reply import Reply
from journal import notices


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its handler; the Fluent id `menu-<name>` says what it does."""

    name: str
    handler: Callable[[Act], Awaitable[Reply]]
    before_consent: bool = False


COMMANDS = (
    Command("start", arrival.start, before_consent=True),
    Command("add", add.start),
    Command("regimens", regimen.listed),
    Command("today", day.today),
    Command("log", log.start),
    Command("checkin", checkin.today),
    Command("history", history.start),
    Command("trends", trends.start),
    Command("stock", stock.listed),
    Command("pause", pause.start),
    Command("settings", settings.start),
    Command("help", control.help_page, before_consent=True),
    Command("privacy", control.privacy, before_consent=True),
    Command("status", control.status),
    Command("delete", control.delete, before_consent=True),
    Command("cancel", control.cancel),
)
BY_NAME = {command.name: command for command in COMMANDS}

KEEP_DRAFT = ("help", "privacy", "status", "today", "trends", "cancel")  # commands that leave an open dialogue open

BUTTONS: dict[type[Any], Callable[[Act, Any], Awaitable[Reply]]] = {
    p.Agree: arrival.agreed,
    p.Zone: arrival.zone_pressed,
    p.CheckinAt: arrival.checkin_pressed,
    p.SummaryOn: arrival.summary_pressed,
    p.Taken: dose.taken,
    p.Skip: dose.skipped,
    p.Undo: dose.undone,
    p.AllTaken: dose.all_taken,
    p.SnoozeMenu: snooze.menu,
    p.Back: dose.back,
    p.Snooze: snooze.snoozed,
    p.TookOne: log.took_one,
    pd.TakenAt: dose.taken_at,
    pd.TakeEarly: dose.early,
    pd.TakenEarlier: when.earlier,
    pd.ChangeTime: when.change,
    pl.LogStart: log.restarted,
    pl.LogPick: log.picked,
    pl.LogEarlier: log.earlier,
    pl.LogAt: log.at,
    pl.Extra: history.extra,
    pl.ShowToday: history.today,
    pl.Week: history.week,
    pl.HistoryDay: history.day,
    p.Pick: add.picked,
    p.Save: add.saved,
    p.Change: add.changed,
    p.Cancel: add.cancelled,
    p.Regimens: regimen.relisted,
    p.OpenRegimen: regimen.opened,
    p.RegimenAct: regimen.acted,
    p.Rate: checkin.rated,
    p.SameAsYesterday: checkin.same,
    p.Rerate: checkin.rerate,
    p.WriteNote: note.asked,
    p.ShowCheckin: checkin.shown,
    p.ShowSummary: prompt.summary,
    p.AnswerPrompt: prompt.answered,
    Trends: trends.pressed,
    ps.Settings: settings.shown,
    ps.AskSetting: settings.asked,
    ps.SetTo: settings.chosen,
    ps.DoseTimes: travel.answered,
    ps.Pauses: pause.shown,
    ps.AskPause: pause.asked,
    ps.PauseFor: pause.chosen,
    ps.Resume: pause.resumed,
    ps.EditRegimen: edit.asked,
    pk.ListStock: stock.relisted,
    pk.OpenStock: stock.opened,
    pk.StockAct: stock.acted,
    pk.StockPick: stock.picked,
    pk.StockLead: stock.lead_chosen,
    Treatment: treatment.acted,
    pp.ClinicSays: phases.asked,
    pp.Switch: phases.pressed,
    pp.AfterPlan: phases.next_plan,
    p.DeleteAll: control.delete_pressed,
    p.Access: access.pressed,
}
BEFORE_CONSENT = (p.Agree, p.DeleteAll, p.Access)

DIALOGUES: dict[str, Callable[[Act, dict[str, Any]], Awaitable[Reply]]] = {
    "add": add.typed,
    "setting": settings.typed,
    "pause": pause.typed,
    "note": note.typed,
    stock.KIND: stock.typed,
    treatment.KIND: treatment.typed,
    phases.KIND: phases.typed,
    dose.WHEN: when.typed,
}

PLAIN = day.plain_text

# The view that brings up a notice of which nobody knows whether it arrived.
OFFERS = {notices.SUMMARY: "offer_summary", notices.RESUME: "pause_over"}
