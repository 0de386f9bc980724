"""What the chat understands: commands (handlers/commands.py), buttons, dialogues."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import (
    access,
    add,
    anchor,
    arrival,
    book,
    caregivers,
    checkin,
    control,
    day,
    detail,
    dose,
    edit,
    helping,
    history,
    interference,
    linking,
    log,
    note,
    pause,
    phases,
    prompt,
    react,
    regimen,
    rules,
    settings,
    snooze,
    staying,
    stock,
    symptoms,
    tags,
    travel,
    treatment,
    trends,
    urgent,
    when,
)
from handlers import presses as p
from handlers import presses_care as pc
from handlers import presses_dose as pd
from handlers import presses_injection as pj
from handlers import presses_log as pl
from handlers import presses_phases as pp
from handlers import presses_plans as pn
from handlers import presses_rules as pr
from handlers import presses_settings as ps
from handlers import presses_sites as pi
from handlers import presses_stock as pk
from handlers import presses_symptoms as py
from handlers.caring import accepting, inviting
from handlers.commands import BY_NAME as BY_NAME
from handlers.commands import COMMANDS as COMMANDS
from handlers.commands import Command as Command
from handlers.context import Act
from handlers.presses_treatment import Treatment
from handlers.presses_trends import Trends
from handlers.presses_urgent import Urgent, UrgentIn
from handlers.presses_visit import Visit
from handlers.reply import Reply
from journal import notices

# commands that leave an open dialogue open
KEEP_DRAFT = ("export", "help", "operator", "privacy", "rules", "status", "today", "trends", "urgent", "cancel")
# answer even whoever has not been let in
UNGATED: tuple[object, ...] = (
    *("start", "urgent", "operator"),
    *(Urgent, UrgentIn, pc.CareAnswer, p.Access),
    *staying.BUTTONS,
)
# what somebody who only reads along may do
FOR_CAREGIVERS: tuple[object, ...] = (
    *("caregivers", "settings", "export", "cancel"),
    *(pc.CareRead, p.Zone, ps.Settings, ps.AskSetting, ps.SetTo),
    *helping.FOR_CAREGIVERS,
)

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
    pi.AskDetail: detail.asked,
    pi.SetDetail: detail.chosen,
    pi.ShowSites: detail.sites,
    pi.React: react.pressed,
    pj.Book: book.asked,
    pj.BookStep: book.pressed,
    pj.Unbook: book.unbook,
    pj.AskAnchor: anchor.asked,
    pj.CountFrom: anchor.answered,
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
    py.Symptoms: symptoms.shown,
    py.SwitchSymptom: symptoms.switched,
    py.OwnSymptom: symptoms.acted,
    py.Sheet: checkin.back,
    py.RatePlace: checkin.located,
    py.RateCount: checkin.counted,
    py.DayTags: tags.shown,
    py.SwitchTag: tags.switched,
    py.OwnTag: tags.acted,
    py.Interfere: interference.answered,
    py.AskInterference: interference.asked,
    p.ShowSummary: prompt.summary,
    p.AnswerPrompt: prompt.answered,
    Visit: prompt.visit,
    pr.Rules: rules.listed,
    pr.OpenRule: rules.opened,
    pr.WhyRule: rules.why,
    pr.RuleNumber: rules.asked,
    pr.SetRule: rules.chosen,
    pr.SwitchRule: rules.switched,
    pr.UsualRule: rules.usual,
    pr.Unmute: rules.unmuted,
    pr.AnswerAtOnce: prompt.answered_at_once,
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
    pn.StartAfter: linking.asked,
    pn.StartNow: linking.start_now,
    pn.AddAfter: add.after_picked,
    pn.GoOn: pause.went_on,
    pc.CareAnswer: accepting.answered,
    pc.CareRead: caregivers.read,
    pc.CareAct: caregivers.acted,
    pc.CareChoose: caregivers.choose,
    pc.CareTerm: caregivers.set_term,
    **helping.BUTTONS,
    **staying.BUTTONS,
    p.DeleteAll: control.delete_pressed,
    p.Access: access.pressed,
    Urgent: urgent.pressed,
    UrgentIn: urgent.placed,
}
BEFORE_CONSENT = (p.Agree, p.DeleteAll, p.Access)

DIALOGUES: dict[str, Callable[[Act, dict[str, Any]], Awaitable[Reply]]] = {
    "add": add.typed,
    "setting": settings.typed,
    "pause": pause.typed,
    "note": note.typed,
    symptoms.KIND: symptoms.typed,
    tags.KIND: tags.typed,
    stock.KIND: stock.typed,
    treatment.KIND: treatment.typed,
    rules.KIND: rules.typed,
    phases.KIND: phases.typed,
    linking.KIND: linking.typed,
    dose.WHEN: when.typed,
    book.KIND: book.typed,
    detail.KIND: detail.typed,
    inviting.KIND: inviting.typed,
    react.KIND: react.typed,
}

PLAIN = day.plain_text

# The view that brings up a notice of which nobody knows whether it arrived.
OFFERS = {
    notices.SUMMARY: "offer_summary",
    notices.INTERFERENCE: "offer_interference",
    notices.RESUME: "pause_over",
    notices.REACTION: "reaction_offer",
    **helping.OFFERS,
}
