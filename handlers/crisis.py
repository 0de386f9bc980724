"""The crisis reply: an exact phrase of a short fixed list, typed anywhere, brings up whom to call (clinical.md 5.3).

It comes besides whatever else the message leads to. Nothing about it is kept, and nobody is told.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from handlers.reply import Show, show
from locales import Words
from locales.words import FALLBACK


def shows(update: dict[str, Any], language: str) -> tuple[Show, ...]:
    """Return the crisis page for an update whose words have one of the phrases, else nothing.

    Forwarded words are somebody else's, and the person is told that they are not read.
    """
    message = update.get("message") or {}
    if "forward_origin" in message or not named(message.get("text") or "", language):
        return ()
    return show("crisis").shows


def named(text: str, language: str) -> bool:
    """Whether `text` has a phrase of `language`, or of English, as whole words."""
    return bool(_phrases(language).search(_plain(text)))


@lru_cache
def _phrases(language: str) -> re.Pattern[str]:
    lists = [Words(each).plain("crisis-phrases").split("|") for each in (language, FALLBACK)]
    phrases = [re.escape(_plain(phrase)) for each in lists for phrase in each]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)")


def _plain(text: str) -> str:
    """`text` without the differences that a phone's keyboard makes: case, apostrophes, spaces, letter forms."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
