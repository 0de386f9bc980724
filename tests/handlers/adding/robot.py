"""Enters any plan by buttons alone; numbers and dates without a button are typed."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from journal.timing import Phase, Plan, Unit
from locales import Words
from tests.handlers.adding.talk import Talk

WORDS = Words("en", strict=True)
WEEKDAYS = [WORDS.weekday(day) for day in range(7)]
STEPS = {Unit.DAYS: "Every few days", Unit.WEEKS: "Every few weeks", Unit.MONTHS: "Every few months"}
PLACES = {1: "First", 2: "Second", 3: "Third", 4: "Fourth", -1: "Last"}


def enter(plan: Plan, **talking: Any) -> Talk:
    """Return the talk at the preview of this plan."""
    robot = Robot(Talk(**talking))
    robot.enter(plan)
    return robot.talk


class Robot:
    """Taps where it can."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        talk.say("Vitamin X")
        talk.tap("Skip", "Skip")

    def enter(self, plan: Plan) -> None:
        if plan.as_needed:
            self.talk.tap("As needed")
            return
        first, *later = plan.phases
        assert first.start
        if later:
            self.talk.tap("Loading, then maintenance")
        elif first.end:
            self.talk.tap("A course that ends")
        self._part(first)
        if first.end:
            self._end(first)
        for phase in later:
            self._later(phase, phase is later[-1])
        self._date(first.start)
        for place, phase in enumerate(plan.phases):
            self._changed(place, phase, len(plan.phases) > 1)
        self._times_too(plan)
        assert self.talk.open == "preview", self.talk.text

    def _later(self, phase: Phase, is_last: bool) -> None:
        self._part(phase)
        if not is_last:
            self.talk.tap("Add another part")
        elif phase.end:
            self.talk.tap("This part ends too")
        if phase.end:
            self._end(phase)
        if is_last:
            self.talk.tap("That is all")

    def _part(self, phase: Phase) -> None:
        self._rhythm(phase)
        if self.talk.open == "times":
            self._at(phase.timing.times)

    def _rhythm(self, phase: Phase) -> None:
        timing, talk = phase.timing, self.talk
        unit, every = timing.unit, timing.every
        if unit is None:
            self._more("Certain days: 1, 3, 7 …")
            self._several(map(str, timing.offsets), [str(n) for n in timing.offsets])
        elif timing.cycle:
            self._more("Days on, days off")
            for days in timing.cycle:
                self._number(days)
        elif unit is Unit.HOURS:
            self._more("Every few hours")
            self._number(every)
            if timing.window:
                talk.say("{:%H:%M} to {:%H:%M}".format(*timing.window))
            else:
                talk.tap("Day and night")
        elif timing.last_day:
            self._more("Last day of the month")
            self._number(every)
        elif timing.nth_weekday:
            self._more("A weekday of the month")
            self._number(every)
            talk.tap(PLACES[timing.nth_weekday[0]], WEEKDAYS[timing.nth_weekday[1]])
        elif timing.days_of_month:
            self._more("Days of the month")
            self._number(every)
            talk.tap(*map(str, timing.days_of_month), "Done")
        else:
            self._common(phase)

    def _common(self, phase: Phase) -> None:
        timing, talk = phase.timing, self.talk
        unit, every = timing.unit, timing.every
        if timing.weekdays and every == 1:
            talk.tap("Chosen weekdays", *(WEEKDAYS[day] for day in timing.weekdays), "Done")
        elif timing.weekdays:
            self._more("Every few weeks on set days")
            self._number(every)
            talk.tap(*(WEEKDAYS[day] for day in timing.weekdays), "Done")
        elif unit is Unit.DAYS and every == 1 and timing.except_weekdays:
            self._more("Every day except some")
            talk.tap(*(WEEKDAYS[day] for day in timing.except_weekdays), "Done")
        elif unit is Unit.DAYS and every == 1:
            talk.tap("Every day")
        else:
            assert unit
            talk.tap(STEPS[unit])
            self._number(every)

    def _more(self, shape: str) -> None:
        self.talk.tap("More", shape)

    def _several(self, labels: Any, typed: list[str]) -> None:
        known = list(labels)
        if set(known) <= set(self.talk.keys):
            self.talk.tap(*known, "Done")
        else:
            self.talk.say(", ".join(typed))

    def _number(self, n: int) -> None:
        if str(n) in self.talk.keys:
            self.talk.tap(str(n))
        else:
            self.talk.say(str(n))

    def _at(self, times: tuple[time, ...]) -> None:
        for each in map(time.isoformat, times):
            if each[:5] not in self.talk.keys:
                self.talk.say(", ".join(f"{at:%H:%M}" for at in times))
                return
        for label in [label for label, key in self.talk.keys.items() if self._is_on(label)]:
            self.talk.tap(label)
        self.talk.tap(*(f"{at:%H:%M}" for at in times))
        if "Done" in self.talk.keys and self.talk.open == "times":
            self.talk.tap("Done")

    def _is_on(self, label: str) -> bool:
        return label[:2].isdigit() and int(label[:2]) * 60 + int(label[3:]) in self.talk.sketch.chosen

    def _end(self, phase: Phase) -> None:
        end = phase.end
        if end is None or phase.timing.offsets:  # listed days end by themselves
            return
        if end.clinic:
            self.talk.tap("When my clinic changes it")
        elif end.until:
            self.talk.tap("On a date")
            self.talk.say(end.until.isoformat())
        else:
            kind, n = ("doses", end.count) if end.count else ("days", end.days)
            if kind == "days" and end.days and end.days % 7 == 0:
                kind, n = "weeks", end.days // 7
            self.talk.tap(f"After some {kind}")
            assert n
            self._number(n)

    def _date(self, day: date) -> None:
        if self.talk.open == "start":
            self.talk.say(day.isoformat())

    def _changed(self, place: int, phase: Phase, several: bool) -> None:
        timing = phase.timing
        if phase.start and place:
            self._field("Start", place, several)
            self.talk.say(phase.start.isoformat())
        if phase.min_gap_days:
            self._field("Days apart", place, several)
            self._number(phase.min_gap_days)
        if timing.except_weekdays and not (timing.unit is Unit.DAYS and timing.every == 1 and not timing.cycle):
            self._field("Days left out", place, several)
            self.talk.tap(*(WEEKDAYS[day] for day in timing.except_weekdays), "Done")

    def _times_too(self, plan: Plan) -> None:
        for place, phase in enumerate(plan.phases):
            shown = self.talk.sketch.plan
            assert shown
            if shown.phases[place].timing.times != phase.timing.times:
                self._field("Times", place, len(plan.phases) > 1)
                self._at(phase.timing.times)

    def _field(self, field: str, place: int, several: bool) -> None:
        self.talk.tap("Change", field)
        if several and self.talk.open.startswith("change."):
            self.talk.tap(next(label for label in self.talk.keys if label.startswith(f"Part {place + 1}:")))
