"""`make screenshots`: the demo in headless Chromium, and its main screens as small PNG files in docs/images."""

from __future__ import annotations

import io
import re
from typing import Literal

from PIL import Image

from tests.browser.phone import ROOT, SAVED, Phone, demo_on_a_phone
from tests.browser.test_demo import check_in

FOLDER = ROOT / "docs" / "images"
SCALE, COLORS = 2, 240
MARGIN = 44  # pixels that the chat's floating date covers
ADDED = "/add Vitamin B12 1 mg injection every other day from tomorrow 6 times then every 8 weeks at 8:00"


def shoot(phone: Phone, name: str, scheme: Literal["light", "dark"] = "light", top: str = "") -> None:
    """Write the phone as it looks to docs/images/<name>.png; `top` is a text to scroll to the upper edge."""
    page = phone.page
    page.emulate_media(color_scheme=scheme)
    if top:
        message = phone.messages.filter(has_text=top).last
        message.evaluate(f"row => {{ row.style.scrollMarginTop = '{MARGIN}px'; row.scrollIntoView() }}")
    page.mouse.move(0, 0)
    page.locator(".phone.active .toast.shown").wait_for(state="detached")
    page.locator(".phone.active .key[aria-busy]").first.wait_for(state="detached")
    page.wait_for_timeout(800)  # until what moves stands still
    shot = Image.open(io.BytesIO(page.locator(".phone.active").screenshot()))
    small = shot.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
    small.save(FOLDER / f"{name}.png", optimize=True)


def first_days() -> None:
    """First contact, a reminder, an injection that was taken, a check-in."""
    with demo_on_a_phone(scale=SCALE) as (_, phone):
        phone.tap("Start")
        phone.reads_last("Hello, I am Dosebook")
        shoot(phone, "first-contact")
        phone.arrive()
        check_in(phone, 3, 2, 0)
        phone.say(ADDED)
        phone.reads_last("Vitamin B12")
        shoot(phone, "preview", "dark")
        phone.tap("Save")
        phone.sees(SAVED)
        phone.reach("Dose due 08:00")
        shoot(phone, "reminder")
        phone.tap("Taken")
        phone.sees(re.compile("taken at"))
        shoot(phone, "injection", "dark")
        phone.say("/checkin")
        phone.reads_last("how strong")
        phone.tap("3")
        phone.reads_last("Fatigue 3")
        shoot(phone, "check-in")


def twelve_weeks() -> None:
    """A summary with its picture, a prompt, and what somebody reads who reads along."""
    with demo_on_a_phone(scale=SCALE) as (_, phone):
        phone.load_sample()
        shoot(phone, "summary", top="Your week")
        shoot(phone, "prompt", "dark", top="Please call your doctor")
        phone.page.get_by_role("tab", name="Bo").click()
        shoot(phone.other("Bo"), "caregiver", top="Week of Ana")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    first_days()
    twelve_weeks()
