"""Callback data: a press as at most 64 bytes, versioned, and back. Forged or outdated data reads as None."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from handlers import (
    presses,
    presses_care,
    presses_dose,
    presses_helping,
    presses_injection,
    presses_log,
    presses_phases,
    presses_plans,
    presses_rules,
    presses_settings,
    presses_sites,
    presses_staying,
    presses_stock,
    presses_symptoms,
    presses_treatment,
    presses_trends,
    presses_urgent,
    presses_visit,
)

VERSION = "1"
LIMIT = 64  # bytes, Telegram's

# The code of each press in callback data: never reuse one, old messages stay clickable.
CODES: dict[str, type[Any]] = {
    "ag": presses.Agree,
    "zo": presses.Zone,
    "ci": presses.CheckinAt,
    "sd": presses.SummaryOn,
    "tk": presses.Taken,
    "sk": presses.Skip,
    "un": presses.Undo,
    "at": presses.AllTaken,
    "sm": presses.SnoozeMenu,
    "bk": presses.Back,
    "sn": presses.Snooze,
    "to": presses.TookOne,
    "ta": presses_dose.TakenAt,
    "ea": presses_dose.TakeEarly,
    "te": presses_dose.TakenEarlier,
    "ct": presses_dose.ChangeTime,
    "ls": presses_log.LogStart,
    "lp": presses_log.LogPick,
    "le": presses_log.LogEarlier,
    "la": presses_log.LogAt,
    "ex": presses_log.Extra,
    "td": presses_log.ShowToday,
    "wk": presses_log.Week,
    "hd": presses_log.HistoryDay,
    "pk": presses.Pick,
    "sv": presses.Save,
    "ch": presses.Change,
    "ca": presses.Cancel,
    "rl": presses.Regimens,
    "ro": presses.OpenRegimen,
    "ra": presses.RegimenAct,
    "rt": presses.Rate,
    "sy": presses.SameAsYesterday,
    "rr": presses.Rerate,
    "nt": presses.WriteNote,
    "sc": presses.ShowCheckin,
    "sl": presses_symptoms.Symptoms,
    "yb": presses_symptoms.SwitchSymptom,
    "so": presses_symptoms.OwnSymptom,
    "yc": presses_symptoms.Sheet,
    "rp": presses_symptoms.RatePlace,
    "ry": presses_symptoms.RateCount,
    "tg": presses_symptoms.DayTags,
    "tx": presses_symptoms.SwitchTag,
    "tq": presses_symptoms.OwnTag,
    "iv": presses_symptoms.Interfere,
    "ia": presses_symptoms.AskInterference,
    "ss": presses.ShowSummary,
    "ap": presses.AnswerPrompt,
    "de": presses.DeleteAll,
    "ac": presses.Access,
    "tr": presses_trends.Trends,
    "st": presses_settings.Settings,
    "sq": presses_settings.AskSetting,
    "se": presses_settings.SetTo,
    "dt": presses_settings.DoseTimes,
    "ps": presses_settings.Pauses,
    "pq": presses_settings.AskPause,
    "pf": presses_settings.PauseFor,
    "rs": presses_settings.Resume,
    "ed": presses_settings.EditRegimen,
    "kl": presses_stock.ListStock,
    "ko": presses_stock.OpenStock,
    "ka": presses_stock.StockAct,
    "kp": presses_stock.StockPick,
    "kd": presses_stock.StockLead,
    "tm": presses_treatment.Treatment,
    "ru": presses_rules.Rules,
    "rx": presses_rules.OpenRule,
    "rw": presses_rules.WhyRule,
    "rn": presses_rules.RuleNumber,
    "rv": presses_rules.SetRule,
    "rz": presses_rules.SwitchRule,
    "rb": presses_rules.UsualRule,
    "um": presses_rules.Unmute,
    "ao": presses_rules.AnswerAtOnce,
    "cs": presses_phases.ClinicSays,
    "sw": presses_phases.Switch,
    "np": presses_phases.AfterPlan,
    "af": presses_plans.StartAfter,
    "an": presses_plans.StartNow,
    "aw": presses_plans.AddAfter,
    "go": presses_plans.GoOn,
    "bo": presses_injection.Book,
    "bs": presses_injection.BookStep,
    "ub": presses_injection.Unbook,
    "aa": presses_injection.AskAnchor,
    "cf": presses_injection.CountFrom,
    "ad": presses_sites.AskDetail,
    "sx": presses_sites.SetDetail,
    "re": presses_sites.React,
    "sh": presses_sites.ShowSites,
    "cg": presses_care.CareAnswer,
    "cr": presses_care.CareRead,
    "cy": presses_care.CareAct,
    "cx": presses_care.CareChoose,
    "cm": presses_care.CareTerm,
    "cp": presses_helping.CareReads,
    "cw": presses_helping.CareWeek,
    "co": presses_helping.CareDoses,
    "ce": presses_helping.CareRecord,
    "cq": presses_helping.CareAsk,
    "ur": presses_urgent.Urgent,
    "ui": presses_urgent.UrgentIn,
    "vi": presses_visit.Visit,
    "ke": presses_staying.Keep,
}
_CODE_OF = {press: code for code, press in CODES.items()}


def write(press: Any) -> str:
    """Return the callback data of `press`. Raises ValueError beyond 64 bytes or for a value with a '|'."""
    parts = [_wire(getattr(press, field.name)) for field in fields(press)]
    data = "|".join([VERSION + _CODE_OF[type(press)], *parts])
    if len(data.encode()) > LIMIT or any("|" in part for part in parts):
        raise ValueError(f"callback data of {type(press).__name__} does not fit")
    return data


def read(data: str) -> Any | None:
    """Return the press that `data` means; None for anything that `write` did not make."""
    head, *parts = data.split("|")
    press = CODES.get(head[1:]) if head[:1] == VERSION else None
    if press is None:
        return None
    try:
        found = press(*(_value(field.type, part) for field, part in zip(fields(press), parts, strict=True)))
        return found if write(found) == data else None
    except ValueError:
        return None


def _wire(value: Any) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return value.strftime("%Y%m%d") if isinstance(value, date) else str(value)


def _value(kind: Any, part: str) -> Any:
    if kind == "bool":
        return bool(int(part))
    if kind == "int":
        number = int(part)
        if abs(number) >= 2**62:  # beyond what a database holds
            raise ValueError("too large")
        return number
    if kind == "date":
        return date(int(part[:4]), int(part[4:6]), int(part[6:8])) if len(part) == 8 else date.fromisoformat("")
    return part
