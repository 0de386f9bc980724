"""The test world: the composed bot (one or several replicas over one database) against the simulator, in process.

Nothing here waits: `settle` runs every replica until nothing is left to do, `go` lives through time event by event.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import App, compose
from journal import notices
from settings import Settings, load_settings
from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.door import InProcessRequest
from simulator.people import Human

TOKEN = "4242" + ":" + "x" * 35
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday in London's winter


class World:
    """One Telegram, one clock, one database, and the replicas that take turns."""

    def __init__(self, folder: Path, language: str = "en", start: datetime = START) -> None:
        self.folder, self.language = folder, language
        self.database_url = f"sqlite+aiosqlite:///{folder / 'dosebook.db'}"
        self.clock = PretendClock(start)
        self.sim = Simulator(self.clock, TOKEN)
        self.replicas: list[App] = []
        self._turn = 0

    @property
    def app(self) -> App:
        """The replica whose turn it is."""
        return self.replicas[self._turn % len(self.replicas)]

    def settings(self) -> Settings:
        """The settings of every replica."""
        settings = load_settings(None)
        return settings.model_copy(
            update={
                "telegram_bot_token": settings.telegram_bot_token.__class__(TOKEN),
                "database_url": self.database_url,
                "key_file": self.folder / "key",
                "access": "open",
                "messages_per_second": 0.0,
            }
        )

    async def open(self, replicas: int = 2) -> None:
        """Compose the replicas."""
        for _ in range(replicas):
            await self.add_replica()

    async def add_replica(self, **changes: object) -> App:
        """Compose one more replica over the same database."""
        settings = self.settings().model_copy(update=changes)
        app = await compose(settings, self.clock, InProcessRequest(self.sim), strict=True)
        await app.start()
        self.replicas.append(app)
        return app

    async def close(self) -> None:
        """Let go of the database."""
        for app in self.replicas:
            await app.close()

    async def restart(self) -> None:
        """Replace every replica by a fresh process, as after a kill."""
        count = len(self.replicas)
        await self.close()
        self.replicas.clear()
        await self.open(count)
        for app in self.replicas:
            await app.inbox.recover()

    async def settle(self) -> None:
        """Let the replicas take turns until no update and no due notice is left."""
        while True:
            self._turn += 1
            received = await self.app.poller.once()
            await self.app.inbox.drain()
            await self.app.courier.lap()
            if not received and not self.sim.pending():
                return

    async def next_due(self) -> datetime | None:
        """When the next notice is due."""
        async with self.app.db.read() as tx:
            return await notices.next_due(tx)

    async def go(self, until: datetime | timedelta) -> None:
        """Live until a moment, or for a while, event by event."""
        target = self.clock.now() + until if isinstance(until, timedelta) else until
        await self.settle()
        while await self.step(target):
            pass
        await self._to(target)

    async def step(self, until: datetime) -> bool:
        """Live to the next event up to a moment; whether there is one."""
        due = await self.next_due()
        if due is None or due > until:
            return False
        await self._to(max(due, self.clock.now()))
        return True

    async def _to(self, moment: datetime) -> None:
        await self.app.courier.lived(moment)
        self.clock.set(moment)
        await self.settle()

    async def outage(self, until: datetime | timedelta) -> None:
        """Have the bot down until a moment, or for a while; then it is back."""
        self.clock.set(self.clock.now() + until if isinstance(until, timedelta) else until)
        await self.restart()
        await self.settle()

    async def say(self, person: Human, text: str) -> str:
        """The person types `text`; returns the bot's newest message as it then stands."""
        person.say(text)
        await self.settle()
        return person.last.body

    async def tap(self, person: Human, label: str, message: int | None = None) -> str:
        """The person presses a button; returns the bot's newest message as it then stands."""
        person.tap(label, message)
        await self.settle()
        return person.last.body

    async def arrive(
        self, name: str = "Ana", user_id: int = 1001, zone: str = "Europe/London", checkin: str = "20:00"
    ) -> Human:
        """A person who has answered everything at first contact: check-in 20:00, summary on Sunday."""
        person = self.sim.join(user_id, name, self.language)
        await self.say(person, "/start")
        person.tap_data(person.last.id, "1ag")
        await self.settle()
        await self.say(person, zone)
        await self.say(person, checkin)
        person.tap_data(person.last.id, "1sd|6")
        await self.settle()
        return person

    async def take(self, person: Human, line: str) -> None:
        """Have the person add and save what one line says."""
        await self.say(person, f"/add {line}")
        await self.tap(person, "Save" if self.language == "en" else saved_label(person))


def saved_label(person: Human) -> str:
    """The label of the newest message's button that saves, whatever the language."""
    return next(label for row in person.last.buttons for label, data in row if data.startswith("1sv|"))


def at(text: str) -> datetime:
    """The UTC moment written as "2026-03-02 08:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
