"""Symptoms, and the prompts to see a clinician, in words (clinical.md section 8.4; the words in clinical.ftl)."""

from __future__ import annotations

from handlers.page import Key, Rows
from handlers.presses import AnswerPrompt
from journal.checkins import Entry
from journal.rules import ANSWERS
from journal.rules.sending import SNOOZE_DAYS
from journal.summaries import SymptomWeek
from locales import Words
from scheduler.facts import Prompted, WeeklySummary

# What T-REVIEW may lack; its text says what it has.
UNKNOWN: dict[str, str | int] = {"m": 0, "word": "unknown", "baseline": "", "current": "", "answer": ""}


def name(each: Entry | SymptomWeek | Prompted, words: Words) -> str:
    """A symptom's name as plain text: the person's own label, or the word for its code."""
    return each.label or words.plain(f"symptom-{each.code}")


def prompt(fact: WeeklySummary, words: Words) -> str:
    """The one merged prompt: each symptom's numbers, each rule's advice once, foremost first; "" without one."""
    groups: dict[str, list[str]] = {}
    for each in fact.prompts:
        groups.setdefault(each.template, []).append(finding(each, words))
    paragraphs = ["\n".join([*lines, words(f"advice-{template}")]) for template, lines in groups.items()]
    return "\n".join([*paragraphs, words("prompt-end")]) if paragraphs else ""


def finding(each: Prompted, words: Words) -> str:
    """One finding with the numbers behind it."""
    numbers = {key: _number(value, words) for key, value in each.evidence.items()}
    return words(f"finding-{each.template}", symptom=name(each, words), **{**UNKNOWN, **numbers})


def buttons(fact: WeeklySummary, words: Words) -> Rows:
    """The answers to the prompt, until one was given."""
    if not fact.prompts or fact.answer:
        return ()
    count = len(fact.prompts)
    keys = [
        Key(words.plain(f"answer-{answer}", count=count), AnswerPrompt(fact.week.last, answer)) for answer in ANSWERS
    ]
    return (tuple(keys[:2]), *((key,) for key in keys[2:]))


def noted(answer: str, fact: WeeklySummary, words: Words) -> str:
    """What an answer to the prompt led to."""
    weeks = SNOOZE_DAYS.get(answer, 0) // 7
    return words(f"noted-{answer}", weeks=weeks, count=len(fact.prompts))


def _number(value: float | str, words: Words) -> str | int:
    """Measured values with one decimal; counts stay numbers, because plurals depend on them."""
    return words.number(value, 1) if isinstance(value, float) else value
