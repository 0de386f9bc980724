"""Words: sentences from small languages in a temporary folder."""

from __future__ import annotations

import datetime as dt
import logging
import re
from decimal import Decimal
from pathlib import Path

import pytest

from locales import Html, Words, WordsError, languages, pseudo

TEXTS = {
    "en/chat.ftl": """
hello = Hello { $name }
taken = Taken
doses = { $count ->
    [one] { $count } dose
   *[other] { $count } doses
}
how = { $route ->
    [injection] Injected
   *[other] Swallowed
}
page =
    <b>Today</b>

    { $list }
only-english = In English
no-words = Sorry, the words for this are missing.
""",
    "en/clinical.ftl": 'purpose = A diary &amp; reminder tool. See /help or <a href="{ $url }">read on</a>\n',
    "de/chat.ftl": """
hello = Hallo { $name }
doses = { $count ->
    [one] { $count } Dosis
   *[other] { $count } Dosen
}
taken = Genommen { $nmae }
""",
    "ar/chat.ftl": "hello = أهلا { $name }\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def en(folder: Path) -> Words:
    return Words("en", strict=True, folder=folder)


def test_arguments_are_escaped_unless_they_are_html(en: Words) -> None:
    assert en("hello", name='<b>A & "B"</b>') == 'Hello &lt;b&gt;A &amp; "B"&lt;/b&gt;'
    assert en("hello", name=Html("<b>A</b>")) == "Hello <b>A</b>"
    assert en("hello", name=en("hello", name="A & B")) == "Hello Hello A &amp; B"


def test_plain_text_is_for_labels(en: Words) -> None:
    assert en.plain("hello", name="A & B") == "Hello A & B"


def test_numbers_choose_plurals_and_codes_choose_variants(en: Words) -> None:
    assert [en("doses", count=n) for n in (1, 2)] == ["1 dose", "2 doses"]
    assert [en("how", route=r) for r in ("injection", "tablet")] == ["Injected", "Swallowed"]


def test_a_whole_page_fits_into_one_argument_and_blank_lines_stay(en: Words) -> None:
    page = "Vitamin X\n" * 400
    assert en("page", list=page) == f"<b>Today</b>\n\n{page}"


def test_every_file_of_a_language_is_read(en: Words) -> None:
    assert en("purpose", url="x").startswith("A diary &amp; reminder tool")


@pytest.mark.parametrize(("text_id", "args"), [("nothing-like-it", {}), ("hello", {}), ("doses", {})])
def test_strict_words_refuse_what_is_missing(en: Words, text_id: str, args: dict[str, str]) -> None:
    with pytest.raises(WordsError, match=text_id):
        en(text_id, **args)


def test_a_strict_translation_does_not_hide_behind_english(folder: Path) -> None:
    with pytest.raises(WordsError, match="nmae"):
        Words("de", strict=True, folder=folder)("taken")


def test_otherwise_english_stands_in_and_nothing_raw_is_shown(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    de = Words("de", folder=folder)
    assert de("only-english") == "In English"
    assert de("taken") == "Taken"
    assert de("hello", nmae="secret") == "Sorry, the words for this are missing."
    assert de("nothing-like-it") == "Sorry, the words for this are missing."
    assert {record.levelno for record in caplog.records} == {logging.ERROR}
    assert "text nothing-like-it cannot be said in en" in caplog.text
    assert "secret" not in caplog.text


def test_a_language_is_found_by_its_nearest_name(folder: Path) -> None:
    found = [Words(code, folder=folder).language for code in ("de", "de-AT", "xx", "", "en-US")]
    assert found == ["de", "de", "en", "en", "en"]
    assert languages(folder) == ("en", "ar", "de")


def test_only_right_to_left_languages_isolate_arguments(en: Words, folder: Path) -> None:
    assert Words("ar", folder=folder)("hello", name="Ana") == "أهلا \u2068Ana\u2069"
    assert "\u2068" not in en("hello", name="Ana")


def test_dates_and_numbers_read_as_the_language_writes_them(en: Words, folder: Path) -> None:
    monday = dt.datetime(2026, 1, 5, 8, 0)
    de = Words("de", folder=folder)
    assert [en.date(monday), de.date(monday)] == ["Mon 5 Jan", "Mo., 5. Jan."]
    assert en.date(monday.date(), year=True) == "Mon, 5 Jan 2026"
    assert en.time(monday.time()) == "08:00"
    assert [en.day_time(monday), de.day_time(monday)] == ["Mon 5 Jan, 08:00", "Mo., 5. Jan., 08:00"]
    assert [en.weekday(0), de.weekday(6), en.weekday(2, short=True)] == ["Monday", "Sonntag", "Wed"]
    assert [en.number(2.25, 1), de.number(Decimal("1234.5"), 1), en.number(7)] == ["2.3", "1.234,5", "7"]


def test_a_time_is_the_wall_clock_whatever_its_zone(en: Words) -> None:
    assert en.time(dt.datetime(2026, 1, 5, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=-5)))) == "08:00"


def test_a_list_is_html_as_soon_as_one_item_is(en: Words) -> None:
    assert en.list(["A & B", "C", "D"]) == "A & B, C and D"
    assert en("hello", name=en.list(["A & B", Html("<b>C</b>")])) == "Hello A &amp; B and <b>C</b>"


class TestPseudo:
    """The pretend language of the flow tests."""

    @pytest.fixture
    def qps(self, folder: Path) -> Words:
        return Words(pseudo.LANGUAGE, strict=True, folder=folder)

    def test_every_sentence_is_marked_and_only_arguments_keep_plain_letters(self, qps: Words) -> None:
        text = qps("hello", name="Ana")
        assert (text[0], text[-1]) == ("⟦", "⟧")
        assert re.findall("[A-Za-z]+", text) == ["Ana"]

    def test_variants_are_accented_too(self, qps: Words) -> None:
        assert not re.findall("[A-Za-z]", qps("doses", count=1) + qps("how", route="injection"))

    def test_tags_entities_and_commands_stay(self, qps: Words) -> None:
        text = qps("purpose", url="https://x.example")
        assert '<a href="https://x.example">' in text
        assert re.findall("[A-Za-z]{2,}", re.sub("<[^>]*>", "", text)) == ["amp", "help"]

    def test_dates_and_lists_are_in_it(self, qps: Words) -> None:
        shown = qps.day_time(dt.datetime(2026, 1, 5, 8)) + qps.weekday(0) + qps.list("123")
        assert not re.findall("[A-Za-z]", shown)

    def test_people_are_never_offered_it(self, folder: Path) -> None:
        assert pseudo.LANGUAGE not in languages(folder)


def test_plain_leaves_out_the_emoji_of_texts_and_never_those_of_people(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    text = "done = Taken \u2705 for { $name } \U0001f469\u200d\U0001f469\u200d\U0001f467\nno-words = x\n"
    (tmp_path / "en" / "chat.ftl").write_text(text, encoding="utf-8")
    assert Words("en", True, tmp_path, plain=True)("done", name="\U0001f48a B12") == "Taken for \U0001f48a B12"
    assert "\u2705" in Words("en", True, tmp_path)("done", name="B12")


def test_a_name_that_is_hidden_stands_under_a_spoiler(folder: Path) -> None:
    assert Words("en", True, folder).name("Vitamin <X>") == "Vitamin &lt;X&gt;"
    assert Words("en", True, folder, hide=True).name("X & Y") == "<tg-spoiler>X &amp; Y</tg-spoiler>"
