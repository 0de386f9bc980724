"""The whole state is written down and read back, also over a restart."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.keeper import open_simulator
from simulator.params import Upload
from simulator.people import Human
from tests.simulator.conftest import TOKEN, Ask

KEYS = {"inline_keyboard": [[{"text": "Taken", "callback_data": "t"}]]}


def test_everything_survives_being_written_down(sim: Simulator, ana: Human, ask: Ask, clock: PretendClock) -> None:
    ask("sendDocument", {"document": Upload("a.bin", bytes(range(256)), "")}, chat_id=1001, caption="file")
    ask("sendMessage", chat_id=1001, text="<b>Dose</b>", parse_mode="HTML", reply_markup=KEYS)
    ask("setMyCommands", commands=[{"command": "today", "description": "Today"}])
    query = ana.tap("Taken")
    again = Simulator.from_json(sim.to_json(), clock, TOKEN)
    assert again.to_json() == sim.to_json()
    assert again.pending() == sim.pending()
    twin = again.join(1001, "Ana")
    assert (twin.chat[1].document, twin.last.entities) == (bytes(range(256)), ana.last.entities)
    again.handle(TOKEN, "answerCallbackQuery", {"callback_query_id": query, "text": "Recorded"})
    assert twin.toasts == ["Recorded"]
    assert twin.say("next").id == ana.last.id + 1


def test_a_state_file_follows_each_change_and_the_clock_goes_on_from_it(tmp_path: Path, clock: PretendClock) -> None:
    path = tmp_path / "new" / "state.json"
    later = clock.now() + timedelta(days=7)
    first = open_simulator(path, clock, TOKEN)
    clock.set(later)
    first.join(1001, "Ana").say("/start")
    fresh_clock = PretendClock(later - timedelta(days=3))
    again = open_simulator(path, fresh_clock, TOKEN)
    assert [message.text for message in again.join(1001, "Ana").chat] == ["/start"]
    assert fresh_clock.now() == later
    assert [file.name for file in path.parent.iterdir()] == ["state.json"]


def test_an_edit_a_deletion_and_an_open_press_are_found_again_and_a_torn_line_is_not(
    tmp_path: Path, clock: PretendClock
) -> None:
    path = tmp_path / "state.json"
    first = open_simulator(path, clock, TOKEN)
    ana = first.join(1001, "Ana")
    ana.say("/start")
    for text in ("one", "two"):
        keys = json.dumps(KEYS)
        first.handle(TOKEN, "sendMessage", {"chat_id": "1001", "text": text, "reply_markup": keys})
    first.handle(
        TOKEN, "editMessageText", {"chat_id": "1001", "message_id": "2", "text": "changed", "reply_markup": keys}
    )
    first.handle(TOKEN, "deleteMessage", {"chat_id": "1001", "message_id": "3"})
    query = ana.tap("Taken")
    with path.open("ab") as file:
        file.write(b'{"world":')
    again = open_simulator(path, clock, TOKEN)
    twin = again.join(1001, "Ana")
    assert [message.text for message in twin.chat] == ["/start", "changed"]
    assert [asked.id for asked in twin.unanswered] == [query]
    assert again.pending() == first.pending()
    twin.say("later")
    assert [message.text for message in open_simulator(path, clock, TOKEN).messages(1001)] == [
        "/start",
        "changed",
        "later",
    ]


def test_polling_in_vain_writes_nothing(tmp_path: Path, clock: PretendClock) -> None:
    path = tmp_path / "state.json"
    simulator = open_simulator(path, clock, TOKEN)
    simulator.handle(TOKEN, "getUpdates", {})
    assert not path.exists()
