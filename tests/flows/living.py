"""Lives as text: reads a file of tests/flows/lives/ (its README has the language) and lives it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from simulator.people import Human
from tests.flows.seeds import rate_nothing
from tests.world import World

DAY = "%a %d %b %Y"
SECOND = "(second time) "


class Life:
    """One file being lived by one person."""

    def __init__(self, world: World, ana: Human, zone: ZoneInfo) -> None:
        self.world, self.ana, self.zone = world, ana, zone
        self.day = datetime(2026, 3, 2).date()
        self.heard = len(self.said)

    @property
    def new(self) -> list[str]:
        """What the bot has sent since the line before."""
        return self.said[self.heard :]

    @property
    def said(self) -> list[str]:
        """Every message of the bot as it now stands."""
        return [message.body for message in self.ana.chat if message.from_bot]

    def moment(self, clock: str, second: bool = False) -> datetime:
        """The UTC moment of a time on the wall; the first one where it happens twice, unless the second is meant."""
        hour, minute = map(int, clock.split(":"))
        day = self.day
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.zone, fold=int(second)).astimezone(UTC)

    async def line(self, text: str) -> None:
        """Live one line."""
        for pattern, verb in VERBS.items():
            if found := re.fullmatch(pattern, text):
                await verb(self, *found.groups())
                return
        clock, rest = text.split(" ", 1)
        plain = rest.removeprefix(SECOND)
        await self.world.go(max(self.moment(clock, plain != rest), self.world.clock.now()))
        for pattern, deed in DEEDS.items():
            if found := re.fullmatch(pattern, plain):
                await deed(self, *found.groups())
                self.heard = self.heard if deed in UNHEARD else len(self.said)
                return
        raise AssertionError(f"nobody understands {text!r}")


async def on_day(life: Life, day: str) -> None:
    life.day = datetime.strptime(day, DAY).date()  # noqa: DTZ007 - a day in the life's zone
    assert life.day.strftime("%a") == day[:3], f"{day} is no {day[:3]}"


async def in_zone(life: Life, zone: str) -> None:
    life.zone = ZoneInfo(zone)


async def says(life: Life, text: str) -> None:
    await life.world.say(life.ana, text)


async def taps(life: Life, label: str) -> None:
    await life.world.tap(life.ana, label)


async def taps_on(life: Life, label: str, text: str) -> None:
    shown = [m for m in life.ana.chat if m.from_bot and text in m.body]
    assert shown, f"no message with {text!r}"
    await life.world.tap(life.ana, label, shown[-1].id)


async def sends(life: Life, what: str) -> None:
    {"sticker": life.ana.send_sticker, "voice message": life.ana.send_voice, "photo": life.ana.send_photo}[what]()
    await life.world.settle()


async def forwards(life: Life, text: str) -> None:
    life.ana.forward(text)
    await life.world.settle()


async def rewrites(life: Life, text: str) -> None:
    mine = [message for message in life.ana.chat if not message.from_bot]
    life.ana.edit(mine[-1].id, text)
    await life.world.settle()


async def sees(life: Life, text: str) -> None:
    assert text in life.ana.last.body


async def sees_not(life: Life, text: str) -> None:
    assert text not in life.ana.last.body


async def sees_covered(life: Life, text: str) -> None:
    last = life.ana.last
    covered = [last.body[e["offset"] :][: e["length"]] for e in last.entities if e["type"] == "spoiler"]
    assert text in covered, covered


async def saw(life: Life, text: str, times: str) -> None:
    assert sum(text in body for body in life.said) == int(times)


async def has_buttons(life: Life, label: str) -> None:
    assert any(each.startswith(label) for each in life.ana.last.labels), life.ana.last.labels


async def has_no_buttons(life: Life, label: str) -> None:
    assert not [m.body for m in life.ana.chat if any(each.startswith(label) for each in m.labels)]


async def hears_nothing(life: Life) -> None:
    assert not life.new, life.new


async def hears(life: Life, text: str) -> None:
    assert len(life.new) == 1, life.new
    assert text in life.new[0]


async def hears_among(life: Life, text: str) -> None:
    assert sum(text in body for body in life.new) == 1, life.new


async def is_told(life: Life, text: str) -> None:
    assert life.ana.toasts[-1] == text, life.ana.toasts[-1]


async def blocks(life: Life) -> None:
    life.ana.block()
    await life.world.settle()


async def unblocks(life: Life) -> None:
    life.ana.unblock()
    await life.world.settle()


async def shares(life: Life, latitude: str, longitude: str) -> None:
    life.ana.share_location(float(latitude), float(longitude))
    await life.world.settle()


async def is_down(life: Life, day: str, clock: str) -> None:
    await on_day(life, day)
    await life.world.outage(life.moment(clock))


async def is_killed(life: Life) -> None:
    await life.world.restart()
    await life.world.settle()


VERBS: dict[str, Callable[..., Awaitable[None]]] = {r"== (.+)": on_day, r"zone (\S+)": in_zone}
DEEDS: dict[str, Callable[..., Awaitable[None]]] = {
    r'Ana says "(.+)"': says,
    r'Ana taps "([^"]+)"': taps,
    r'Ana taps "([^"]+)" on "([^"]+)"': taps_on,
    r"Ana sends a (sticker|voice message|photo)": sends,
    r'Ana forwards "(.+)"': forwards,
    r'Ana changes what she wrote to "(.+)"': rewrites,
    r'Ana sees "(.+)" covered': sees_covered,
    r'Ana sees "(.+)"': sees,
    r'Ana does not see "(.+)"': sees_not,
    r'Ana saw "(.+)" (\d+) times?': saw,
    r'Ana has buttons "(.+)"': has_buttons,
    r'Ana has no buttons "(.+)"': has_no_buttons,
    r"Ana hears nothing": hears_nothing,
    r'Ana hears "(.+)"': hears,
    r'Ana hears "(.+)" among others': hears_among,
    r'Ana is told "(.+)"': is_told,
    r"Ana blocks the bot": blocks,
    r"Ana unblocks the bot": unblocks,
    r"Ana shares (\S+) (\S+)": shares,
    r"the bot is down until (.+) (\d\d:\d\d)": is_down,
    r"the bot is killed": is_killed,
}

UNHEARD = (is_down, is_killed)  # what comes while nobody looks counts for the next line


async def live(world: World, name: str, text: str) -> None:
    """Live a file's text from its first line to its last; a line that does not hold names itself."""
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1)]
    lines = [(n, text) for n, text in lines if text and not text.startswith("#")]
    first = next(at for at, (_, text) in enumerate(lines) if text.startswith("=="))
    life = await _born(world, [text for _, text in lines[:first]])
    for number, text in lines[first:]:
        try:
            await life.line(text)
        except AssertionError as error:
            raise AssertionError(f"{name}:{number}: {text}\n{error}\nlast: {life.said[-1:]}") from error


async def _born(world: World, top: Sequence[str]) -> Life:
    """What the lines before the first day say: where and when it begins, and with what."""
    said = dict(line.partition(" ")[::2] for line in top)
    if "begins" in said:
        begin = datetime.strptime(said["begins"], DAY).replace(hour=9, tzinfo=UTC)
        world.clock.set(begin)
    ana = await world.arrive(zone=said["zone"])
    if "without" in said:
        await rate_nothing(world)
    return Life(world, ana, ZoneInfo(said["zone"]))
