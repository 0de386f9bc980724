"""The demo as a stranger meets it: a real browser, the real bot process, from first contact to the summary."""

from __future__ import annotations

import re
import zipfile

from playwright.sync_api import expect

from tests.browser.phone import Phone, demo_on_a_phone

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"
SYMPTOMS = ("fatigue", "tingling", "cramps")


def check_in(phone: Phone, *values: int) -> None:
    before = phone.messages.count()
    phone.say("/checkin")
    expect(phone.messages).to_have_count(before + 1)
    for symptom, value in zip(SYMPTOMS, values, strict=True):
        phone.reads_last(re.compile(f"how strong.*{symptom}", re.IGNORECASE | re.DOTALL))
        phone.tap(str(value))
        phone.reads_last(re.compile(rf"{symptom} {value}", re.IGNORECASE))


def test_from_first_contact_to_the_weekly_summary() -> None:
    with demo_on_a_phone() as (_, phone):
        sample = phone.page.get_by_role("button", name="Load 12 weeks of a sample patient")
        expect(sample).to_be_visible()
        phone.arrive()
        expect(sample).to_be_hidden()
        phone.add(DAILY)
        phone.reach("Dose due 08:00: Vitamin X, 1000 mcg")
        phone.tap("Taken")
        phone.sees(re.compile("Vitamin X, 1000 mcg: taken at"))
        expect(phone.page.get_by_text("Recorded", exact=True)).to_be_visible()
        phone.tap("Undo")
        phone.sees("Dose due 08:00")
        phone.tap("Taken")
        check_in(phone, 3, 2, 0)
        expect(phone.last.locator(".meta")).to_contain_text("edited")
        phone.jump("+1 week")
        phone.sees(re.compile("logged", re.IGNORECASE))
        assert phone.messages.filter(has_text=re.compile("^Dose due|offline")).count() >= 6
        sees_the_picture(phone)


def sees_the_picture(phone: Phone) -> None:
    phone.frame.get_by_role("button", name="Open the picture").last.click()
    large = phone.page.get_by_role("dialog", name="Picture")
    expect(large.get_by_role("link", name="Download")).to_be_visible()
    assert large.get_by_role("img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 1080
    phone.page.keyboard.press("Escape")
    expect(large).to_be_hidden()


def test_an_export_is_downloaded_and_holds_what_was_added() -> None:
    with demo_on_a_phone() as (_, phone):
        phone.arrive()
        phone.add(DAILY)
        phone.say("/export")
        with phone.page.expect_download() as waiting:
            phone.frame.get_by_role("link", name="Download").click()
        assert re.fullmatch(r"dosebook-[\d-]+\.zip", waiting.value.suggested_filename)
        with zipfile.ZipFile(waiting.value.path()) as file:
            assert {"export.json", "calendar.ics", "csv/regimen.csv"} <= set(file.namelist())
            assert "Vitamin X" in file.read("csv/regimen.csv").decode()


def test_a_caregiver_is_invited_across_both_phones() -> None:
    with demo_on_a_phone(1200, 850) as (_, ana):
        ana.arrive()
        ana.say("/caregivers")
        for label in ("Invite someone", "Averages of symptoms: no", "Next", "Ana"):
            ana.tap(label)
        ana.last.get_by_role("link", name=re.compile("start=")).click()
        ana.page.get_by_role("button", name="Bo’s phone").click()
        bo = ana.other("Bo")
        for label in ("Accept", "I agree", "London"):
            bo.tap(label)
        ana.tap("Confirm")
        ana.sees("Bo")
        bo.say("/caregivers")
        bo.reads_last("You read along with Ana")


def test_the_sample_patient_has_twelve_weeks_and_two_who_read_along() -> None:
    with demo_on_a_phone() as (_, ana):
        ana.load_sample()
        assert ana.messages.filter(has_text="Your week, ").count() == 12
        ana.sees("Please call your doctor or nurse")
        for name in ("Bo", "Cy"):
            ana.page.get_by_role("tab", name=name).click()
            ana.other(name).sees("Week of Ana")
