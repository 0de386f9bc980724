"""The choice after a pause: the dates stay, or the plan goes on where it stopped."""

from __future__ import annotations

from datetime import date, datetime
from itertools import zip_longest

from handlers.page import Key, Rows
from handlers.presses_plans import ENDS, KEEP, SHIFT, GoOn
from handlers.views import plan_words
from handlers.views.dose_words import name_of
from journal.shifting import Choice
from locales import Words
from scheduler.facts import PauseOver

MOST = 4  # regimens in words; the choice is about all of them


def lines(fact: PauseOver, words: Words) -> list[str]:
    """Both dates of each regimen; nothing where there is no choice."""
    if not fact.choices:
        return []
    said: list[str] = [_line(each, fact, words) for each in fact.choices[:MOST]]
    today = fact.to.local(fact.now).date()
    for each in fact.choices[:MOST]:
        if each.fixed:
            name = name_of(each.regimen.label, "", words)
            said.append(words("go-on-fixed", dose=name, date=plan_words.day(each.fixed, today, words)))
    return [*said, words("go-on-ask")]


def _line(choice: Choice, fact: PauseOver, words: Words) -> str:
    """The first date that differs, or the last days of what goes on alike until it ends."""
    name, today = name_of(choice.regimen.label, "", words), fact.to.local(fact.now).date()
    moved = choice.moved if choice.moved.coming else choice.later
    text, pair = "go-on-last", (choice.kept.last, choice.later.last)
    if choice.kept.coming[:1] != moved.coming[:1] or None in pair:
        pairs = zip_longest(choice.kept.coming, moved.coming)
        one, two = next((pair for pair in pairs if pair[0] != pair[1]), (None, None))
        text, pair = "go-on-next", (_date(one, fact), _date(two, fact))
    kept, other = (_day(day, today, words) for day in pair)
    return words(text, dose=name, kept=kept, moved=other)


def _date(at: datetime | None, fact: PauseOver) -> date | None:
    return fact.to.local(at).date() if at else None


def _day(day: date | None, today: date, words: Words) -> str:
    return plan_words.day(day, today, words) if day else words.plain("go-on-none")


def keys(fact: PauseOver, words: Words) -> Rows:
    """One answer for all of them."""
    if not fact.choices:
        return ()
    ways = [KEEP]
    ways += [SHIFT] if any(each.moved.coming and not _only_later(each) for each in fact.choices) else []
    ways += [ENDS] if any(each.fixed for each in fact.choices) else []
    return tuple((Key(words.plain(f"go-on-{way}"), GoOn(fact.pause, way)),) for way in ways)


def _only_later(choice: Choice) -> bool:
    """Whether going on changes nothing unless the fixed end moves too."""
    return (choice.kept.coming, choice.kept.last) == (choice.moved.coming, choice.moved.last)
