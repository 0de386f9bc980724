"""Words: a text's id and its facts in, a sentence in the person's language out; nothing raw is ever shown."""

from __future__ import annotations

import datetime as dt
import html
import logging
import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource, resolver

from locales import pseudo

FOLDER = Path(__file__).parent
FALLBACK = "en"
NO_WORDS = "no-words"  # the text that is shown when another one cannot be

# Fluent refuses longer arguments; one that is a whole page of Telegram (4096) is honest here.
resolver.MAX_PART_LENGTH = 10_000

_SIGN = "[\U0001f000-\U0001faff\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff][\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*"
_EMOJI = re.compile(rf" ?(?:{_SIGN})(?:\u200d{_SIGN})*")

_log = logging.getLogger(__name__)


class WordsError(Exception):
    """A text is missing or lacks a variable; the message names ids, never what people wrote."""


class Html(str):
    """Text that is Telegram HTML already and goes into a sentence as it is."""

    __slots__ = ()


class Words:
    """Speaks one language, falling back to English text by text; `strict` raises WordsError instead.

    `plain` leaves out the emoji of the texts (never those that a person typed); `hide` keeps names out of previews.
    """

    def __init__(
        self, language: str, strict: bool = False, folder: Path = FOLDER, plain: bool = False, hide: bool = False
    ) -> None:
        self.language = nearest(language, folder)
        self.strict = strict
        self.hides = hide
        self._plain = plain
        self._folder = folder
        self._locale = _locale(self.language)

    def __call__(self, text_id: str, /, **args: str | float) -> Html:
        """The text as Telegram HTML: arguments are escaped unless Html. Years are str, counts int."""
        safe = {name: _escaped(value) if isinstance(value, str) else value for name, value in args.items()}
        return Html(self._say(text_id, safe))

    def hiding(self, hide: bool) -> Words:
        """Return the same words that keep names out of previews, or do not."""
        return Words(self.language, self.strict, self._folder, self._plain, hide)

    def name(self, text: str) -> Html:
        """A name as Telegram HTML; for someone who hides names, under a spoiler that a tap lifts."""
        return Html(f"<tg-spoiler>{_escaped(text)}</tg-spoiler>" if self.hides else _escaped(text))

    def plain(self, text_id: str, /, **args: str | float) -> str:
        """The text for a place that knows no HTML: a button's label, a toast, a chart, a PDF."""
        return self._say(text_id, args)

    def date(self, day: dt.date, year: bool = False) -> str:
        """Such as "Mon 5 Jan"; with `year` "Mon, 5 Jan 2026"."""
        return self._dress(format_skeleton("yMMMEd" if year else "MMMEd", day, locale=self._locale))

    def day(self, day: dt.date, year: bool = False) -> str:
        """Such as "5 Jan", for a place with little room; with `year` "5 Jan 2026"."""
        return self._dress(format_skeleton("yMMMd" if year else "MMMd", day, locale=self._locale))

    def time(self, moment: dt.time | dt.datetime) -> str:
        """Such as "08:00", of the wall clock as it stands: no zone is applied."""
        return self._dress(format_time(moment.replace(tzinfo=None), "short", locale=self._locale))

    def day_time(self, local: dt.datetime) -> str:
        """Such as "Mon 5 Jan, 08:00", of the wall clock as it stands."""
        pattern = str(self._locale.datetime_formats["short"])
        return pattern.format(self.time(local), self.date(local.date()))

    def weekday(self, day: int, short: bool = False) -> str:
        """Such as "Monday" or, short, "Mon"; Monday is 0."""
        return self._dress(self._locale.days["stand-alone"]["abbreviated" if short else "wide"][day])

    def list(self, items: Sequence[str]) -> str:
        """Such as "a, b and c"; Html if one of the items is, the others being escaped then."""
        if not any(isinstance(item, Html) for item in items):
            return format_list(items, self._list_style, self._locale)
        return Html(format_list([_escaped(item) for item in items], self._list_style, self._locale))

    def number(self, value: float | Decimal, digits: int = 0) -> str:
        """`value` with exactly `digits` decimals, halves away from zero, in the language's writing."""
        rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        pattern = "#,##0." + "0" * digits if digits else "#,##0"
        return format_decimal(rounded, pattern, locale=self._locale)

    @property
    def _list_style(self) -> Literal["standard", "unit"]:
        """ "unit" joins without a word, so the pseudo-language needs no "and"."""
        return "unit" if self.language == pseudo.LANGUAGE else "standard"

    def _dress(self, text: str) -> str:
        return pseudo.accent(text) if self.language == pseudo.LANGUAGE else text

    def _say(self, text_id: str, args: Mapping[str, str | float]) -> str:
        for wanted, language in ((text_id, self.language), (text_id, FALLBACK), (NO_WORDS, FALLBACK)):
            text, problem = _format(_bundle(self._folder, language, self._plain), wanted, args)
            if not problem:
                return text
            if self.strict:
                raise WordsError(f"{wanted} ({language}): {problem}")
            _log.error("text %s cannot be said in %s", wanted, language)
        return "…"


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages that have texts, English first."""
    found = {path.parent.name for path in folder.glob("*/*.ftl")} - {FALLBACK}
    return (FALLBACK, *sorted(found))


@lru_cache
def nearest(language: str, folder: Path = FOLDER) -> str:
    """The language asked for, else the one it is a dialect of ("de-AT": "de"), else English."""
    known = (pseudo.LANGUAGE, *languages(folder))
    return next((code for code in (language, language.split("-")[0]) if code in known), FALLBACK)


@lru_cache
def _locale(language: str) -> Locale:
    """Where Babel finds dates and numbers; English is British: "5 Jan", "08:00"."""
    british = language in (FALLBACK, pseudo.LANGUAGE)
    return Locale.parse("en-GB" if british else language, sep="-")


@lru_cache
def _bundle(folder: Path, language: str, plain: bool) -> FluentBundle:
    """Every .ftl file of one language, `plain` without emoji; the pseudo-language is made from English here."""
    locale = _locale(language)
    bundle = FluentBundle([str(locale)], use_isolating=locale.text_direction == "rtl")
    source = FALLBACK if language == pseudo.LANGUAGE else language
    for path in sorted((folder / source).glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        resource = FluentResource(_EMOJI.sub("", text) if plain else text)
        bundle.add_resource(pseudo.disguise(resource) if language == pseudo.LANGUAGE else resource)
    return bundle


def _format(bundle: FluentBundle, text_id: str, args: Mapping[str, str | float]) -> tuple[str, str]:
    """The text, and what is wrong with it ("" when nothing is)."""
    pattern = bundle.get_message(text_id).value if bundle.has_message(text_id) else None
    if pattern is None:
        return "", "no such text"
    text, errors = bundle.format_pattern(pattern, dict(args))
    return str(text), "; ".join(map(repr, errors))


def _escaped(text: str) -> str:
    return text if isinstance(text, Html) else html.escape(text, quote=False)
