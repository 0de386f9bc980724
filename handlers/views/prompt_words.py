"""Symptoms, and the prompts to see a clinician, in words (clinical.md section 8.4; the words in clinical.ftl)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from handlers.page import Key, Rows
from handlers.presses import AnswerPrompt
from handlers.presses_rules import WhyRule
from handlers.presses_urgent import Urgent
from journal.checkins import Entry
from journal.rules import ANSWERS, rule_of
from journal.rules.sending import SNOOZE_DAYS
from journal.summaries import SymptomWeek
from journal.tables import TrackedSymptom
from locales import Words
from scheduler.facts import Prompted, WeeklySummary

# What T-REVIEW may lack; its text says what it has.
UNKNOWN: dict[str, str | int] = {"m": 0, "word": "unknown", "baseline": "", "current": "", "answer": ""}


def name(each: Entry | SymptomWeek | Prompted | TrackedSymptom, words: Words) -> str:
    """A symptom's name as plain text: the person's own label, or the word for its code."""
    return each.label or words.plain(f"symptom-{each.code}")


def prompt(fact: WeeklySummary, words: Words) -> str:
    """The one merged prompt of a summary; "" without one."""
    return said(fact.prompts, words)


def said(prompts: Sequence[Prompted], words: Words) -> str:
    """Each symptom's numbers, each rule's advice once, foremost first."""
    groups: dict[str, list[str]] = {}
    for each in prompts:
        groups.setdefault(each.template, []).append(finding(each, words))
    paragraphs = ["\n".join([*lines, words(f"advice-{template}")]) for template, lines in groups.items()]
    beside = [_beside(each, len(prompts), words) for each in prompts if "tag" in each.evidence]
    return "\n".join([*paragraphs, *beside, words("prompt-end")]) if paragraphs else ""


def _beside(each: Prompted, count: int, words: Words) -> str:
    tag = each.evidence["tag"]
    return words(
        "prompt-beside",
        tag=tag,
        label=each.tag_label,
        d=each.evidence["tagged"],
        count=count,
        symptom=name(each, words),
    )


def finding(each: Prompted, words: Words) -> str:
    """One finding with the numbers behind it."""
    numbers = {key: _number(value, words) for key, value in each.evidence.items()}
    return words(f"finding-{each.template}", symptom=name(each, words), **{**UNKNOWN, **numbers})


def buttons(fact: WeeklySummary, words: Words) -> Rows:
    """The answers to the prompt, until one was given, and what explains it."""
    if not fact.prompts:
        return ()
    answers = (
        () if fact.answer else answering(lambda each: AnswerPrompt(fact.week.last, each), len(fact.prompts), words)
    )
    return (*answers, *explaining([rule_of(each.template) for each in fact.prompts], words))


def answering(press: Callable[[str], Any], count: int, words: Words) -> Rows:
    """The answers to a prompt about `count` symptoms; `press` makes the button's meaning of each."""
    keys = [Key(words.plain(f"answer-{answer}", count=count), press(answer)) for answer in ANSWERS]
    return (tuple(keys[:2]), *((key,) for key in keys[2:]))


def explaining(found: Iterable[str], words: Words) -> Rows:
    """The way to the urgent signs, and to each rule that has fired."""
    rules = list(dict.fromkeys(found))
    urgent = Key(words.plain("button-urgent"), Urgent())
    if len(rules) == 1:
        return ((urgent, Key(words.plain("button-why"), WhyRule(rules[0]))),)
    keys = [Key(words.plain("button-why-rule", rule=words.plain(f"rule-name-{each}")), WhyRule(each)) for each in rules]
    return ((urgent,), *((key,) for key in keys))


def noted(answer: str, count: int, words: Words) -> str:
    """What an answer to a prompt about `count` symptoms led to."""
    return words(f"noted-{answer}", weeks=SNOOZE_DAYS.get(answer, 0) // 7, count=count)


def _number(value: float | str, words: Words) -> str | int:
    """Measured values with one decimal; counts stay numbers, because plurals depend on them."""
    return words.number(value, 1) if isinstance(value, float) else value
