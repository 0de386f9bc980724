"""The weekly summary: what it says, in which order, and how it keeps within Telegram's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from handlers import buttons
from handlers.page import Page
from handlers.presses import AnswerPrompt, ShowSummary
from handlers.views import summary
from journal import checkins
from journal.rules import ANSWERS
from journal.tables import Intake, Occurrence, Regimen
from journal.trends import display
from locales import Words
from reports.charts import weekly_chart
from scheduler.facts import Prompted
from simulator.html import parse_html
from tests.handlers.views import samples
from tests.handlers.views.conftest import Home
from tests.handlers.views.samples import LAST, LASTING, LOW, NOW, PERSIST, QUIET, SEVERE, TYPICAL, WORSE, symptom

WORDS = Words("en", strict=True)
OWN = "Brain fog & <buzzing> "


def shown(*prompts: Prompted, **changes: Any) -> Page:
    return summary.page(samples.summary(*prompts, **changes), WORDS)


def labels(page: Page) -> list[list[str]]:
    return [[key.label for key in row] for row in page.rows]


def test_the_week_comes_in_short_lines_most_important_first() -> None:
    assert shown().text.splitlines() == [
        "<b>Your week, Mon 29 Dec to Sun 4 Jan</b>",
        "You logged 7 of 7 days.",
        "<b>Fatigue</b>: 6.7 on average, clearly higher than last week. 4 or more on 7 days, 7 or more on 4.",
        "<b>Tingling</b>: 4.3 on average, about the same as last week. 4 or more on 6 days, 7 or more on none.",
        "<b>Cramps</b>: not enough entries, 2 of 7 days.",
        "I need at least 4 days for an average. No problem. Just carry on today.",
        "",
        "5 of 7 doses logged.",
        "1 dose skipped.",
        "Next dose: <b>Vitamin X</b>, Tue 6 Jan, 08:00",
    ]
    assert shown().rows == ()
    assert shown().quiet


def test_an_average_is_rounded_as_the_journal_rounds_it() -> None:
    week = (4, 4, 4, 5, None, None, None)
    assert f"{display(4.25)} on average" in shown(symptoms=(symptom("mood", (*LASTING[:-1], week)),)).text


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (LOW, (0,) * 7, "0.0 on average, a bit lower than last week. 4 or more on no day, 7 or more on none."),
        (LOW, (3, 2, 4, 1, 2, 3, 2), "2.4 on average, a bit higher than last week. 4 or more on 1 day,"),
        ((9,) * 7, LOW, "clearly lower than last week."),
        (QUIET, LOW, "1.3 on average, with too few entries last week to compare."),
    ],
)
def test_each_change_has_its_words(before: tuple[int], now: tuple[int], said: str) -> None:
    assert said in shown(symptoms=(symptom("mood", (*LASTING[:-2], before, now)),)).text


def test_an_average_needs_no_remark_about_entries_when_each_has_enough() -> None:
    assert "I need at least" not in shown(symptoms=TYPICAL[:2]).text


def test_when_nothing_was_due_or_is_planned_or_rests_it_says_so() -> None:
    text = shown(planned=0, taken=0, skipped=0, paused=1, next_label=None, next_at=None).text
    assert text.endswith("\n\nNo dose was due this week.\n1 thing you take is paused.\nNo next dose is planned.")
    assert "1 of 1 dose logged." in shown(planned=1, taken=1).text


def test_the_next_dose_is_on_the_persons_clock() -> None:
    at = datetime(2026, 7, 6, 22, 30, tzinfo=UTC)
    assert "<b>Vitamin &lt;X&gt;</b>, Mon 6 Jul, 23:30" in shown(next_at=at, next_label="Vitamin <X>").text


def test_a_prompt_says_each_finding_then_what_to_do_and_ends_once() -> None:
    page = shown(WORSE, PERSIST, replace(PERSIST, code="cramps"))
    assert page.text.split("\n\n")[-1].splitlines() == [
        "Your average for <b>Fatigue</b> was about 3.7 points higher this week than in your usual weeks: 6.7, and 3.0"
        " before.",
        "<b>If you can't think of a reason, call your doctor or nurse.</b> Why: a clear change is worth telling them"
        " about.",
        "You rated <b>Tingling</b> 4 or more on 11 of 13 days, 2 weeks in a row.",
        "You rated <b>Cramps</b> 4 or more on 11 of 13 days, 2 weeks in a row.",
        "<b>This is a good time to call your doctor or nurse.</b> Why: feelings like this that last are worth a"
        " check. They can have many causes, and a doctor or nurse can find out which.",
        "This is not a diagnosis.",
    ]


def test_a_prompt_can_be_answered_in_four_ways() -> None:
    many, one = shown(WORSE, PERSIST), shown(WORSE)
    assert labels(one) == [
        ["I've booked", "I've been seen"],
        ["Remind me next week"],
        ["Don't ask about this symptom"],
        ["Urgent signs", "Why this?"],
    ]
    assert labels(many)[2:] == [
        ["Don't ask about these symptoms"],
        ["Urgent signs"],
        ["Why: A clear rise"],
        ["Why: Something that lasts"],
    ]
    pressed = [key.press for row in one.rows[:-1] for key in row]
    assert pressed == [AnswerPrompt(LAST, answer) for answer in ("booked", "seen", "next_week", "mute")]
    assert [buttons.read(buttons.write(press)) for press in pressed] == pressed


@pytest.mark.parametrize(
    ("answer", "noted"),
    [
        ("booked", "Noted: you've booked a visit. I'll leave this for 4 weeks,"),
        ("seen", "Noted: you've been seen. I'll leave this for 4 weeks,"),
        ("next_week", "Noted: I'll bring this up again next week"),
        ("mute", "Noted: I won't ask about this symptom again."),
    ],
)
def test_once_answered_it_says_what_was_noted_and_still_explains(answer: str, noted: str) -> None:
    page = shown(PERSIST, answer=answer)
    assert page.text.startswith(shown(PERSIST).text + "\n" + noted)
    assert labels(page) == [["Urgent signs", "Why this?"]]


def test_the_picture_shows_four_weeks_of_what_was_rated() -> None:
    chart = shown(PERSIST).chart
    assert chart is not None
    assert chart.title == "Mon 8 Dec to Sun 4 Jan"
    assert [panel.label for panel in chart.panels] == ["Tingling", "Fatigue", "Cramps"]  # the prompt's first
    assert [panel.note for panel in chart.panels] == ["4.3 this week", "6.7 this week", "too few entries this week"]
    assert chart.panels[1].days[-7:] == (6, 7, 6, 7, 6, 7, 8)
    assert chart.panels[2].means == (None, None, None, None)
    assert chart.ticks == ((7, "Mon 15 Dec"), (21, "Mon 29 Dec"))
    assert chart.intakes == (1, 3, 8, 10, 15, 17, 21, 22, 24, 25, 27)
    assert weekly_chart(chart).startswith(b"\x89PNG")


def test_without_a_rating_in_those_weeks_there_is_no_picture() -> None:
    old = symptom("fatigue", (LOW, LOW, LOW, QUIET, QUIET, QUIET, QUIET))
    page = shown(symptoms=(old,), days_logged=0)
    assert page.chart is None
    assert "You logged 0 of 7 days." in page.text
    assert shown(symptoms=()).chart is None


def test_at_most_four_symptoms_are_drawn_and_all_are_said() -> None:
    many = tuple(symptom(f"own-{n}", LASTING, f"Own {n}") for n in range(6))
    page = shown(replace(PERSIST, code="own-5", label="Own 5"), symptoms=many)
    assert page.chart is not None
    assert [panel.label for panel in page.chart.panels] == ["Own 5", "Own 0", "Own 1", "Own 2"]
    assert all(f"<b>Own {n}</b>: 4.3 on average" in page.text for n in range(6))


def crowded(size: int, answer: str | None = None, rules: Sequence[Prompted] = (SEVERE, WORSE, PERSIST)) -> Page:
    """Three own symptoms whose labels have `size` characters, each with a finding of its own rule."""
    label = (OWN * size)[:size]
    own = tuple(symptom(f"own-{n}", each.weeks, label) for n, each in enumerate(TYPICAL))
    found = [replace(each, code=f"own-{n}", label=label) for n, each in enumerate(rules)]
    return shown(*found, answer=answer, symptoms=own)


def test_a_longer_page_gives_up_details_first_and_then_the_picture() -> None:
    pages = [crowded(size, rules=(WORSE, PERSIST)) for size in range(1, 200)]
    details = [("4 or more on 6 days" in p.text, "than last week" in p.text, p.chart is not None) for p in pages]
    assert list(dict.fromkeys(details)) == [
        (True, True, True),
        (False, True, True),
        (False, False, True),
        (True, True, False),
    ]


def test_a_usual_prompt_costs_no_detail_and_the_longest_of_the_defaults_no_picture() -> None:
    assert "4 or more on 6 days" in shown(WORSE, PERSIST).text
    assert shown(SEVERE, replace(WORSE, code="cramps"), PERSIST).chart is not None


def test_every_page_fits_and_no_prompt_is_ever_cut() -> None:
    for size in range(1, 200, 8):
        for answer in (None, *ANSWERS):
            page = crowded(size, answer)
            width = len(parse_html(page.text)[0].encode("utf-16-le")) // 2
            assert width == summary.length(page.text) <= (1024 if page.chart else 4096)
            assert all(said in page.text for said in ("of the last 7 days", "points higher", "weeks in a row"))
            assert page.text.count("Why: ") == 3
            assert page.text.count("not a diagnosis") == 1


def test_an_answer_never_changes_the_kind_of_message() -> None:
    for size in range(1, 200, 3):
        kinds = {crowded(size, answer).chart is None for answer in (None, *ANSWERS)}
        assert len(kinds) == 1


def test_length_is_what_telegram_counts() -> None:
    assert summary.length('<b>a&lt;</b> 🙂 &amp; <a href="x">é</a>') == len("a< ") + 2 + len(" & é")


async def test_an_unsure_summary_is_offered_again(home: Home) -> None:
    async with home.db.read() as tx:
        page = await summary.offer(home.see(tx), checkins.subject(home.ana, date(2027, 1, 3)))
    assert page.text == "I am not sure whether your summary of the week to Sun 3 Jan reached you."
    assert [key.press for row in page.rows for key in row] == [ShowSummary(date(2027, 1, 3))]


async def test_the_view_loads_the_week_and_four_weeks_of_doses(home: Home) -> None:
    async with home.db.write() as tx:
        ana = home.ana.id or 0
        regimen = Regimen(person_id=ana, label="Vitamin X", planned_from=NOW, created_at=NOW)
        tx.add(regimen)
        await tx.flush()
        for back in (0, 6, 7, 27, 28):  # the first two are of the week, the last one is too old
            day = LAST - timedelta(days=back)
            due = Occurrence(regimen_id=regimen.id or 0, local_date=day, slot=0, planned_at=NOW - timedelta(days=back))
            tx.add(due)
            await tx.flush()
            tx.add(
                Intake(
                    regimen_id=due.regimen_id,
                    occurrence_id=due.id,
                    kind="taken",
                    taken_at=NOW,
                    local_date=day,
                    recorded_at=NOW,
                )
            )
        fatigue = (await checkins.tracked(tx, home.ana))[0]
        for back in (1, 2):
            await checkins.rate(tx, home.ana, fatigue.id or 0, LAST - timedelta(days=back), 9, NOW - timedelta(days=1))
    async with home.db.read() as tx:
        page = await summary.view(home.see(tx), LAST.isoformat())
    assert "<b>Fatigue</b>: not enough entries, 2 of 7 days." in page.text
    assert "2 of 2 doses logged." in page.text
    assert page.chart is not None
    assert page.chart.intakes == (0, 20, 21, 27)
    assert [panel.label for panel in page.chart.panels] == ["Fatigue"]
