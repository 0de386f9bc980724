"""The bot as a process over HTTP, killed by SIGKILL again and again in the middle of a conversation."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from simulator.people import Human
from tests.browser.phone import free_port
from tests.processes.stage import Stage, stage
from tests.world import at

CHECKIN = "Check-in for Mon 2 Mar"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


async def act_and_kill(stage: Stage, chance: random.Random, act: Callable[[], object]) -> None:
    """Do something, and kill the bot at a random moment of what follows from it."""
    act()
    await stage.pause(chance.random() * 0.08)
    stage.kill()
    stage.start()


async def converse(stage: Stage, ana: Human, chance: random.Random) -> None:
    """First contact, a regimen, a reminder, a check-in, each answered and each killed once."""
    steps: list[tuple[str, Callable[[], object], Callable[[], bool]]] = [
        ("welcome", lambda: ana.say("/start"), lambda: shows(ana, "Hello, I am Dosebook")),
        ("zone", lambda: ana.tap("I agree"), lambda: shows(ana, "Where do you live?")),
        ("time", lambda: ana.tap("London"), lambda: shows(ana, "When shall I ask")),
        ("day", lambda: ana.tap("20:00"), lambda: shows(ana, "On which day")),
        ("ready", lambda: ana.tap("Sunday"), lambda: shows(ana, "Where things stand")),
        ("preview", lambda: ana.say("/add Vitamin X 1 mg tablet every day at 8:00"), lambda: "Save" in labels(ana)),
        ("saved", lambda: ana.tap("Save"), lambda: shows(ana, "Saved")),
        ("check-in", lambda: stage.go(timedelta(hours=11)), lambda: shows(ana, CHECKIN) or "Check in" in labels(ana)),
        ("sheet", lambda: open_checkin(ana), lambda: shows(ana, CHECKIN)),
        ("fatigue", lambda: ana.tap("3"), lambda: shows(ana, "Fatigue 3")),
        ("tingling", lambda: ana.tap("2"), lambda: shows(ana, "Tingling 2")),
        ("cramps", lambda: ana.tap("1"), lambda: shows(ana, "Cramps 1")),
        ("reminder", lambda: stage.go(timedelta(hours=12)), lambda: shows(ana, "Vitamin X")),
        ("due", lambda: None, lambda: any("Taken" in m.labels for m in ana.chat)),
        ("taken", lambda: ana.tap("Taken"), lambda: shows(ana, "taken at")),
    ]
    for name, act, seen in steps:
        await act_and_kill(stage, chance, act)
        if name in ("reminder", "check-in"):
            stage.go(timedelta(minutes=2))  # past the lease of the courier that was killed
        await stage.until(seen, name)


def open_checkin(ana: Human) -> None:
    """A bot killed before it noticed the jump takes it for an outage, and offers the check-in as a button."""
    if not shows(ana, CHECKIN):
        ana.tap("Check in")


def shows(ana: Human, text: str) -> bool:
    return any(text in message.body for message in ana.chat if message.from_bot)


def labels(ana: Human) -> list[str]:
    return [label for message in ana.chat for label in message.labels]


@pytest.mark.parametrize("seed", [1])
async def test_each_update_is_applied_once_and_no_reminder_is_missing(tmp_path: Path, seed: int) -> None:
    async with stage(tmp_path, at("2026-03-02 09:00"), free_port()) as theatre:
        ana = theatre.sim.join(1001, "Ana", "en")
        theatre.start()
        await converse(theatre, ana, random.Random(seed))
        await theatre.until(lambda: not theatre.sim.pending(), "the last acknowledgement")
        theatre.kill()
        assert theatre.kills > 10
    check(tmp_path, updates=sum(not message.from_bot for message in ana.chat) + len(theatre.sim.world.queries))
    reminders = [message for message in ana.chat if message.from_bot and "Vitamin X, 1 mg" in message.body]
    assert 1 <= len([m for m in reminders if "due" in m.body or "taken" in m.body]) <= 1 + theatre.kills


def check(folder: Path, updates: int) -> None:
    """What the database holds after all the kills."""
    with sqlite3.connect(folder / "dosebook.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM inboxupdate WHERE applied_at IS NULL").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM inboxupdate WHERE error_id IS NOT NULL").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM inboxupdate").fetchone() == (updates,)
        assert db.execute("SELECT count(*) FROM regimen").fetchone() == (1,)
        assert db.execute("SELECT value FROM rating ORDER BY symptom_id").fetchall() == [(3,), (2,), (1,)]
        assert db.execute("SELECT kind FROM intake").fetchall() == [("taken",)]
    db.close()
