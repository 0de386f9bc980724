"""The commands, in explicit order. Menus and help derive from it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from handlers import (
    add,
    caregivers,
    checkin,
    control,
    day,
    export,
    history,
    log,
    operation,
    pause,
    regimen,
    rules,
    settings,
    stock,
    symptoms,
    trends,
    urgent,
)
from handlers.caring import accepting
from handlers.context import Act
from handlers.reply import Reply


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its handler; the Fluent id `menu-<name>` says what it does.

    One `for_operator` is unknown to everybody else, and in no menu.
    """

    name: str
    handler: Callable[[Act], Awaitable[Reply]]
    before_consent: bool = False
    for_operator: bool = False


COMMANDS = (
    Command("start", accepting.start, before_consent=True),
    Command("add", add.start),
    Command("regimens", regimen.listed),
    Command("today", day.today),
    Command("log", log.start),
    Command("checkin", checkin.today),
    Command("symptoms", symptoms.start),
    Command("history", history.start),
    Command("trends", trends.start),
    Command("stock", stock.listed),
    Command("caregivers", caregivers.start),
    Command("urgent", urgent.start, before_consent=True),
    Command("pause", pause.start),
    Command("rules", rules.start),
    Command("settings", settings.start),
    Command("help", control.help_page, before_consent=True),
    Command("privacy", control.privacy, before_consent=True),
    Command("export", export.start),
    Command("status", control.status),
    Command("delete", control.delete, before_consent=True),
    Command("cancel", control.cancel),
    Command("operator", operation.start, before_consent=True, for_operator=True),
)
BY_NAME = {command.name: command for command in COMMANDS}
