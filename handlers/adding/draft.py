"""What is known so far of something being added. It is the draft row and nothing else, so any replica can go on."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, replace
from datetime import time
from typing import Any

from journal import timing
from journal.timing import Phase, Plan

KIND = "add"  # of the draft row
PREVIEW, CHANGE = "preview", "change"  # what is open once nothing is missing; "change.<field>": for which part
AFTER = "after"  # what is open while it is asked what it starts after
EVERY_PART = -1  # as `part`: all of them


@dataclass(frozen=True, slots=True)
class Sketch:
    """The answers so far. `open` is the key of the open question, PREVIEW or CHANGE; `id` is in its buttons.

    `line` holds typed words that are not wholly understood yet: `wants` is the question that they lead to,
    `needed` how many answers it has; `times` (minutes after midnight) and `weekdays` are the answers so far.
    `named` says that `label` is not among those words. `plan` may have gaps: no times, no start, steps of 0.
    `asks` are the keys of questions that only some plans need. `part` is the place of the phase that is asked
    about, `follows` says that another one comes after it. None in `dose_text` and `route`: not asked yet, which
    matters when `guided`. `why`, with `facts`, is the Fluent id of what was wrong with the last answer; `dates`
    are what it can mean, `chosen` the buttons that are on.

    With `link` it starts `link_hours` after the first intake of that other regimen.
    A `regimen` that exists is being changed from the ISO date `since` on; `anchored`: its new start was typed.
    """

    id: str
    open: str = ""
    guided: bool = False
    label: str = ""
    named: bool = False
    dose_text: str | None = None
    route: str | None = None
    line: str = ""
    wants: str = ""
    needed: int = 0
    times: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, ...], ...] = ()
    plan: Plan | None = None
    asks: tuple[str, ...] = ()
    part: int = 0
    follows: bool = False
    assumed: tuple[str, ...] = ()
    why: str = ""
    facts: dict[str, str | int] | None = None
    dates: tuple[str, ...] = ()
    chosen: tuple[int, ...] = ()
    regimen: int = 0
    since: str = ""
    anchored: bool = False
    link: int = 0
    link_hours: int = 0

    @property
    def first(self) -> Phase | None:
        """The first phase; None when nothing is planned ahead or known."""
        return self.plan.phases[0] if self.plan and self.plan.phases else None

    @property
    def current(self) -> Phase | None:
        """The phase that is asked about; None while nothing is known of it."""
        phases, place = self.plan.phases if self.plan else (), max(self.part, 0)
        return phases[place] if place < len(phases) else None

    @property
    def before(self) -> tuple[Phase, ...]:
        """The phases before the one that is asked about."""
        return self.plan.phases[: max(self.part, 0)] if self.plan else ()


def fresh(**known: Any) -> Sketch:
    """Return a new sketch under a new id: buttons of earlier ones do nothing to it."""
    return Sketch(secrets.token_hex(3), **known)


def renamed(sketch: Sketch) -> Sketch:
    """Return the sketch under another id, so that the buttons of what it showed before are out of date."""
    return replace(sketch, id=secrets.token_hex(3))


def with_first(sketch: Sketch, **fields: Any) -> Sketch:
    """Return the sketch with other fields in the first phase of its plan."""
    return replace(with_phase(replace(sketch, part=0), **fields), part=sketch.part)


def with_phase(sketch: Sketch, **fields: Any) -> Sketch:
    """Return the sketch with other fields in the phase that is asked about."""
    assert sketch.plan is not None
    phases, place = list(sketch.plan.phases), max(sketch.part, 0)
    phases[place] = replace(phases[place], **fields)
    return replace(sketch, plan=replace(sketch.plan, phases=tuple(phases)))


def with_timing(sketch: Sketch, **fields: Any) -> Sketch:
    """Return the sketch with other fields in the timing of that phase."""
    assert sketch.current is not None
    return with_phase(sketch, timing=replace(sketch.current.timing, **fields))


def without(sketch: Sketch, *keys: str) -> tuple[str, ...]:
    """Return the questions that `sketch.asks`, less these."""
    return tuple(key for key in sketch.asks if key not in keys)


def wrong(sketch: Sketch, why: str, **facts: str | int) -> Sketch:
    """Return the sketch with the open question still open, and what was wrong with the answer."""
    return replace(sketch, why=why, facts=facts)


def dump(sketch: Sketch) -> dict[str, Any]:
    """Return the sketch as JSON values."""
    shape = asdict(replace(sketch, plan=None))
    return shape | {"plan": timing.plan_to_json(sketch.plan) if sketch.plan else None}


def load(shape: dict[str, Any]) -> Sketch:
    """Read `dump` back, lists as tuples."""
    plan = timing.plan_from_json(shape["plan"]) if shape["plan"] else None
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in shape.items()}
    weekdays = tuple(tuple(days) for days in shape["weekdays"])
    return Sketch(**known | {"plan": plan, "weekdays": weekdays})


def clock(minutes: int) -> time:
    """Return the time of day so many minutes after midnight. Raises ValueError outside of a day."""
    return time(*divmod(minutes, 60))


def minutes(at: time) -> int:
    """Return the minutes after midnight."""
    return at.hour * 60 + at.minute
