"""Every text with sample facts, and what can be measured of it: how a person would read it."""

from __future__ import annotations

import re
from itertools import product

from locales import Words
from tests.rules.fluent_files import Text

ENGLISH = Words("en", strict=True)
MOST_WORDS, HARDEST = 60, 8  # words per prompt and question; reading grade
# Praise, blame, statistics and verdicts.
JUDGING = re.compile(
    r"well done|great|good job|keep it up|congrat|proud|perfect|streak|score|fail|should have|only \d|forgot|bravo"
    r"|p-value|\bp [<=]|worse than you|your (illness|disease|condition)|excellent|impressive|poor(ly)? (log|record)",
    re.IGNORECASE,
)
# What stands for a variable that a text only prints. Those by which it chooses how to read take every choice.
COUNTS = (
    "K after_injection after_start answer ask_after asked count d days due each floor gap_hours high highest "
    "interference late least length low lowest min_days moves most n need number once page pages people percent "
    "planned points quiet raised regimens replies stop_after t taken threshold twice updates weeks window"
).split()
SAMPLES: dict[str, str] = {
    "after": "then every 8 weeks",
    "amount": "1 mg",
    "answers": "Tingling (a little)",
    "baseline": "5.0",
    "batch": "AB12",
    "before": "every other day, 6 times",
    "begin": "21:00",
    "booked": "Mon 5 Jan, 10:00",
    "button": "Taken",
    "change": "a bit higher than last week",
    "chosen": "Mon, Wed",
    "counted": "6 of 6 doses",
    "crisis": "a local crisis line",
    "current": "5.3",
    "date": "Mon 5 Jan",
    "day": "Mon 5 Jan",
    "delta": "2.5",
    "details": "last 5 Jan",
    "dose": "Vitamin X, 1 mg",
    "emergency": "your local emergency number",
    "end": "08:00",
    "entry": "Vitamin X, 08:00",
    "first": "Mon 29 Dec",
    "form": "tablet",
    "here": "12:00",
    "home": "08:00",
    "id": "1a2b3c4d",
    "ids": "1a2b3c4d, 5e6f7a8b",
    "injection": "Vitamin X, 1 mg",
    "kept": "Mon 5 Jan",
    "label": "Vitamin X",
    "last": "Sun 4 Jan",
    "left": "12 tablets",
    "link": "the link",
    "list": "Mon, Wed",
    "local": "13:00",
    "mean": "4.2",
    "means": "4.0, 4.2, 4.4",
    "more": "hands, 2 cramps",
    "moved": "Mon 12 Jan",
    "name": "Vitamin X",
    "names": "Vitamin X, Vitamin Y",
    "note": "slept badly",
    "other": "Vitamin X",
    "place": "the clinic",
    "plan": "every day at 08:00",
    "rating": "Tingling 4",
    "rhythm": "every day",
    "rule": "Strong for days",
    "said": "4",
    "sees": "doses done",
    "since": "Mon 5 Jan, 08:00",
    "site": "left thigh",
    "span": "24 hours",
    "symptom": "Tingling",
    "symptoms": "Tingling, cramps",
    "tag": "Poor sleep",
    "tags": "poor sleep, illness",
    "text": "chest pain",
    "time": "08:00",
    "times": "08:00, 20:00",
    "unit": "tablets",
    "until": "Mon 5 Jan, 09:00",
    "urgent": "your doctor or local health line",
    "usual": "3.0",
    "value": "4",
    "version": "0.1.0",
    "what": "Your doses today",
    "who": "Bo",
    "words": "every moon",
    "year": "1900",
    "zone": "Europe/London",
}


def samples(text: Text, name: str) -> tuple[int | str, ...]:
    """What a variable of `text` is rendered with; its own name when it has no sample yet."""
    if name in text.choices:
        return tuple(sorted(text.choices[name], key=str))
    return (4,) if name in COUNTS else (SAMPLES.get(name, name),)


def rendered(id: str, text: Text) -> list[str]:
    """A text with sample facts, in each of its variants, as Telegram HTML."""
    names = sorted(text.variables)
    facts = product(*(samples(text, name) for name in names))
    return [ENGLISH(id, **dict(zip(names, values, strict=True))) for values in facts]


def words_of(text: str) -> list[str]:
    """Words and numbers."""
    return re.findall(r"[\w'’.]*\w", text)


def grade(text: str) -> float:
    """The automated readability index (Senter and Smith 1967); a line's end ends a sentence."""
    words = words_of(text)
    sentences = [part for part in re.split(r"[.!?:](?:\s|$)|\n", text) if words_of(part)]
    letters = sum(len(re.findall(r"\w", word)) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43
