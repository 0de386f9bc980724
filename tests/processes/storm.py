"""Many people, bursts of reminders, taps and typed answers, and a bot that is killed in the middle of all of it."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from journal import intakes, keys, planning, regimens
from journal.tables import Person
from journal.timing import Phase, Plan, Timing
from journal.transaction import Database
from migrations.upgrade import upgrade
from simulator.messages import ChatMessage
from simulator.people import Human
from tests.processes.stage import Stage

BEGIN = datetime(2026, 3, 6, 7, 50, tzinfo=UTC)  # a Friday in London's winter: the first summary comes on Sunday
PLAN = Plan((Phase(Timing(times=(time(8),)), start=date(2026, 3, 6)),))
LEASE = timedelta(seconds=61)
PATIENCE = 10  # leases
WORKING, STARTING = 1.5, 5.0  # seconds until a kill, of a bot at work and of one that was just started
REACHED = ("Dose due", "Vitamin X, 1 mg:", "I was offline")


async def populate(folder: Path, people: int) -> None:
    """Make people who take something each day at 08:00, and get a summary on Sundays."""
    url = f"sqlite+aiosqlite:///{folder / 'dosebook.db'}"
    upgrade(url)
    db = Database(url)
    await keys.unlock(db, "", folder / "key")
    async with db.write() as tx:
        for number in range(people):
            person = Person(chat_id=1001 + number, zone="Europe/London", created_at=BEGIN, agreed_at=BEGIN)
            person.checkin_at, person.summary_weekday, person.admitted_at = time(23, 50), 6, BEGIN
            tx.add(person)
            await tx.flush()
            await tx.refresh(person)
            await regimens.add(tx, person, "Vitamin X", "1 mg", "tablet", PLAN, BEGIN)
            await planning.everything(tx, person, BEGIN)
    await db.close()


@dataclass
class Storm:
    """What was done to the bot, day by day, and what it is held to afterwards."""

    stage: Stage
    people: list[Human]
    chance: random.Random
    kills: int = 1  # in each burst, and among what follows it
    days: list[date] = field(default_factory=list)
    tapped: Counter[int] = field(default_factory=Counter)
    sent: int = 0

    async def begin(self) -> None:
        """Everybody writes first, as Telegram wants it of people."""
        for human in self.people:
            human.say("/start")
            self.sent += 1
        self.stage.start()
        await self.stage.until(lambda: all(len(human.chat) > 1 for human in self.people), "the first answers")

    async def day(self, number: int) -> None:
        """One morning: the burst, kills in it; taps and typed words, kills among them; then all of it settles."""
        morning = datetime.combine(BEGIN.date(), time(8), UTC) + timedelta(days=number)
        self.days.append(morning.date())
        self.stage.go(morning + timedelta(seconds=1) - self.stage.clock.now())
        await self._killed()
        await self._wait_for_all()
        for human in self.chance.sample(self.people, len(self.people) // 3):
            self._answer(human)
        await self._killed()
        await self._applied()  # before the clock jumps: Telegram drops taps that waited for two and a half minutes
        self.stage.go(timedelta(minutes=70))  # through the summaries' hour
        await self._applied()

    async def _applied(self) -> None:
        await self.stage.until(lambda: not self.stage.sim.pending() and self._settled(), "the last update")

    async def _wait_for_all(self) -> None:
        """Go on by a lease at a time: what a killed courier held, and what is of unknown fate, comes after it."""
        for _ in range(PATIENCE):
            self.stage.go(LEASE)
            for _ in range(100):
                if all(self.reminders(human, self.days[-1]) for human in self.people):
                    return
                await self.stage.pause(0.1)
        raise AssertionError(f"reminders of {self.days[-1]} are missing")

    async def _killed(self) -> None:
        """At a random moment of the work; the next ones perhaps while it starts."""
        for number in range(self.kills):
            await self.stage.pause(self.chance.random() * (STARTING if number else WORKING))
            self.stage.kill()
            self.stage.start()

    def _answer(self, human: Human) -> None:
        open_ones = [message for message in human.chat if message.from_bot and "Taken" in message.labels]
        if open_ones and self.chance.random() < 0.7:
            human.tap("Taken", open_ones[-1].id)
            self.tapped[human.id] += 1
        else:
            human.say(self.chance.choice(("/today", "/history", "good morning", "/stock")))
        self.sent += 1

    def reminders(self, human: Human, day: date) -> list[ChatMessage]:
        """The messages of a day that brought up its dose."""
        return [m for m in human.chat if m.from_bot and m.date.date() == day and m.body.startswith(REACHED)]

    def _settled(self) -> bool:
        """Whether every stored update is applied."""
        with closing(sqlite3.connect(self.stage.folder / "dosebook.db")) as db:
            waiting: tuple[int] = db.execute("SELECT count(*) FROM inboxupdate WHERE applied_at IS NULL").fetchone()
        return waiting == (0,)

    def check(self) -> None:
        """Raise AssertionError for a reminder that is missing, or anything that was done twice."""
        extra = 0
        for human in self.people:
            for day in self.days:
                found = len(self.reminders(human, day))
                assert 1 <= found <= 1 + self.stage.kills, (human.id, day, found)
                extra += found - 1
            weeks = Counter(m.body.split("\n")[0] for m in human.chat if m.from_bot and m.body.startswith("Your week"))
            assert max(weeks.values(), default=0) <= 1, (human.id, weeks)
        assert extra <= self.stage.kills * 64, extra  # no more than a kill can have had under way
        self._check_rows()

    def _check_rows(self) -> None:
        with closing(sqlite3.connect(self.stage.folder / "dosebook.db")) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert db.execute("SELECT count(*) FROM inboxupdate WHERE applied_at IS NULL").fetchone() == (0,)
            assert db.execute("SELECT count(*) FROM inboxupdate WHERE error_id IS NOT NULL").fetchone() == (0,)
            assert db.execute("SELECT count(*) FROM inboxupdate").fetchone() == (self.sent,)
            taken = db.execute("SELECT count(*) FROM intake WHERE kind = ?", (intakes.TAKEN,)).fetchone()[0]
            assert 0 < taken <= sum(self.tapped.values())
