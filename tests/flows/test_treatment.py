"""About the treatment: said if wanted, deleted with one tap, and what the rules make of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from journal.tables import FindingLog, Treatment
from simulator.people import Human
from tests.flows.counting import sleep, take, told
from tests.flows.seeds import rate
from tests.world import World, at

SUNDAY = at("2026-03-29 08:00")  # the summary of 22 to 28 March
CRAMPS = "Tell your clinic about it, today if you can."


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg injection every 12 weeks at 10am")
    return ana


async def open_page(world: World, person: Human) -> str:
    await world.say(person, "/regimens")
    await world.tap(person, "Vitamin X")
    return await world.tap(person, "About the treatment")


async def start(world: World, person: Human, text: str) -> str:
    await open_page(world, person)
    label = next(each for each in person.last.labels if each in ("Say when it started", "Change the start"))
    await world.tap(person, label)
    return await world.say(person, text)


async def kept(world: World) -> list[tuple[date | None, bool]]:
    async with world.app.db.read() as tx:
        return [(row.started_on, row.sooner) for row in (await tx.execute(select(Treatment))).scalars()]


async def summary(world: World, person: Human, weeks: int = 0) -> str:
    """The summary of a Sunday, slept until."""
    moment = SUNDAY + timedelta(days=7 * weeks)
    await sleep(world, f"{moment - timedelta(minutes=1):%Y-%m-%d %H:%M}")
    await world.go(moment)
    return [m.body for m in person.chat if m.from_bot and m.body.startswith("Your week")][-1]


class TestTelling:
    async def test_it_is_optional_explained_and_empty(self, world: World, ana: Human) -> None:
        text = await open_page(world, ana)
        assert "You can leave all of this empty." in text
        assert "Started: not said" in text
        assert "when most people have a check" in text
        assert "Earlier check-ups: no" in text
        assert ana.last.labels == [
            "Say when it started",
            "I am pregnant or breastfeeding",
            "Say when my check is",
            "Back",
        ]
        await world.tap(ana, "Back")
        assert ana.last.text.startswith("Vitamin X")
        assert await kept(world) == []

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("1 March 2026", date(2026, 3, 1)),
            ("yesterday", date(2026, 3, 1)),
            ("March 2026", date(2026, 3, 1)),
            ("February", date(2026, 2, 1)),
            ("2025-11", date(2025, 11, 1)),
            ("2025-11-20", date(2025, 11, 20)),
        ],
    )
    async def test_a_date_or_a_month(self, world: World, ana: Human, text: str, day: date) -> None:
        assert f"Started: {day:%a}" in await start(world, ana, text)
        assert await kept(world) == [(day, False)]

    async def test_what_is_no_start_is_asked_again(self, world: World, ana: Human) -> None:
        assert "I did not get that." in await start(world, ana, "a while ago")
        assert "I did not get that." in await world.say(ana, "3/2/2026")
        assert "has not come yet" in await world.say(ana, "1 Dec 2026")
        await world.restart()
        assert "Started: Mon 2 Mar" in await world.say(ana, "today")

    async def test_it_is_changed_and_deleted_with_one_tap(self, world: World, ana: Human) -> None:
        await start(world, ana, "February")
        await world.tap(ana, "I am pregnant or breastfeeding")
        assert "Earlier check-ups: yes, as you are pregnant or breastfeeding" in ana.last.text
        assert await kept(world) == [(date(2026, 2, 1), True)]
        await world.tap(ana, "No earlier check-ups")
        assert await kept(world) == [(date(2026, 2, 1), False)]
        page = ana.last.id
        assert "Started: not said" in await world.tap(ana, "Delete this")
        assert await kept(world) == []
        ana.tap_data(page, "1tm|delete|1")
        await world.settle()
        assert await kept(world) == []

    async def test_the_settings_lead_there_too(self, world: World, ana: Human) -> None:
        await world.say(ana, "/settings")
        assert "About the treatment" in await world.tap(ana, "About the treatment")
        await world.tap(ana, "Back")
        assert "About the treatment" in ana.last.labels


class TestReview:
    async def test_three_months_after_the_start(self, world: World, ana: Human) -> None:
        await start(world, ana, "25 December 2025")
        await rate(world, ana, "fatigue", date(2025, 12, 25), [6] * 14)
        await rate(world, ana, "fatigue", date(2026, 3, 22), [6] * 7)
        text = await summary(world, ana)
        assert "It is about 3 months since you started treatment." in text
        assert "about the same as when you started: 6.0 then, 6.0 now" in text

    async def test_not_when_it_is_clearly_better(self, world: World, ana: Human) -> None:
        await start(world, ana, "25 December 2025")
        await rate(world, ana, "fatigue", date(2025, 12, 25), [7] * 14)
        await rate(world, ana, "fatigue", date(2026, 3, 22), [4] * 7)
        assert "since you started" not in await summary(world, ana)

    async def test_not_in_another_week_nor_after_deleting(self, world: World, ana: Human) -> None:
        await start(world, ana, "29 December 2025")
        await rate(world, ana, "fatigue", date(2025, 12, 29), [6] * 14)
        await rate(world, ana, "fatigue", date(2026, 3, 22), [6] * 9)
        assert "since you started" not in await summary(world, ana)
        await open_page(world, ana)
        await world.tap(ana, "Delete this")
        assert "since you started" not in await summary(world, ana, weeks=1)

    async def test_one_month_after_the_start_if_wanted(self, world: World, ana: Human) -> None:
        await start(world, ana, "25 February 2026")
        await world.tap(ana, "I am pregnant or breastfeeding")
        await rate(world, ana, "fatigue", date(2026, 2, 25), [6] * 14)
        await rate(world, ana, "fatigue", date(2026, 3, 22), [6] * 7)
        assert "It is about 1 month since you started treatment." in await summary(world, ana)


class TestEarly:
    async def test_what_lasts_early_on_has_its_own_words_and_a_longer_rest(self, world: World, ana: Human) -> None:
        await start(world, ana, "1 March 2026")
        await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 42)
        assert "Some feelings can take weeks or months to ease." in await summary(world, ana)
        for weeks in (1, 2, 3):
            assert "Some feelings" not in await summary(world, ana, weeks)
        assert "Some feelings can take weeks or months to ease." in await summary(world, ana, 4)

    async def test_after_12_weeks_the_usual_words(self, world: World, ana: Human) -> None:
        await start(world, ana, "1 December 2025")
        await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 14)
        text = await summary(world, ana)
        assert "4 or more on 14 of 14 days" in text
        assert "Some feelings" not in text

    async def test_with_earlier_check_ups_after_4_weeks(self, world: World, ana: Human) -> None:
        await start(world, ana, "20 February 2026")
        await world.tap(ana, "I am pregnant or breastfeeding")
        await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 14)
        assert "Some feelings" not in await summary(world, ana)


class TestCramps:
    async def rate_cramps(self, world: World, person: Human, value: str) -> None:
        await world.say(person, "/checkin")
        for _ in range(2):
            await world.tap(person, "Skip")
        await world.tap(person, value)

    async def test_soon_after_an_injection_it_is_said_at_once_and_once(self, world: World, ana: Human) -> None:
        await start(world, ana, "1 March 2026")
        await take(world, ana, "2026-03-02 10:00")
        await world.go(at("2026-03-04 12:00"))
        await self.rate_cramps(world, ana, "4")
        assert ana.last.text == (
            "You had an injection 2 days ago and your cramps are 4 or more. Tell your clinic about it, today if you "
            "can. Why: when treatment starts, salts in the blood can shift. A simple blood test can check this. "
            "If your heart is fluttering or you feel faint, get help right away."
        )
        sheet = next(m for m in reversed(ana.chat) if "Check-in saved" in m.text)
        await world.tap(ana, "Change", sheet.id)
        await world.tap(ana, "Cramps", sheet.id)
        await world.tap(ana, "8", sheet.id)
        assert len(told(ana, CRAMPS)) == 1
        async with world.app.db.read() as tx:
            rows = (await tx.execute(select(FindingLog))).scalars().all()
        assert [(row.rule, row.template, row.evidence["d"], row.shown) for row in rows if row.rule == "A-INJCRAMP"] == [
            ("A-INJCRAMP", "T-INJCRAMP", 2, True)
        ]

    @pytest.mark.parametrize(
        ("began", "value", "rated"),
        [
            ("", "8", "2026-03-04 12:00"),  # nothing was said about the treatment
            ("1 March 2026", "3", "2026-03-04 12:00"),  # low
            ("1 March 2026", "8", "2026-03-13 12:00"),  # 11 days after the injection
            ("1 February 2026", "8", "2026-03-04 12:00"),  # 31 days after the start
        ],
    )
    async def test_not_otherwise(self, world: World, ana: Human, began: str, value: str, rated: str) -> None:
        if began:
            await start(world, ana, began)
        await take(world, ana, "2026-03-02 10:00")
        await sleep(world, rated)
        await self.rate_cramps(world, ana, value)
        assert any("Check-in saved" in m.text for m in ana.chat)
        assert told(ana, CRAMPS) == []

    async def test_not_after_a_tablet_nor_after_undoing(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Vitamin X 1 mg tablet every day at 10:00")
        await start(world, bo, "1 March 2026")
        await take(world, bo, "2026-03-02 10:00")
        await self.rate_cramps(world, bo, "8")
        assert told(bo, CRAMPS) == []

    async def test_it_does_not_come_again_with_the_summary(self, world: World, ana: Human) -> None:
        await start(world, ana, "1 March 2026")
        await take(world, ana, "2026-03-02 10:00")
        await sleep(world, "2026-03-07 12:00")  # the last day of the summarised week
        await self.rate_cramps(world, ana, "8")
        assert len(told(ana, CRAMPS)) == 1
        await world.go(at("2026-03-08 09:00"))
        text = [m.body for m in ana.chat if m.body.startswith("Your week")][-1]
        assert "You had an injection" not in text
