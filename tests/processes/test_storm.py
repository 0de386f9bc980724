"""Ten kills among many people: no reminder is missing, no update applied twice, no summary sent twice."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.browser.phone import free_port
from tests.processes.stage import stage
from tests.processes.storm import BEGIN, Storm, populate

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(600)]

PEOPLE, DAYS = 120, 5  # two kills a day


async def test_ten_kills_lose_nothing_and_repeat_little(tmp_path: Path) -> None:
    await populate(tmp_path, PEOPLE)
    async with stage(tmp_path, BEGIN, free_port()) as theatre:
        people = [theatre.sim.join(1001 + number, "Ana", "en") for number in range(PEOPLE)]
        storm = Storm(theatre, people, random.Random(1))
        await storm.begin()
        for number in range(DAYS):
            await storm.day(number)
        assert theatre.kills == 2 * DAYS
        theatre.kill()
    storm.check()
