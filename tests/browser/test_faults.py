"""What goes wrong on purpose: nothing that was said or owed gets lost."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.phone import SAVED, demo_on_a_phone

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"


def test_a_power_cut_in_the_middle_loses_nothing() -> None:
    with demo_on_a_phone() as (demo, phone):
        phone.arrive()
        phone.say(f"/add {DAILY}")
        phone.reads_last("Vitamin X")
        demo.kill()
        demo.start()
        phone.page.reload()
        phone.tap("Save")
        phone.sees(SAVED)
        demo.kill()
        demo.start()
        phone.page.reload()
        phone.say("/regimens")
        phone.reads_last("Vitamin X")


def test_ctrl_c_ends_the_demo_cleanly() -> None:
    with demo_on_a_phone() as (demo, _):
        assert demo.stop() == 0
        demo.start()


def test_a_killed_bot_goes_on_where_it_was_and_tells_of_what_fell_due() -> None:
    with demo_on_a_phone() as (_, phone):
        phone.arrive()
        phone.say(f"/add {DAILY}")
        phone.reads_last("Vitamin X")
        phone.fault("Bot killed", True)
        phone.tap("Save")
        phone.fault("Bot killed", False)
        phone.sees(SAVED)
        phone.fault("Bot killed", True)
        expect(phone.page.locator("#next")).to_have_text("The bot does not run")
        phone.jump("+1 day")
        phone.fault("Bot killed", False)
        phone.sees("I was offline")
        phone.reads_last("08:00: Vitamin X, 1000 mcg: not recorded yet")


def test_what_telegram_could_not_carry_arrives_when_it_is_back_and_late_messages_arrive_late() -> None:
    with demo_on_a_phone() as (_, phone):
        phone.arrive()
        phone.fault("Telegram down", True)
        phone.say("/help")
        expect(phone.page.get_by_text("Telegram is down")).to_be_visible()
        before = phone.messages.count()
        phone.fault("Telegram down", False)
        expect(phone.messages).to_have_count(before + 1)
        phone.fault("Messages delayed", True)
        phone.say("/today")
        phone.page.wait_for_timeout(1500)
        expect(phone.messages).to_have_count(before + 1)
        expect(phone.messages).to_have_count(before + 2)
