"""A file that always holds the simulator's state."""

from __future__ import annotations

import os
from pathlib import Path

from simulator.clock import PretendClock
from simulator.core import Simulator


def open_simulator(path: Path | None, clock: PretendClock, token: str) -> Simulator:
    """The simulator written in `path`, or a new one; from then on each change is written there at once."""
    if path is not None and path.exists():
        simulator = Simulator.from_json(path.read_bytes(), clock, token)
        clock.set(simulator.world.moment)
    else:
        simulator = Simulator(clock, token)
    if path is not None:
        simulator.watchers.append(lambda: write(simulator, path))
    return simulator


def write(simulator: Simulator, path: Path) -> None:
    """Replace the file in one step, so that a crash leaves the old state or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(simulator.to_json(), encoding="utf-8")
    os.replace(fresh, path)
