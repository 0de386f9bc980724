"""The demo as a stranger meets it: a real browser, the real bot process, from first contact to the summary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.phone import CHROMIUM, Phone, demo_on_a_phone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(180),
    pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this machine"),
]


def arrive(phone: Phone) -> None:
    phone.page.get_by_role("button", name="Start", exact=True).click()
    phone.reads_last("Hello, I am Dosebook")
    phone.tap("I agree")
    phone.reads_last("Where do you live?")
    phone.tap("London")
    phone.reads_last("When shall I ask how you feel")
    phone.tap("20:00")
    phone.reads_last("On which day")
    phone.tap("Sunday")
    phone.reads_last("Where things stand")


def check_in(phone: Phone, *values: int) -> None:
    before = phone.messages.count()
    phone.say("/checkin")
    expect(phone.messages).to_have_count(before + 1)
    for symptom, value in zip(("fatigue", "tingling", "cramps"), values, strict=True):
        phone.reads_last(re.compile(f"how strong.*{symptom}", re.IGNORECASE | re.DOTALL))
        phone.tap(str(value))
        phone.reads_last(re.compile(rf"{symptom} {value}", re.IGNORECASE))


def shoot(phone: Phone, name: str, folder: Path) -> None:
    phone.page.screenshot(path=folder / f"{name}.png")


def test_from_first_contact_to_the_weekly_summary(tmp_path: Path) -> None:
    with demo_on_a_phone() as (_, phone):
        sample = phone.page.get_by_role("button", name="Load 12 weeks of a sample patient")
        expect(sample).to_be_visible()
        arrive(phone)
        expect(sample).to_be_hidden()
        phone.say("/add Vitamin B12 1000 mcg tablet every day at 8:00")
        phone.reads_last("Vitamin B12")
        shoot(phone, "preview", tmp_path)
        phone.tap("Save")
        phone.sees("Saved")
        for _ in range(4):  # the check-in of the first evening may come first
            phone.jump("Next event")
            if phone.messages.filter(has_text="Dose due 08:00: Vitamin B12, 1000 mcg").count():
                break
        phone.sees("Dose due 08:00: Vitamin B12, 1000 mcg")
        shoot(phone, "reminder", tmp_path)
        phone.tap("Taken")
        phone.sees(re.compile("Vitamin B12, 1000 mcg: taken at"))
        phone.tap("Undo")
        phone.sees("Dose due 08:00")
        phone.tap("Taken")
        check_in(phone, 3, 2, 0)
        shoot(phone, "checkin", tmp_path)
        phone.jump("+1 week")
        phone.sees(re.compile("logged", re.IGNORECASE))
        picture = phone.page.locator(".row.theirs img").last
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("image => image.complete && image.naturalWidth") == 1080
        shoot(phone, "summary", tmp_path)
        assert phone.messages.filter(has_text=re.compile("^Dose due|offline")).count() >= 6


def test_a_power_cut_in_the_middle_loses_nothing() -> None:
    with demo_on_a_phone() as (demo, phone):
        arrive(phone)
        phone.say("/add Vitamin B12 1000 mcg tablet every day at 8:00")
        phone.reads_last("Vitamin B12")
        demo.kill()
        demo.start()
        phone.page.reload()
        phone.tap("Save")
        phone.sees("Saved")
        demo.kill()
        demo.start()
        phone.page.reload()
        phone.say("/regimens")
        phone.reads_last("Vitamin B12")


def test_ctrl_c_ends_the_demo_cleanly() -> None:
    with demo_on_a_phone() as (demo, _):
        assert demo.stop() == 0
        demo.start()


def test_in_a_wide_window_both_phones_stand_side_by_side_and_fill_it() -> None:
    with demo_on_a_phone(1100, 800) as (_, phone):
        phones = phone.page.locator(".phone")
        expect(phones).to_have_count(2)
        boxes = [phones.nth(number).bounding_box() for number in (0, 1)]
        assert all(box and box["height"] > 600 for box in boxes)
