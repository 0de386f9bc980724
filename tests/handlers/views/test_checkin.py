"""The check-in, as it looks at each step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from handlers import buttons
from handlers.page import Page
from handlers.presses import Rate, Rerate, SameAsYesterday, WriteNote
from handlers.views import checkin
from journal import checkins, symptoms
from journal.checkins import Entry
from locales import Words
from tests.handlers.views import samples
from tests.handlers.views.conftest import Home
from tests.handlers.views.samples import NOW

WORDS = Words("en", strict=True)
DAY = date(2026, 1, 5)
FATIGUE = Entry(1, "fatigue", "", asked=True, value=3)
TINGLING = Entry(2, "tingling", "", asked=True)
CRAMPS = Entry(3, "cramps", "", yesterday=4)
OWN = Entry(4, "own-1", "Brain <fog>")
DONE = (FATIGUE, TINGLING, Entry(3, "cramps", "", asked=True, value=0))


def shown(*entries: Entry, note: str = "", **how: Any) -> Page:
    return checkin.page(samples.checkin(*entries, note=note), WORDS, **how)


def labels(page: Page) -> list[list[str]]:
    return [[key.label for key in row] for row in page.rows]


def test_it_asks_for_the_first_symptom_that_is_open() -> None:
    page = shown(FATIGUE, TINGLING, CRAMPS, OWN)
    assert page.text == (
        "<b>Check-in for Mon 5 Jan</b>\nFatigue 3 · Tingling skipped\n\n"
        "In the last 24 hours, how strong were your <b>cramps</b> on average?\n"
        "0 is none, 10 is as bad as you can imagine."
    )
    assert not page.quiet


def test_the_ratings_stand_in_two_rows_and_each_means_itself() -> None:
    page = shown(FATIGUE, TINGLING, CRAMPS)
    assert labels(page) == [list("012345"), ["6", "7", "8", "9", "10"], ["Skip", "Same as yesterday"]]
    pressed = [key.press for row in page.rows for key in row]
    assert pressed == [*(Rate(DAY, 3, n) for n in range(11)), Rate(DAY, 3, -1), SameAsYesterday(DAY, 3)]


def test_without_a_rating_yesterday_there_is_nothing_to_repeat() -> None:
    assert labels(shown(OWN))[-1] == ["Skip"]
    assert labels(shown(Entry(1, "fatigue", "", yesterday=0)))[-1] == ["Skip", "Same as yesterday"]


def test_an_own_symptom_shows_its_label_and_no_markup_of_its() -> None:
    assert "“<b>Brain &lt;fog&gt;</b>”" in shown(OWN).text
    assert labels(shown(FATIGUE, OWN, choose=True)) == [["Fatigue", "Brain <fog>"]]


@pytest.mark.parametrize("code", symptoms.BUILT_IN)
def test_every_built_in_symptom_has_a_name_and_a_question_of_its_own(code: str) -> None:
    page = shown(Entry(9, code, ""))
    assert "“" not in page.text
    assert f"{WORDS.plain(f'symptom-{code}')} 10" in shown(Entry(9, code, "", asked=True, value=10)).text


def test_a_day_that_is_over_is_marked_and_asked_about_by_its_date() -> None:
    page = shown(FATIGUE, CRAMPS, past=True)
    assert "This is an earlier day." in page.text
    assert "On Mon 5 Jan, how strong" in page.text
    assert "24 hours" not in page.text
    assert labels(page)[-1] == ["Skip", "Same as the day before"]


def test_when_all_are_asked_it_says_what_was_recorded_and_no_more() -> None:
    page = shown(*DONE)
    assert page.text == "<b>Check-in saved for Mon 5 Jan</b>\nFatigue 3 · Tingling skipped · Cramps 0"
    assert labels(page) == [["Change", "Add a note"], ["Add what else there was"], ["What you rate"]]
    assert [key.press for key in page.rows[0]] == [Rerate(DAY, 0), WriteNote(DAY)]


def test_a_note_is_shown_as_it_was_written() -> None:
    page = shown(*DONE, note="slept <b>badly & late")
    assert page.text.endswith("\n\nYour note: slept &lt;b&gt;badly &amp; late")
    assert labels(page)[0] == ["Change", "Change the note"]


def test_a_change_asks_which_symptom_and_then_asks_that_one() -> None:
    choice = shown(*DONE, choose=True)
    assert "Which one do you want to change?" in choice.text
    assert [key.press for row in choice.rows for key in row] == [Rerate(DAY, 1), Rerate(DAY, 2), Rerate(DAY, 3)]
    again = shown(*DONE, again=2)
    assert "how strong was your <b>tingling</b>" in again.text
    assert again.rows[0][4].press == Rate(DAY, 2, 4)


def test_a_symptom_that_is_not_on_the_sheet_is_not_asked() -> None:
    assert shown(*DONE, again=77) == shown(*DONE)


def test_every_button_fits_into_callback_data() -> None:
    pages = [shown(FATIGUE, TINGLING, CRAMPS), shown(*DONE), shown(*DONE, choose=True)]
    for key in (key for page in pages for row in page.rows for key in row):
        assert buttons.read(buttons.write(key.press)) == key.press


async def test_the_view_shows_the_rows_as_they_stand(home: Home) -> None:
    async with home.db.write() as tx:
        first = (await checkins.tracked(tx, home.ana))[0]
        assert first.id is not None
        for day, value in ((DAY - timedelta(days=1), 5), (DAY, 0)):
            await checkins.rate(tx, home.ana, first.id, day, value, NOW)
    async with home.db.read() as tx:
        today = await checkin.view(home.see(tx), "2026-01-05")
        again = await checkin.view(home.see(tx), "2026-01-05", again=first.id)
        before = await checkin.view(home.see(tx), "2026-01-04")
    assert "Fatigue 0\n\nIn the last 24 hours, how strong was your <b>tingling</b>" in today.text
    assert labels(again)[-1] == ["Skip", "Same as yesterday"]
    assert "Check-in for Sun 4 Jan</b>\nThis is an earlier day.\nFatigue 5" in before.text


async def test_before_the_day_starts_it_is_still_yesterday(home: Home) -> None:
    home.ana.day_start = home.ana.day_start.replace(hour=4)
    async with home.db.read() as tx:
        page = await checkin.view(home.see(tx, NOW.replace(hour=2)), "2026-01-04")
    assert "earlier day" not in page.text
