"""The weekly summary: what it says, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from handlers import buttons
from handlers.presses import AnswerPrompt, ShowSummary
from handlers.presses_rules import WhyRule
from handlers.views import summary
from journal import checkins, regimens
from journal.adherence import Timeliness
from journal.overdue import Overdue
from journal.tables import Intake, Occurrence
from journal.timing import Phase, Plan, Timing
from journal.trends import display
from journal.upcoming import Coming
from tests.handlers.views.conftest import Home
from tests.handlers.views.pages import labels, shown
from tests.handlers.views.samples import (
    EARLY,
    LAST,
    LASTING,
    LOW,
    NOW,
    PERSIST,
    QUIET,
    TYPICAL,
    WORSE,
    symptom,
)


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
    assert labels(shown()) == [["Urgent signs", "Take to my visit"]]
    assert shown().quiet


def test_all_that_a_summary_can_say_keeps_its_order() -> None:
    tingling = replace(TYPICAL[1], place="feet", interference=3)
    cramps = symptom("cramps", (*LASTING[:-1], (1, 2, 3, 4, 5, 4, 3)))
    page = shown(
        PERSIST,
        review_on=date(2026, 1, 20),
        symptoms=(tingling, replace(cramps, count=12, interference=1)),
        timing=Timeliness(6, 4, 0, 1),
        injections=(Overdue(date(2026, 1, 2), 3, False),),
        next_injection=Coming("Vitamin X", datetime(2026, 1, 8, 14, 30, tzinfo=UTC), "Room <2>"),
    )
    said = [
        "Your week,",
        "You logged 7 of 7 days.",
        "<b>Tingling</b>: 4.3",
        "7 or more on none. In the feet.",
        "7 or more on none. 12 or more counted.",
        "How much it got in the way the week before: Tingling (quite a bit) and Cramps (a little).",
        "5 of 7 doses logged. On time: 4 of 6.",
        "Injection of Fri 2 Jan: not recorded yet.",
        "1 dose skipped.",
        "Next injection: <b>Vitamin X</b>, Thu 8 Jan, 14:30, booked at Room &lt;2&gt;",
        "Around Tue 20 Jan: time for a check with your clinic.",
        "You rated <b>Tingling</b> 4 or more",
        "This is not a diagnosis.",
    ]
    places = [page.text.find(line) for line in said]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(("place", "said"), [("", "10:00, booked"), (None, "10:00")])
def test_the_next_injection_says_if_it_is_booked(place: str | None, said: str) -> None:
    coming = Coming("Vitamin X", datetime(2026, 1, 8, 10, tzinfo=UTC), place)
    assert shown(next_injection=coming).text.endswith(f"Thu 8 Jan, {said}")


def test_a_week_with_nothing_logged_is_two_lines() -> None:
    nothing = shown(days_logged=0, taken=0, skipped=0, symptoms=(symptom("mood", (QUIET,) * 7),))
    assert nothing.text.splitlines() == [
        "<b>Your week, Mon 29 Dec to Sun 4 Jan</b>",
        "You logged 0 of 7 days and 0 of 7 doses. Just carry on today.",
    ]
    assert labels(nothing) == [["Urgent signs", "Take to my visit"]]
    undue = shown(days_logged=0, taken=0, skipped=0, planned=0, symptoms=())
    assert undue.text.splitlines()[1:] == ["You logged 0 of 7 days. Just carry on today."]


def test_of_an_old_week_only_what_was_is_said() -> None:
    old = shown(old=True, next_label=None, next_at=None)
    assert old.text.endswith("5 of 7 doses logged.\n1 dose skipped.")


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
        ["Take to my visit"],
    ]
    assert labels(many)[2:] == [
        ["Don't ask about these symptoms"],
        ["Urgent signs"],
        ["Why: A clear rise"],
        ["Why: Something that lasts"],
        ["Take to my visit"],
    ]
    pressed = [key.press for row in one.rows[:-2] for key in row]
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
    assert labels(page) == [["Urgent signs", "Why this?"], ["Take to my visit"]]


async def test_an_unsure_summary_is_offered_again(home: Home) -> None:
    async with home.db.read() as tx:
        page = await summary.offer(home.see(tx), checkins.subject(home.ana, date(2027, 1, 3)))
    assert page.text == "I am not sure whether your summary of the week to Sun 3 Jan reached you."
    assert [key.press for row in page.rows for key in row] == [ShowSummary(date(2027, 1, 3))]


async def test_the_view_loads_the_week_and_four_weeks_of_doses(home: Home) -> None:
    async with home.db.write() as tx:
        daily = Plan((Phase(Timing(times=(time(8),)), LAST),))
        regimen = await regimens.add(tx, home.ana, "Vitamin X", "", "tablet", daily, NOW)
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


def test_what_lasts_early_in_treatment_explains_its_rule() -> None:
    assert WhyRule("A-PERSIST") in [key.press for row in shown(EARLY).rows for key in row]
