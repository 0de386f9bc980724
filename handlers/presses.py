"""What a button means, as dataclasses; the wire form is in buttons.py. A button names rows, never state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.occurrences import DoseKey


@dataclass(frozen=True, slots=True)
class Agree:
    """The consent at first contact."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone, by IANA name."""

    name: str


@dataclass(frozen=True, slots=True)
class CheckinAt:
    """The time of the daily check-in, in minutes after midnight."""

    minutes: int


@dataclass(frozen=True, slots=True)
class SummaryOn:
    """The weekday of the summary, Monday = 0."""

    weekday: int


@dataclass(frozen=True, slots=True)
class DosePress:
    """A button about one occurrence, on the message `origin`: d<n> a reminder, m<downtime>, t the day's list."""

    regimen: int
    day: date
    slot: int
    origin: str

    @property
    def key(self) -> DoseKey:
        """The occurrence."""
        return DoseKey(self.regimen, self.day, self.slot)


@dataclass(frozen=True, slots=True)
class Taken(DosePress):
    """It was taken now."""


@dataclass(frozen=True, slots=True)
class Skip(DosePress):
    """It is left out on purpose."""


@dataclass(frozen=True, slots=True)
class Undo(DosePress):
    """What was recorded is taken back."""


@dataclass(frozen=True, slots=True)
class AllTaken(DosePress):
    """Every open dose of the message was taken now."""


@dataclass(frozen=True, slots=True)
class SnoozeMenu(DosePress):
    """Show for how long it can be put off."""


@dataclass(frozen=True, slots=True)
class Back(DosePress):
    """Show the message again as it was."""


@dataclass(frozen=True, slots=True)
class Snooze(DosePress):
    """Put it off: `choice` is a key of snooze.CHOICES."""

    choice: str


@dataclass(frozen=True, slots=True)
class TookOne:
    """One dose of an as-needed regimen was taken now."""

    regimen: int


@dataclass(frozen=True, slots=True)
class Pick:
    """An answer to the open question `step` of the draft `draft` that /add keeps."""

    draft: str
    step: str
    value: str


@dataclass(frozen=True, slots=True)
class Save:
    """Save what the preview of the draft shows."""

    draft: str


@dataclass(frozen=True, slots=True)
class Change:
    """Change something of the draft: `step` names what, empty asks."""

    draft: str
    step: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give the draft up."""

    draft: str


@dataclass(frozen=True, slots=True)
class Regimens:
    """Show the list of regimens."""


@dataclass(frozen=True, slots=True)
class OpenRegimen:
    """Show one regimen."""

    regimen: int


@dataclass(frozen=True, slots=True)
class RegimenAct:
    """Do `action` (edit, limits, pause, resume, end, delete); what cannot be undone is asked first, unless `sure`."""

    regimen: int
    action: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """A rating 0-10; -1 skips."""

    day: date
    symptom: int
    value: int


@dataclass(frozen=True, slots=True)
class SameAsYesterday:
    """The rating of the day before."""

    day: date
    symptom: int


@dataclass(frozen=True, slots=True)
class Rerate:
    """Ask a day's ratings again: `symptom` 0 shows the choice, else asks that one."""

    day: date
    symptom: int


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Ask for a note about a day."""

    day: date


@dataclass(frozen=True, slots=True)
class ShowCheckin:
    """Show a day's check-in."""

    day: date


@dataclass(frozen=True, slots=True)
class ShowSummary:
    """Show the summary of the week that ended on `last`."""

    last: date


@dataclass(frozen=True, slots=True)
class AnswerPrompt:
    """The answer to a clinician prompt: booked, seen, next_week or mute."""

    last: date
    answer: str


@dataclass(frozen=True, slots=True)
class DeleteAll:
    """Delete everything about me: yes or no."""

    sure: bool


@dataclass(frozen=True, slots=True)
class Access:
    """The operator's choice: open, invite (close again), or link (make an invitation)."""

    choice: str
