"""Moments on two clocks: a patient's, and that of the caregiver who reads."""

from __future__ import annotations

from datetime import date, datetime

from locales import Words
from locales.words import Html


def both(wall: datetime, here: datetime, today: date | None, name: Html, words: Words) -> str | Html:
    """The patient's wall clock, and (where another) the reader's `here`, which Telegram shows by their own phone.

    With the day, unless it is `today`.
    """
    said = words.time(wall) if wall.date() == today else words.day_time(wall)
    local = here.replace(tzinfo=None)
    if local == wall:
        return said
    mine = words.time(here) if local.date() == wall.date() else words.day_time(here)
    shape = "t" if local.date() == wall.date() else "wdt"
    entity = Html(f'<tg-time unix="{int(here.timestamp())}" format="{shape}">{mine}</tg-time>')
    return words("care-both-times", time=said, name=name, here=entity)
