from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.plain_words import Ask, Understood, read_date, read_moment, read_regimen, read_times, read_weekdays

CORPUS = json.loads((Path(__file__).parents[2] / "reference" / "phrases.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 20)
KNOWN = [phrase["text"] for phrase in CORPUS["phrases"] if "ask" not in phrase]
PIECES = sorted({word for phrase in CORPUS["phrases"] for word in phrase["text"].split()})
soup = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=600), soup))
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_regimen(text, TODAY), Understood | Ask)
    assert isinstance(read_date(text, TODAY), date | Ask)
    now = datetime(2026, 11, 20, 10)
    moment = read_moment(text, now)
    assert moment is None or moment <= now
    assert all(0 <= day <= 6 for day in read_weekdays(text) or ())
    assert list(read_times(text) or ()) == sorted(set(read_times(text) or ()))


@settings(max_examples=150, deadline=None)
@given(soup)
def test_whatever_is_understood_has_a_name_a_start_and_times(text: str) -> None:
    found = read_regimen(text, TODAY)
    if isinstance(found, Understood) and found.plan.phases:
        assert any(letter.isalpha() for letter in found.label)
        assert found.plan.phases[0].start is not None
        assert all(phase.timing.times or phase.timing.window for phase in found.plan.phases)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KNOWN), st.integers(0, 20), st.sampled_from(["zzyzx", "maybe", "or", "never", "unless"]))
def test_no_word_is_passed_over(text: str, place: int, word: str) -> None:
    words = text.split(" ")
    found = read_regimen(" ".join([*words[:place], word, *words[place:]]), TODAY)
    assert isinstance(found, Ask) or word in found.label.split()


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(KNOWN), st.sampled_from([str.upper, str.title, lambda text: f"  {text}.  "]))
def test_case_and_blanks_do_not_matter(text: str, change: object) -> None:
    assert callable(change)
    plain, changed = read_regimen(text, TODAY), read_regimen(change(text), TODAY)
    assert isinstance(plain, Understood)
    assert isinstance(changed, Understood)
    assert changed.plan == plain.plan
