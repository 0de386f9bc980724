"""What a real Bot sends is what the person sees, and what it gets back is what Telegram would return."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, InvalidToken

from simulator.core import Simulator
from simulator.door import InProcessRequest
from simulator.methods.profile import menu_for
from simulator.people import DOT as PICTURE
from simulator.people import Human

KEYS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Taken", callback_data="t"),
            InlineKeyboardButton("More", url="https://example.com"),
        ]
    ]
)


async def test_a_message_with_all_its_trimmings(bot: Bot, ana: Human) -> None:
    sent = await bot.send_message(
        1001, "<b>Dose</b> due", parse_mode="HTML", reply_markup=KEYS, disable_notification=True
    )
    assert sent.text_html == "<b>Dose</b> due"
    assert (ana.last.text, ana.last.silent) == ("Dose due", True)
    assert ana.last.buttons == [[("Taken", "t"), ("More", "https://example.com")]]
    assert sent.reply_markup == KEYS


async def test_pictures_are_sent_replaced_captioned_and_fetched(bot: Bot, ana: Human) -> None:
    sent = await bot.send_photo(1001, PICTURE, caption="<i>one</i>", parse_mode="HTML", filename="chart.png")
    assert (ana.last.photo, ana.last.caption, ana.last.filename) == (PICTURE, "one", "chart.png")
    await bot.edit_message_caption(1001, sent.id, caption="two")
    assert ana.last.caption == "two"
    edited = await bot.edit_message_media(InputMediaPhoto(PICTURE + b"!", caption="three"), 1001, sent.id)
    assert (ana.last.photo, ana.last.caption) == (PICTURE + b"!", "three")
    assert not isinstance(edited, bool)
    file = await bot.get_file(edited.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == PICTURE + b"!"
    again = await bot.send_photo(1001, edited.photo[-1].file_id)
    assert again.photo[-1].file_id == edited.photo[-1].file_id
    with pytest.raises(BadRequest, match="Type of file mismatch"):
        await bot.send_document(1001, edited.photo[-1].file_id)
    with pytest.raises(BadRequest, match="no text in the message to edit"):
        await bot.edit_message_text("x", 1001, sent.id)


async def test_documents_keep_their_name(bot: Bot, ana: Human) -> None:
    sent = await bot.send_document(1001, b"a,b", filename="journal.csv", caption="Yours")
    assert (ana.last.document, ana.last.filename, ana.last.caption) == (b"a,b", "journal.csv", "Yours")
    assert sent.document is not None
    assert sent.document.file_name == "journal.csv"


async def test_keyboards_come_and_go(bot: Bot, ana: Human) -> None:
    sent = await bot.send_message(1001, "Dose", reply_markup=KEYS)
    await bot.edit_message_reply_markup(1001, sent.id)
    assert (ana.last.buttons, ana.last.edited) == ([], False)
    await bot.send_message(1001, "Thanks", reply_markup=ReplyKeyboardRemove())
    assert ana.last.reply_keyboard == {"remove_keyboard": True}


async def test_a_chat_action_shows_until_the_next_message(sim: Simulator, bot: Bot, ana: Human) -> None:
    await bot.send_chat_action(1001, "typing")
    assert sim.world.chats[1001].typing_until is not None
    await bot.send_message(1001, "x")
    assert sim.world.chats[1001].typing_until is None
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await bot.send_chat_action(1001, "dancing")


async def test_commands_are_kept_per_scope_and_language(sim: Simulator, bot: Bot, ana: Human) -> None:
    bo = sim.join(1002, "Bo", language="de-AT")
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("today", "Today")], scope=scope)
    await bot.set_my_commands([BotCommand("today", "Heute")], scope=scope, language_code="de")
    assert [menu_for(sim.world, person.user)[0]["description"] for person in (ana, bo)] == ["Today", "Heute"]
    assert (await bot.get_my_commands())[0].command == "help"
    await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == ()
    assert menu_for(sim.world, ana.user)[0]["command"] == "help"
    for wrong in (BotCommand("Today", "x"), BotCommand("two words", "x")):
        with pytest.raises(BadRequest, match="Bot_command_invalid"):
            await bot.set_my_commands([wrong])


async def test_the_bot_introduces_itself_per_language(bot: Bot, ana: Human) -> None:
    await bot.set_my_name("Dosebook practice")
    await bot.set_my_description("Reminds you", language_code="")
    await bot.set_my_short_description("Erinnert", language_code="de")
    assert (await bot.get_my_name("fr")).name == "Dosebook practice"
    assert (await bot.get_my_description("de")).description == "Reminds you"
    assert (await bot.get_my_short_description("en")).short_description == ""
    with pytest.raises(BadRequest, match="too long"):
        await bot.set_my_description("x" * 513)
    assert (await bot.get_chat(1001)).first_name == "Ana"


async def test_the_wrong_token_is_unauthorized(sim: Simulator) -> None:
    stranger = Bot("999" + ":" + "nobody", request=InProcessRequest(sim), get_updates_request=InProcessRequest(sim))
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
