"""The page itself: by keyboard, by ear, narrow and wide, light and dark."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.phone import demo_on_a_phone

NAME = "one => one.getAttribute('aria-label') || one.innerText || one.labels?.[0]?.textContent || ''"


def test_the_page_is_worked_by_keyboard_alone() -> None:
    with demo_on_a_phone() as (_, phone):
        press = phone.page.keyboard.press
        phone.arrive()
        field = phone.page.get_by_label("Message from Ana")
        phone.frame.get_by_role("button", name="Skip to the message field").focus()
        press("Enter")
        expect(field).to_be_focused()
        phone.page.keyboard.type("/tod")
        expect(phone.frame.get_by_role("option")).to_have_count(1)
        press("ArrowDown")
        press("Enter")
        phone.reads_last("Nothing")
        phone.page.get_by_role("tab", name="Ana").focus()
        press("ArrowRight")
        expect(phone.page.get_by_role("tab", name="Bo", selected=True)).to_be_focused()
        expect(phone.page.get_by_role("tabpanel", name="Bo’s phone")).to_be_visible()


def test_who_listens_hears_new_messages_and_every_control_has_a_name() -> None:
    with demo_on_a_phone() as (_, phone):
        phone.arrive()
        expect(phone.frame.get_by_role("log")).to_have_attribute("aria-live", "polite")
        phone.page.get_by_role("button", name="Faults").click()
        names = phone.page.locator("button, a, input, textarea, select").evaluate_all(f"all => all.map({NAME})")
        assert len(names) > 20
        assert "" not in [name.strip() for name in names]


def test_the_clock_goes_to_a_date() -> None:
    with demo_on_a_phone() as (_, phone):
        phone.arrive()
        phone.page.get_by_role("button", name="Date…").click()
        field = phone.page.get_by_label("Date and time")
        day = field.input_value()[:10]
        field.fill(f"{day}T09:30")
        phone.jump("Go there")
        expect(phone.page.locator("#now")).to_have_attribute("datetime", re.compile(f"{day}T09:30"))


def test_in_a_wide_window_all_phones_stand_side_by_side_and_fill_it() -> None:
    with demo_on_a_phone(1100, 800) as (_, phone):
        phones = phone.page.locator(".phone")
        expect(phones).to_have_count(2)
        boxes = [box for number in (0, 1) if (box := phones.nth(number).bounding_box())]
        assert all(box["height"] > 600 for box in boxes)
        assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]


def test_the_theme_follows_the_machine_until_it_is_chosen() -> None:
    with demo_on_a_phone() as (_, phone):
        colour = "getComputedStyle(document.querySelector('.phone.active')).backgroundColor"
        phone.page.locator(".phone.active").wait_for()
        light = phone.page.evaluate(colour)
        phone.page.emulate_media(color_scheme="dark")
        dark = phone.page.evaluate(colour)
        phone.page.get_by_role("button", name="Light or dark").click()
        assert (light, phone.page.evaluate(colour)) == ("rgb(255, 255, 255)", light)
        phone.page.reload()
        phone.page.locator(".phone.active").wait_for()
        assert (dark, phone.page.evaluate(colour)) == ("rgb(23, 33, 43)", light)
