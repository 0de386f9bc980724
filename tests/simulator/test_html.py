"""Entities and refusals of Telegram's HTML."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.formatting import tidy
from simulator.html import parse_html
from simulator.refusals import Refusal

REFUSED = [
    ("a <br> b", 'Unsupported start tag "br" at byte offset 2'),
    ("5 < 7", 'Unsupported start tag "" at byte offset 2'),
    ("x <b", "Unclosed start tag at byte offset 2"),
    ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<i   =a>x</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
    ("<i a>x</i>", 'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 0'),
    ("<i a= ", 'Unclosed start tag "i" at byte offset 0'),
    ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<tg-emoji emoji-id='x'>y</tg-emoji>", "Invalid custom emoji identifier specified"),
    ("<tg-time unix='soon'>y</tg-time>", "Invalid date specified"),
    ("<tg-time unix='5' format='q'>y</tg-time>", "Invalid date-time format specified"),
    (
        "&#xDFDF;",
        "Text contains invalid Unicode characters after decoding HTML entities, "
        "check for unmatched surrogate code units",
    ),
]


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_what_cannot_be_parsed_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_html(source)
    assert (refusal.value.status, refusal.value.description) == (
        400,
        f"Bad Request: can't parse entities: {reason}",
    )


TAGS = [
    ("<b>x</b>", "bold", {}),
    ("<strong>x</strong>", "bold", {}),
    ("<I>x</I>", "italic", {}),
    ("<em>x</em>", "italic", {}),
    ("<u>x</u>", "underline", {}),
    ("<s>x</s>", "strikethrough", {}),
    ("<code>x</code>", "code", {}),
    ("<pre>x</pre>", "pre", {}),
    ('<pre><code class="language-python">x</code></pre>', "pre", {"language": "python"}),
    ("<blockquote>x</blockquote>", "blockquote", {}),
    ("<blockquote expandable>x</blockquote>", "expandable_blockquote", {}),
    ("<tg-spoiler>x</tg-spoiler>", "spoiler", {}),
    ('<span class="tg-spoiler">x</span>', "spoiler", {}),
    (
        '<a href="https://example.com/?a=1&amp;b=2">x</a>',
        "text_link",
        {"url": "https://example.com/?a=1&b=2"},
    ),
    ("<tg-time unix='5' format='wDT'>x</tg-time>", "date_time", {"unix_time": 5, "date_time_format": "wDT"}),
]


@pytest.mark.parametrize(("source", "kind", "more"), TAGS)
def test_each_tag_becomes_its_entity(source: str, kind: str, more: dict[str, Any]) -> None:
    assert tidy(*parse_html(source)) == ("x", [{"type": kind, "offset": 0, "length": 1, **more}])


def test_offsets_count_utf16_units() -> None:
    text, entities = parse_html("💊 <b>💊x</b>")
    assert text == "💊 💊x"
    assert entities == [{"type": "bold", "offset": 3, "length": 3}]


def test_a_link_that_leads_nowhere_is_plain_text() -> None:
    assert parse_html("<a href='nowhere'>x</a>") == ("x", [])


def test_references_are_decoded_and_unknown_ones_kept() -> None:
    assert parse_html("&lt;b&gt; &amp; &quot; &#65;&#x42; &nbsp;")[0] == '<b> & " AB &nbsp;'


def test_trimming_moves_the_entities() -> None:
    assert tidy(*parse_html(" \n<b> x </b>\n")) == ("x", [{"type": "bold", "offset": 0, "length": 1}])


def test_commands_links_and_mentions_are_found_but_not_in_code() -> None:
    text, entities = tidy(*parse_html("/today https://example.com, @someone <code>/not</code> a/b"))
    assert [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in entities] == [
        ("bot_command", "/today"),
        ("url", "https://example.com"),
        ("mention", "@someone"),
        ("code", "/not"),
    ]


def test_nothing_is_formatted_inside_code_and_only_100_entities_are_kept() -> None:
    assert tidy(*parse_html("<code>a<b>b</b></code>"))[1] == [{"type": "code", "offset": 0, "length": 2}]
    assert len(tidy(*parse_html("<b>x</b> " * 150))[1]) == 100
