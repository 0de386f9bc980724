"""What a text may not say (clinical.md 8.2, 8.3), and how few emoji it has: screen readers speak them."""

from __future__ import annotations

import re

import pytest

from locales import languages
from tests.rules.fluent_files import language, texts, without_tags

ILLNESS = "neuropathy|an(a)?emia|pernicious|nerve damage|stroke|diabetes|coeliac|depress"
FORBIDDEN = re.compile(
    r"diagnos(e|is)|deficien|abnormal|normal range|out of range|increase your dose|stop taking|\bdouble"
    r"|\bskip(?!ped\b)"  # "skipped" is what was recorded
    r"|monitor(ing)? (you|your)|treat(s|ed)? your|guarantee|relapse|significant|percentile|complian"
    r"|poor adherence|you(r|'re| are)? (fine|normal)|nothing to worry|need (more|a higher)|caused by|at risk"
    rf"|you (may |might |could )?have (a |an )?({ILLNESS})",
    re.IGNORECASE,
)
# Sentences that say what the bot does not do, and the name of a button.
ALLOWED = re.compile(r"It does not diagnose|This is not a diagnosis|<b>Skip</b>|^Skip( this week)?$")
EXEMPT = ("learn-",)  # static pages, each with its source

_SIGN = "[\U0001f000-\U0001faff\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff]"
EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_SIGN}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{_SIGN}\ufe0f?)*")


def forbidden(text: str) -> list[str]:
    """The words of `text` that may not be said."""
    return [found.group() for found in FORBIDDEN.finditer(without_tags(ALLOWED.sub("", text)))]


def loud(text: str) -> bool:
    """Whether `text` has two emoji, or one that leads a line or stands alone."""
    lines = without_tags(text).splitlines()
    return len(EMOJI.findall(text)) > 1 or any(EMOJI.match(line.strip()) for line in lines)


def test_no_text_says_what_it_may_not() -> None:
    said = {
        id: found
        for id, text in language("en").items()
        if not id.startswith(EXEMPT) and (found := [w for shown in text.renderings for w in forbidden(shown)])
    }
    assert said == {}


@pytest.mark.parametrize("code", languages())
def test_emoji_are_few_and_follow(code: str) -> None:
    assert [id for id, text in language(code).items() if any(map(loud, text.renderings))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Your B12 is abnormal",
        "This is a diagnosis",
        "You can skip it",
        "Skip the dose",
        "Tap Skip",
        "Double up tomorrow",
        "I'm monitoring you",
        "You may have nerve damage",
        "You're fine",
        "You need more B12",
        "<b>Deficien</b>cy",
    ],
)
def test_words_of_a_clinician_are_found(text: str) -> None:
    assert forbidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "Skip",
        "Tap <b>Skip</b> or type a number.",
        "Vitamin X: skipped at 08:05",
        "It does not diagnose, monitor disease or advise on treatment.",
        "They can have many causes. This is not a diagnosis.",
        "Don't take two at once.",
        "5 of 7 doses logged",
    ],
)
def test_words_of_a_diary_pass(text: str) -> None:
    assert forbidden(text) == []


@pytest.mark.parametrize(
    ("text", "is_loud"),
    [
        ("Taken ✅", False),
        ("One family 👩‍👩‍👧, one flag", False),
        ("From 🇬🇧", False),
        ("✅ Taken", True),
        ("✅", True),
        ("Two ✅ of them 💊", True),
        ("Dose due\n<b>💊 Vitamin X</b>", True),
    ],
)
def test_emoji_are_counted_as_they_are_spoken(text: str, is_loud: bool) -> None:
    assert loud(text) is is_loud


def test_every_variant_is_rendered() -> None:
    source = "a = { $n ->\n    [one] One\n   *[other] { $m ->\n        [x] X\n       *[y] Y\n    }\n } of { $t }"
    ((_, text),) = texts(source)
    assert set(text.renderings) == {"One of $t", "X of $t", "Y of $t"}
