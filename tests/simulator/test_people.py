"""What people do reaches a real Bot as the update that Telegram would send."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, Update

from simulator.core import Simulator
from simulator.people import Human


def keys(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label.lower()) for label in labels]])


async def newest(bot: Bot) -> Update:
    return (await bot.get_updates(offset=-1))[0]


async def test_typed_commands_are_marked_and_trimmed(bot: Bot, ana: Human) -> None:
    ana.say("  /add Vitamin X ")
    message = (await newest(bot)).message
    assert message is not None
    assert message.text == "/add Vitamin X"
    assert message.parse_entities([MessageEntity.BOT_COMMAND]).popitem()[1] == "/add"
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.language_code) == (1001, "en")


async def test_tapping_finds_the_newest_message_that_shows_the_button(bot: Bot, ana: Human) -> None:
    first = await bot.send_message(1001, "first", reply_markup=keys("Taken", "Skip"))
    second = await bot.send_message(1001, "second", reply_markup=keys("Taken ✓", "10", "1"))
    pressed = []
    for label, message_id in (("Taken", None), ("Skip", None), ("1", None), ("Taken", first.id)):
        ana.tap(label, message_id)
        query = (await newest(bot)).callback_query
        assert query is not None
        assert query.message is not None
        pressed.append((query.message.message_id, query.data))
    assert pressed == [(second.id, "taken ✓"), (first.id, "skip"), (second.id, "1"), (first.id, "taken")]


async def test_tapping_what_is_not_there_says_what_is(bot: Bot, ana: Human) -> None:
    await bot.send_message(1001, "first", reply_markup=keys("Taken", "Skip"))
    with pytest.raises(AssertionError, match=r"no button 'Undo'; shown: \[\['Taken', 'Skip'\]\]"):
        ana.tap("Undo")


async def test_a_press_below_a_deleted_message_and_forged_data_arrive(bot: Bot, ana: Human) -> None:
    sent = await bot.send_message(1001, "first", reply_markup=keys("Taken"))
    await bot.delete_message(1001, sent.id)
    ana.tap_data(sent.id, "forged|1")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.data == "forged|1"
    assert query.message is not None
    assert not query.message.is_accessible


async def test_places_stickers_voices_photos_files_and_edits(bot: Bot, ana: Human) -> None:
    ana.share_location(52.52, 13.405)
    ana.send_sticker()
    ana.send_voice()
    ana.send_photo(caption="rash")
    ana.send_document(b"a,b", "old.csv")
    said = ana.say("one")
    ana.edit(said.id, "two")
    updates = await bot.get_updates()
    place, sticker, voice, photo, document, *_ = (update.message for update in updates)
    assert place is not None
    assert place.location is not None
    assert (place.location.latitude, place.location.longitude) == (52.52, 13.405)
    assert sticker is not None
    assert sticker.sticker
    assert voice is not None
    assert voice.voice
    assert photo is not None
    assert (photo.photo[0].width, photo.caption) == (1, "rash")
    assert document is not None
    assert document.document is not None
    assert document.document.file_name == "old.csv"
    assert updates[-1].edited_message is not None
    assert updates[-1].edited_message.text == "two"


async def test_blocking_and_coming_back_are_told_to_the_bot(bot: Bot, ana: Human) -> None:
    ana.block()
    ana.block()
    ana.unblock()
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change and change.new_chat_member.status for change in changes] == ["kicked", "member"]


def test_whoever_has_blocked_the_bot_cannot_write(ana: Human) -> None:
    ana.block()
    with pytest.raises(AssertionError, match="blocked"):
        ana.say("hello")


async def test_a_deep_link_presses_start(bot: Bot, ana: Human) -> None:
    ana.open("https://t.me/dosebook_bot?start=care_abc")
    message = (await newest(bot)).message
    assert message is not None
    assert message.text == "/start care_abc"


async def test_in_a_group_the_bot_sees_commands_and_mentions_only(bot: Bot, ana: Human, sim: Simulator) -> None:
    sim.group(-500, "Family", ana)
    for text in ("hello all", "/today@dosebook_bot", "ask @dosebook_bot"):
        ana.say(text, chat=-500)
    added, *seen = await bot.get_updates()
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "member"
    assert [update.message and update.message.text for update in seen] == [
        "/today@dosebook_bot",
        "ask @dosebook_bot",
    ]
    assert sim.messages(-500)[0].text == "hello all"
    assert (await bot.send_message(-500, "In private, please.")).chat.title == "Family"
