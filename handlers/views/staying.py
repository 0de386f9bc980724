"""What is said to somebody who has not written for two years."""

from __future__ import annotations

from handlers.page import Key, Page
from handlers.presses_staying import Keep
from locales import Words
from scheduler.facts_leaving import Gone


def gone_page(fact: Gone, words: Words) -> Page:
    """When everything will be deleted, and how to stay."""
    text = words("gone", date=words.date(fact.on, year=True))
    return Page(text, ((Key(words.plain("gone-keep"), Keep()),),))
