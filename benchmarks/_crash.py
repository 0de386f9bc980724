"""`make bench-crash`: the bot as a process, killed by SIGKILL 200 times among hundreds of people.

It raises for a reminder that is missing or repeated more often than kills explain, an update that was not applied
exactly once, a summary that came twice, or a damaged database; else it prints what it counted. An argument sets how
many kills.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from pathlib import Path

from tests.browser.phone import free_port
from tests.processes.stage import stage
from tests.processes.storm import BEGIN, Storm, populate

PEOPLE, KILLS = 300, 200
EACH = 4  # kills in a burst, and as many among the answers


async def main(kills: int) -> None:
    """Kill eight times a day until it was done so often, then look."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await populate(folder, PEOPLE)
        async with stage(folder, BEGIN, free_port()) as theatre:
            people = [theatre.sim.join(1001 + number, "Ana", "en") for number in range(PEOPLE)]
            storm = Storm(theatre, people, random.Random(1), EACH)
            await storm.begin()
            for number in range(kills // (2 * EACH)):
                await storm.day(number)
                print(f"day {number + 1}: {theatre.kills} kills", flush=True)
            theatre.kill()
        storm.check()
    days = len(storm.days)
    sent = sum(len(storm.reminders(human, day)) for human in people for day in storm.days)
    print(f"{PEOPLE} people, {days} days, {theatre.kills - 1} kills in bursts and among {storm.sent} messages and taps")
    print(f"{PEOPLE * days} reminders due, none missing, {sent - PEOPLE * days} came twice; every update applied once")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
