"""Moves the demo's time event by event, so that a jumped week is a week lived and not an outage."""

from __future__ import annotations

from datetime import datetime, timedelta

from simulator.botprocess import BotProcess
from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.sample import Sample
from simulator.stage import SAMPLE_PEOPLE

MOMENT = timedelta(milliseconds=5)  # between two looks at what is not told
DOWN_STEP = timedelta(hours=1)  # while Telegram is away, the bot's many tries in between teach nothing


class Controls:
    """The clock and the bot of one demo. Without a running bot time passes all the same: that is an outage."""

    def __init__(self, bot: BotProcess, simulator: Simulator, clock: PretendClock) -> None:
        self._bot, self._sim, self._clock = bot, simulator, clock

    @property
    def running(self) -> bool:
        """Whether the bot runs."""
        return self._bot.running

    @property
    def ready(self) -> bool:
        """Whether the bot has started and answers."""
        return self._bot.ready

    async def run_bot(self, run: bool) -> None:
        """Start the bot, or kill it as a power cut would."""
        if run:
            await self._bot.start(self._clock.now())
        else:
            await self._bot.kill()

    async def next_event(self) -> datetime | None:
        """The moment of the next notice, aware UTC."""
        return await self._bot.next_due()

    async def advance(self, moment: datetime) -> None:
        """Live through everything that is due until `moment`, and then show it."""
        await self._bot.settle()
        due = await self._bot.next_due()
        while due is not None and due <= moment:
            goal = max(due, self._clock.now() + DOWN_STEP) if self._sim.faults else due
            due = await self._to(min(moment, goal))
        if self._clock.now() < moment:
            await self._to(moment)

    async def sample(self) -> None:
        """Have the sample patient live twelve weeks, in a demo that nobody has written in yet."""
        ana, bo, cy = (self._sim.join(*person) for person in SAMPLE_PEOPLE)
        await Sample(self._sim, self, ana, (bo, cy)).live()

    async def caught_up(self) -> None:
        """Return once a bot has fetched, applied and answered whatever people did."""
        while self._sim.pending() or not self._bot.running:
            await self._clock.sleep_until(self._clock.now() + MOMENT)
        await self._bot.settle()

    async def _to(self, moment: datetime) -> datetime | None:
        if moment > self._clock.now():
            self._clock.set(moment)
            self._sim.changed()  # the new time is kept over a restart
        return await self._bot.live(moment)
