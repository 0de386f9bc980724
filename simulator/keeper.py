"""A file that always holds the simulator's state: each change is one more line, and the last whole line counts."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.messages import ChatMessage
from simulator.world import World


@dataclass
class Line:
    """The world as it stood, without what only grows: of the messages, those that changed since the line before."""

    world: World
    messages: list[ChatMessage]


_LINE = TypeAdapter(Line)


def open_simulator(path: Path | None, clock: PretendClock, token: str) -> Simulator:
    """The simulator written in `path`, or a new one; from then on each change is written there at once."""
    world = read(path) if path is not None and path.exists() else None
    simulator = Simulator(clock, token, world=world)
    if world is not None:
        clock.set(world.moment)
    if path is not None:
        simulator.watchers.append(Keeper(simulator, path).note)
    return simulator


class Keeper:
    """Writes one simulator's changes to one file, which it begins anew with the first of them."""

    def __init__(self, simulator: Simulator, path: Path) -> None:
        self._sim, self._path = simulator, path
        self._revision = 0
        self._begun = False

    def note(self) -> None:
        """Add what changed; a crash leaves the state before it or after it."""
        line = _LINE.dump_json(self._changes()) + b"\n"
        self._revision = self._sim.world.revision
        if self._begun:
            with self._path.open("ab") as file:
                file.write(line)
        else:
            self._begin(line)

    def _changes(self) -> Line:
        world = self._sim.world
        chats = {ident: replace(chat, messages={}) for ident, chat in world.chats.items()}
        asked = {ident: query for ident, query in world.queries.items() if not query.answered}
        light = replace(world, moment=self._sim.clock.now(), chats=chats, queries=asked, toasts=[])
        everything = [message for chat in world.chats.values() for message in chat.messages.values()]
        return Line(light, [message for message in everything if message.revision > self._revision])

    def _begin(self, line: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_bytes(line)
        os.replace(fresh, self._path)
        self._begun = True


def read(path: Path) -> World | None:
    """The world as the last whole line left it; None when there is none."""
    lines = [_LINE.validate_json(line) for line in path.read_bytes().split(b"\n")[:-1]]
    if not lines:
        return None
    world = lines[-1].world
    latest = {message.id: message for line in lines for message in line.messages}
    for ident in sorted(latest):
        world.chats[latest[ident].chat_id].messages[ident] = latest[ident]
    return world
