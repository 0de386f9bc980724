"""Each refusal that a bot may meet when it sends, edits, deletes or answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.params import Upload
from simulator.people import Human
from tests.simulator.conftest import TOKEN, Ask

UNMODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
UNALLOWED = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(data: str = "x", text: str = "Taken") -> dict[str, str]:
    return {"text": text, "callback_data": data}


SENDING = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "💊" * 2049}, "message is too long"),
    ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
    ({"text": "x", "chat_id": ""}, "chat_id is empty"),
    ({"text": "x", "chat_id": "1002"}, "chat not found"),
    ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"text": "x", "reply_markup": []}, "object expected as reply markup"),
    ({"text": "x", "reply_markup": inline([button("x" * 65)])}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": inline([button("é" * 33)])}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": inline([button("")])}, UNALLOWED),
    ({"text": "x", "reply_markup": inline([{"text": "x"}])}, UNALLOWED),
    (
        {"text": "x", "reply_markup": inline([button(text=" ")])},
        "inline keyboard button text must be non-empty",
    ),
    ({"text": "x", "reply_markup": inline([button()] * 9)}, "reply markup is too long"),
    ({"text": "x", "reply_markup": inline(*[[button()]] * 101)}, "reply markup is too long"),
    ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
]


@pytest.mark.parametrize(("params", "reason"), SENDING)
def test_a_message_is_refused(ana: Human, ask: Ask, params: dict[str, Any], reason: str) -> None:
    assert ask("sendMessage", **{"chat_id": 1001, **params}) == (400, f"Bad Request: {reason}")
    assert [message for message in ana.chat if message.from_bot] == []


def test_limits_are_reached_without_refusal(ana: Human, ask: Ask) -> None:
    keys = inline(*[[button("é" * 32)] * 8] * 12)
    assert ask("sendMessage", chat_id=1001, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML", reply_markup=keys)[0] == 200
    assert ana.last.text == "x" * 4096


def test_edits_are_refused(ana: Human, ask: Ask, sim: Simulator) -> None:
    bad = 400
    ask("sendMessage", chat_id=1001, text="Dose", reply_markup=inline([button()]))
    number, own = ana.last.id, ana.say("mine").id
    same = {"chat_id": 1001, "message_id": number, "text": "Dose", "reply_markup": inline([button()])}
    assert ask("editMessageText", **same) == (bad, f"Bad Request: {UNMODIFIED}")
    assert ask("editMessageText", **{**same, "text": "x" * 4097}) == (bad, "Bad Request: MESSAGE_TOO_LONG")
    assert ask("editMessageText", **{**same, "message_id": 77}) == (
        bad,
        "Bad Request: message to edit not found",
    )
    assert ask("editMessageText", **{**same, "message_id": own}) == (
        bad,
        "Bad Request: message can't be edited",
    )
    keyboard = {"chat_id": 1001, "message_id": number, "reply_markup": {"keyboard": [["x"]]}}
    assert ask("editMessageReplyMarkup", **keyboard) == (bad, "Bad Request: inline keyboard expected")
    caption = {"chat_id": 1001, "message_id": number, "caption": "x"}
    reason = "there is no caption in the message to edit"
    assert ask("editMessageCaption", **caption) == (bad, f"Bad Request: {reason}")
    assert ana.chat[-2].labels == ["Taken"]


def test_an_edit_without_reply_markup_removes_the_keyboard(ana: Human, ask: Ask) -> None:
    ask("sendMessage", chat_id=1001, text="Dose", reply_markup=inline([button()]))
    assert ask("editMessageText", chat_id=1001, message_id=ana.last.id, text="Taken 08:00")[0] == 200
    assert (ana.last.text, ana.last.buttons, ana.last.edited) == ("Taken 08:00", [], True)


def test_deleting(ana: Human, ask: Ask, clock: PretendClock) -> None:
    ask("sendMessage", chat_id=1001, text="old")
    number = ana.last.id
    clock.set(clock.now() + timedelta(hours=49))
    assert ask("deleteMessage", chat_id=1001, message_id=number) == (
        400,
        "Bad Request: message can't be deleted",
    )
    theirs = ana.say("a secret")
    assert ask("deleteMessage", chat_id=1001, message_id=theirs.id) == (200, True)
    assert theirs not in ana.chat
    assert ask("deleteMessage", chat_id=1001, message_id=theirs.id) == (
        400,
        "Bad Request: message to delete not found",
    )


def test_a_press_is_answered_once_and_soon(ana: Human, ask: Ask, clock: PretendClock) -> None:
    ask("sendMessage", chat_id=1001, text="Dose", reply_markup=inline([button()]))
    first = ana.tap("Taken")
    assert [query.id for query in ana.unanswered] == [first]
    assert ask("answerCallbackQuery", callback_query_id=first, text="Recorded") == (200, True)
    assert (ana.toasts, ana.unanswered) == (["Recorded"], [])
    assert ask("answerCallbackQuery", callback_query_id=first) == (400, f"Bad Request: {TOO_OLD}")
    second = ana.tap("Taken")
    clock.set(clock.now() + timedelta(seconds=61))
    assert ask("answerCallbackQuery", callback_query_id=second) == (400, f"Bad Request: {TOO_OLD}")
    assert ask("answerCallbackQuery", callback_query_id="forged") == (400, f"Bad Request: {TOO_OLD}")


def test_blocked_deactivated_and_kicked(ana: Human, ask: Ask, sim: Simulator) -> None:
    group = sim.group(-500, "Family", ana)
    ana.block()
    assert ask("sendMessage", chat_id=1001, text="x") == (403, "Forbidden: bot was blocked by the user")
    ana.unblock()
    assert ask("sendMessage", chat_id=1001, text="x")[0] == 200
    ana.deactivate()
    assert ask("sendMessage", chat_id=1001, text="x") == (403, "Forbidden: user is deactivated")
    ana.kick(group.id)
    assert ask("sendMessage", chat_id=-500, text="x") == (
        403,
        "Forbidden: bot was kicked from the group chat",
    )


def test_location_is_asked_for_in_private_only(ana: Human, ask: Ask, sim: Simulator) -> None:
    sim.group(-500, "Family", ana)
    keyboard = {"keyboard": [[{"text": "Where", "request_location": True}]]}
    assert ask("sendMessage", chat_id=1001, text="x", reply_markup=keyboard)[0] == 200
    assert ana.last.reply_keyboard == keyboard
    reason = "Bad Request: location can be requested in private chats only"
    assert ask("sendMessage", chat_id=-500, text="x", reply_markup=keyboard) == (400, reason)


def test_unknown_methods_and_tokens(sim: Simulator, ask: Ask) -> None:
    assert ask("sendDice", chat_id=1001) == (404, "Not Found: method not found")
    assert ask("GETME")[1]["username"] == "dosebook_bot"
    answer = sim.handle(TOKEN + "x", "getMe", {})
    assert (answer.status, answer.body) == (
        401,
        b'{"ok":false,"error_code":401,"description":"Unauthorized"}',
    )


FILES = [
    ("sendPhoto", None, "there is no photo in the request"),
    ("sendPhoto", Upload("p.png", b"not a picture", "image/png"), "IMAGE_PROCESS_FAILED"),
    ("sendDocument", Upload("empty.csv", b"", "text/csv"), "file must be non-empty"),
    (
        "sendPhoto",
        Upload("p.png", b"x" * (10 << 20) + b"x", "image/png"),
        "file of size 10485761 bytes is too big",
    ),
]


@pytest.mark.parametrize(("method", "upload", "reason"), FILES)
def test_files_are_refused(ana: Human, ask: Ask, method: str, upload: Upload | None, reason: str) -> None:
    uploads = {method.removeprefix("send").lower(): upload} if upload else {}
    status, description = ask(method, uploads, chat_id=1001)
    assert status == 400
    assert description.startswith(f"Bad Request: {reason}")


def test_a_long_caption_and_an_unknown_file_are_refused(ana: Human, ask: Ask) -> None:
    upload = {"document": Upload("a.csv", b"1", "text/csv")}
    too_long = (400, "Bad Request: message caption is too long")
    assert ask("sendDocument", upload, chat_id=1001, caption="x" * 1025) == too_long
    assert ask("sendDocument", upload, chat_id=1001, caption="x" * 1024)[0] == 200
    unknown = "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert ask("getFile", file_id="nowhere") == (400, unknown)
