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
    note,
    prompt,
    regimen,
    snooze,
)
from handlers import presses as p
from handlers.context import Act
from handlers.reply import Reply


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
    Command("checkin", checkin.today),
    Command("help", control.help_page, before_consent=True),
    Command("privacy", control.privacy, before_consent=True),
    Command("status", control.status),
    Command("delete", control.delete, before_consent=True),
    Command("cancel", control.cancel),
)
BY_NAME = {command.name: command for command in COMMANDS}

KEEP_DRAFT = ("help", "privacy", "status", "today", "cancel")  # commands that leave an open dialogue open

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
    p.TookOne: day.took_one,
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
    p.DeleteAll: control.delete_pressed,
    p.Access: access.pressed,
}
BEFORE_CONSENT = (p.Agree, p.DeleteAll, p.Access)

DIALOGUES: dict[str, Callable[[Act, dict[str, Any]], Awaitable[Reply]]] = {
    "add": add.typed,
    "note": note.typed,
}

PLAIN = day.plain_text
