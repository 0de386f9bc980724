"""A simulated year of three people through the real chat: mild and stable, improving, and wearing off."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.flows.yearly import SYMPTOMS, Year
from tests.world import World, at

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

BEGIN, END = date(2026, 3, 2), at("2027-03-01 12:00")
MILD = {"fatigue": 2.0, "tingling": 1.0, "cramps": 0.5}
FIRST_INJECTION = date(2026, 3, 3)


def improving(symptom: str, day: date) -> float:
    """From bad to mild within eight months."""
    left = max(0.0, 1 - (day - BEGIN).days / 240)
    return {"fatigue": 2 + 5 * left, "tingling": 1 + 4 * left, "cramps": 1.0}[symptom]


def wearing_off(symptom: str, day: date) -> float:
    """Worse in the last three weeks before each injection, every twelve weeks."""
    into = (day - FIRST_INJECTION).days % 84
    return MILD[symptom] + (3.5 if into >= 63 and symptom != "cramps" else 0.0)


def shown(value: float) -> str:
    return str(Decimal(value).quantize(Decimal("0.1"), ROUND_HALF_UP))


def keep(year: Year, name: str) -> None:
    """Leave summaries, prompts and pictures in the folder that YEARS names, to be looked at."""
    if folder := os.environ.get("YEARS"):
        target = Path(folder) / name
        target.mkdir(parents=True, exist_ok=True)
        chat = [message for message in year.person.chat if message.from_bot]
        (target / "chat.txt").write_text("\n\n".join(f"{m.date:%Y-%m-%d %H:%M} {m.body}\n{m.labels}" for m in chat))
        for number, message in enumerate(year.summaries()):
            if message.photo and number % 4 == 3:
                (target / f"week-{number + 1:02}.png").write_bytes(message.photo)


def check_averages(year: Year) -> None:
    """Each summary says the averages of its own week, and there is one for each week."""
    assert len(year.summaries()) == 52
    for message in year.summaries():
        last = message.date.date() - timedelta(days=1)
        for symptom in SYMPTOMS:
            mean = year.mean(symptom, last)
            line = next(line for line in message.body.splitlines() if line.lower().startswith(symptom))
            assert ("not enough" in line) if mean is None else (f" {shown(mean)} on average" in line), (last, line)


async def test_mild_and_stable_is_left_in_peace(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1000 mcg tablet every day at 8:00")
    year = Year(world, ana, lambda symptom, day: MILD[symptom])
    await year.live(END)
    keep(year, "stable")
    check_averages(year)
    assert year.prompts() == []
    assert len(year.taken) == 364
    assert all("7 of 7 doses" in message.body for message in year.summaries()[1:])


async def test_improving_hears_less_and_then_nothing(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg injection every 2 months from 3 Mar 2026 at 10:00")
    year = Year(world, ana, improving)
    await year.live(END)
    keep(year, "improving")
    check_averages(year)
    assert year.prompts()
    assert max(message.date for message in year.prompts()) < at("2026-10-01 00:00")
    assert 1 <= len(year.prompts()) <= 8
    answer = await world.say(ana, "/trends")
    assert "Fatigue" in answer


def before(injection: date, day: date) -> bool:
    """Whether a day lies in the three weeks before an injection, or in the week after it."""
    return injection - timedelta(days=21) <= day <= injection + timedelta(days=7)


async def test_wearing_off_is_noticed_before_each_injection(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg injection every 12 weeks from 3 Mar 2026 at 10:00")
    year = Year(world, ana, wearing_off)
    await year.live(END)
    keep(year, "wearing-off")
    check_averages(year)
    assert [day.isoformat() for day in year.taken] == [
        "2026-03-03", "2026-05-26", "2026-08-18", "2026-11-10", "2027-02-02"
    ]  # fmt: skip
    booked = [m.date.date().isoformat() for m in ana.chat if m.from_bot and re.search(r"in 14 days", m.body)]
    assert booked == ["2026-05-12", "2026-08-04", "2026-10-27", "2027-01-19"]
    for injection in year.taken[1:]:
        assert any(before(injection, m.date.date()) for m in year.prompts()), injection
    assert all(any(before(each, m.date.date()) for each in year.taken) for m in year.prompts())
