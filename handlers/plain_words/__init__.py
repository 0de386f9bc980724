"""English as people type it, read strictly: what is not fully consumed is asked, never guessed. Pure: no clock."""

from __future__ import annotations

from handlers.plain_words.dates import read_date
from handlers.plain_words.facts import Ask, Given, Habits, Understood
from handlers.plain_words.moments import read_ago, read_moment, read_past_date
from handlers.plain_words.ratings import read_rating
from handlers.plain_words.regimen import read_regimen
from handlers.plain_words.times import read_times
from handlers.plain_words.weekdays import read_weekdays

__all__ = [
    "Ask",
    "Given",
    "Habits",
    "Understood",
    "read_ago",
    "read_date",
    "read_moment",
    "read_past_date",
    "read_rating",
    "read_regimen",
    "read_times",
    "read_weekdays",
]
