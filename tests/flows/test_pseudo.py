"""The whole main path in the pseudo-language: every sentence and every label comes through locales/."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from simulator.people import Human
from tests.flows.seeds import rate
from tests.flows.talk import PSEUDO, Overheard, do, press, shows
from tests.world import World, at

OWN = frozenset({"vitamin", "x", "mcg", "qps"})  # "qps": a language is shown by its own name
SUNDAY = at("2026-03-15 09:00")
NAMED = {"1zo", "1pa", "1pq"}  # buttons that bear the name of a place or a regimen


@pytest.fixture
async def talker(fresh_database: Path) -> AsyncIterator[World]:
    world = World(fresh_database, language=PSEUDO)
    await world.open(1)
    yield world
    await world.close()


async def test_the_main_path_speaks_one_language(talker: World) -> None:
    ana = talker.sim.join(1001, "Ana", PSEUDO)
    overheard = Overheard(talker, ana)
    await do(talker, ana, "/start", "[I agree]", "[London]", "[20:00]", "[Sunday]")
    assert shows(talker, ana, "Where things stand")
    await do(talker, ana, "/add", "Vitamin X", "1000 mcg", "[Tablet]", "[Every day]", "8:00", "[Today]", "[Save]")
    assert shows(talker, ana, "Saved")
    await a_day(talker, ana)
    await a_summary_with_a_prompt(talker, ana)
    await do(talker, ana, "/help", "/status", "/privacy", "/today", "/regimens", "[Vitamin X]", "/trends", "[4 weeks]")
    await do(talker, ana, "/history", "/settings", "/pause", "/log", "/cancel", "/delete", "[No, keep it]")
    await do(talker, ana, "/delete", "[Yes, delete everything]")
    assert overheard.foreign(OWN) == []
    assert all(toast == "" or toast.startswith("⟦") for toast in ana.toasts)


async def a_day(world: World, ana: Human) -> None:
    """A reminder that is put off, taken and undone; a check-in with a note."""
    await world.go(at("2026-03-03 08:00"))
    assert shows(world, ana, "Dose due 08:00")
    await do(world, ana, "[Snooze]", "[1 hour]")
    await world.go(at("2026-03-03 09:00"))
    await do(world, ana, "[Taken]", "[Undo]", "[Skip]", "[Undo]", "[Taken]")
    assert shows(world, ana, "taken at 09:00")
    await world.go(at("2026-03-03 20:00"))
    await do(world, ana, "[3]", "[Skip]", "[5]", "[Change]", "[Cramps]", "[4]", "[Add a note]", "/cancel")


async def a_summary_with_a_prompt(world: World, ana: Human) -> None:
    """Tingling lasts for two weeks: the summary says it, and the answer is noted."""
    await rate(world, ana, "tingling", date(2026, 3, 4), [5] * 11)
    world.clock.set(SUNDAY - timedelta(hours=1))
    await world.app.courier.lived(world.clock.now())
    await world.go(SUNDAY)
    await press(world, ana, "I've booked")
    summary = next(message for message in reversed(ana.chat) if message.photo)
    assert "⟦Ñóţéð" in summary.body


async def test_each_label_that_is_no_name_or_number_is_in_brackets(talker: World) -> None:
    ana = await talker.arrive()
    await do(
        talker, ana, "/add Vitamin X 1000 mcg tablet every day at 8:00", "[Save]", "/checkin", "/settings", "/pause"
    )
    buttons = [button for message in ana.chat for row in message.buttons for button in row]
    names = [label for label, data in buttons if "⟦" not in label and any(map(str.isalpha, label))]
    assert {data[:3] for label, data in buttons if label in names} <= NAMED, names
