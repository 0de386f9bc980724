"""The weekly summary: on the person's day, once, with a chart, and with a prompt when a rule fires."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from simulator.people import Human
from tests.flows.booking import MONTHLY
from tests.flows.seeds import rate
from tests.reports.test_charts import corner
from tests.world import World, at

SUNDAY = at("2026-03-29 08:00")  # 09:00 in London: summer time begins that day
FIRST = date(2026, 3, 1)  # a Sunday, four weeks before


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    return ana


def summaries(person: Human) -> list[str]:
    return [message.body for message in person.chat if message.from_bot and message.body.startswith("Your week")]


async def last_week(world: World, ana: Human) -> str:
    """Be asleep until the summary of 22 to 28 March is due."""
    world.clock.set(SUNDAY - timedelta(minutes=1))
    await world.app.courier.lived(world.clock.now())
    await world.settle()
    await world.go(SUNDAY)
    return summaries(ana)[-1]


async def test_it_says_averages_changes_and_doses(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", date(2026, 3, 15), [3] * 7 + [5, 5, 5, 4, 5, 7, 8])
    await rate(world, ana, "tingling", date(2026, 3, 22), [1, None, 1, None, 2, None, None])
    text = await last_week(world, ana)
    assert "Sun 22 Mar" in text
    assert "Sat 28 Mar" in text
    assert "7 of 7 days" in text
    assert "5.6" in text
    assert "higher" in text
    assert "not enough entries" in text
    assert "0 of 7 doses" in text


async def test_it_comes_once_silently_and_with_a_picture(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", date(2026, 3, 22), [3] * 7)
    await last_week(world, ana)
    await world.go(SUNDAY + timedelta(hours=20))
    assert len(summaries(ana)) == len({text.split("\n")[0] for text in summaries(ana)})
    message = next(m for m in reversed(ana.chat) if m.body.startswith("Your week"))
    assert message.silent
    assert message.photo
    assert message.photo.startswith(b"\x89PNG")


async def test_without_entries_it_says_so_and_has_no_picture(world: World, ana: Human) -> None:
    text = await last_week(world, ana)
    message = next(m for m in reversed(ana.chat) if m.body.startswith("Your week"))
    assert "0 of 7" in text
    assert message.photo is None


async def test_a_symptom_that_lasts_leads_to_one_explained_prompt(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 14)
    text = await last_week(world, ana)
    assert "Tingling" in text
    assert "4 or more on 14 of 14 days" in text
    assert "doctor or nurse" in text
    assert text.count("not a diagnosis") == 1
    assert {"I've booked", "I've been seen", "Remind me next week"} <= set(ana_labels(ana))


async def test_a_week_below_the_rule_leads_to_no_prompt(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 7 + [5, 5, 5, 3, 3, 3, 3])
    text = await last_week(world, ana)
    assert "not a diagnosis" not in text
    assert ana_labels(ana) == ["Urgent signs", "Take to my visit"]


async def test_a_prompt_is_not_repeated_in_the_next_week(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 28)
    assert "not a diagnosis" in await last_week(world, ana)
    await world.go(SUNDAY + timedelta(days=7))
    assert "not a diagnosis" not in summaries(ana)[-1]
    await world.go(SUNDAY + timedelta(days=14))
    assert "not a diagnosis" in summaries(ana)[-1]


async def test_booked_rests_the_prompt_for_four_weeks(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 42)
    await last_week(world, ana)
    await world.tap(ana, "I've booked")
    assert "I've booked" not in ana_labels(ana)
    assert ana.toasts[-1] == "Noted"
    for weeks in (1, 2, 3):
        await world.go(SUNDAY + timedelta(days=7 * weeks))
        assert "not a diagnosis" not in summaries(ana)[-1], weeks
    await world.go(SUNDAY + timedelta(days=28))
    assert "not a diagnosis" in summaries(ana)[-1]


async def test_a_muted_symptom_is_not_prompted_about(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 49)
    await last_week(world, ana)
    await world.tap(ana, "Don't ask about")
    await world.go(SUNDAY + timedelta(days=28))
    assert all("not a diagnosis" not in text for text in summaries(ana)[-3:])


async def test_doses_say_how_many_were_on_time_and_what_comes_next(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", date(2026, 3, 22), [3] * 7)
    world.clock.set(at("2026-03-26 23:30"))
    await world.app.courier.lived(world.clock.now())
    for moment in ("2026-03-27 09:59", "2026-03-28 10:01"):
        await world.go(at(moment))
        await world.say(ana, "taken")
    await world.go(SUNDAY)
    assert "2 of 7 doses logged. On time: 1 of 7." in summaries(ana)[-1]
    assert "Next dose: Vitamin X" in summaries(ana)[-1]


async def test_an_injection_is_named_with_its_booking_and_what_waits(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin Y injection every 4 weeks from 25 Mar 2026 at 10:00")
    await rate(world, ana, "fatigue", date(2026, 3, 22), [3] * 7)
    text = await last_week(world, ana)
    assert "Injection of Wed 25 Mar: overdue." in text
    assert "Next injection: Vitamin Y, Wed 22 Apr, 10:00" in text
    assert "Next dose" not in text


async def test_a_booked_injection_says_when_and_where(world: World, ana: Human) -> None:
    await world.take(ana, MONTHLY.replace("23 Mar", "1 Apr").replace("Vitamin X", "Vitamin Y"))
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin Y")
    await world.tap(ana, "Book a date")
    await world.say(ana, "2 Apr 2026 14:30")
    await world.say(ana, "Room <2>")
    await world.tap(ana, "Save")
    await rate(world, ana, "fatigue", date(2026, 3, 22), [3] * 7)
    text = await last_week(world, ana)
    assert "Next injection: Vitamin Y, Thu 2 Apr, 14:30, booked at Room <2>" in text


async def test_the_answer_of_the_week_before_is_said_with_the_next_summary(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [2] * 14)
    world.clock.set(SUNDAY - timedelta(days=7, minutes=1))
    await world.app.courier.lived(world.clock.now())
    await world.go(SUNDAY - timedelta(days=7) + timedelta(hours=3))
    assert "in the way" not in summaries(ana)[-1]
    await world.tap(ana, "Somewhat")
    await world.go(SUNDAY)
    assert "How much it got in the way the week before: Tingling (somewhat)." in summaries(ana)[-1]


async def test_where_and_how_many_are_added_up(world: World, ana: Human) -> None:
    await world.go(at("2026-03-22 20:00"))
    for label in ("5", "4", "3", "Feet", "5+"):
        await world.tap(ana, label)
    await world.go(at("2026-03-23 20:00"))
    for label in ("5", "4", "3", "Hands", "2"):
        await world.tap(ana, label)
    await rate(world, ana, "tingling", date(2026, 3, 24), [4] * 4)
    await rate(world, ana, "cramps", date(2026, 3, 24), [4] * 4)
    text = await last_week(world, ana)
    assert "In the hands and feet." in text
    assert "7 or more counted." in text


async def test_dark_pictures_are_dark_from_the_next_one_on(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", date(2026, 3, 22), [3] * 7)
    await world.say(ana, "/settings")
    await world.tap(ana, "Dark pictures")
    await world.tap(ana, "yes")
    await last_week(world, ana)
    picture = next(m.photo for m in reversed(ana.chat) if m.body.startswith("Your week"))
    assert picture
    assert corner(picture) == (23, 33, 43, 255)
    trends = await world.say(ana, "/trends")
    assert trends.startswith("12 weeks")
    assert corner(ana.last.photo or b"") == (23, 33, 43, 255)


async def test_an_old_summary_asked_for_again_stays_as_it_was(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin Y injection every 4 weeks from 25 Mar 2026 at 10:00")
    await rate(world, ana, "fatigue", date(2026, 3, 22), [3] * 7)
    await last_week(world, ana)
    await world.go(SUNDAY + timedelta(days=8))
    old = await asked_again(world, ana)
    assert old.startswith("Your week, Sun 22 Mar to Sat 28 Mar")
    assert old.endswith("0 of 8 doses logged.")
    await world.say(ana, "/today")
    assert "later than planned" in await world.tap(ana, "Taken · Vitamin Y")
    await world.say(ana, "/symptoms")
    await world.tap(ana, "Numbness")
    await world.go(timedelta(days=3))
    assert await asked_again(world, ana) == old


@pytest.mark.parametrize("data", ["1ss|99991231", "1ss|00010101", "1ss|20260402", "1vi|99991231", "1vi|00010101"])
async def test_a_forged_week_is_answered_kindly(world: World, ana: Human, data: str) -> None:
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert "Something went wrong" not in ana.last.body
    assert not ana.last.body.startswith("Your week")


async def asked_again(world: World, ana: Human) -> str:
    ana.tap_data(ana.last.id, "1ss|20260328")
    await world.settle()
    return ana.last.body


def ana_labels(ana: Human) -> list[str]:
    return next(m for m in reversed(ana.chat) if m.body.startswith("Your week")).labels
