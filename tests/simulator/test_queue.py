"""Updates wait their time, are confirmed by offset, and only the kinds asked for arrive."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.people import Human
from tests.simulator.conftest import Ask


def kinds(sim: Simulator) -> list[str]:
    return [name for update in sim.pending() for name in update if name != "update_id"]


@pytest.mark.parametrize(
    ("waited", "left"),
    [
        (timedelta(seconds=149), ["message", "callback_query"]),
        (timedelta(seconds=150), ["message"]),
        (timedelta(hours=24, seconds=-1), ["message"]),
        (timedelta(hours=24), []),
    ],
)
def test_presses_wait_150_seconds_and_messages_a_day(
    sim: Simulator, ana: Human, clock: PretendClock, waited: timedelta, left: list[str]
) -> None:
    said = ana.say("hello")
    ana.tap_data(said.id, "x")
    clock.set(clock.now() + waited)
    assert kinds(sim) == left


def test_an_offset_confirms_what_came_before(sim: Simulator, ana: Human, ask: Ask) -> None:
    for text in ("one", "two", "three"):
        ana.say(text)
    first = ask("getUpdates", limit=1)[1]
    assert [update["message"]["text"] for update in first] == ["one"]
    rest = ask("getUpdates", offset=first[0]["update_id"] + 1)[1]
    assert [update["message"]["text"] for update in rest] == ["two", "three"]
    assert [update["message"]["text"] for update in ask("getUpdates", offset=-1)[1]] == ["three"]
    assert len(sim.pending()) == 1


def test_only_the_kinds_last_asked_for_arrive(sim: Simulator, ana: Human, ask: Ask) -> None:
    ask("getUpdates", allowed_updates=["message"])
    said = ana.say("hello")
    ask("getUpdates")
    ana.tap_data(said.id, "x")
    assert kinds(sim) == ["message"]


def test_polling_is_refused_while_a_webhook_is_set(ana: Human, ask: Ask) -> None:
    plain = "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    assert ask("setWebhook", url="http://example.org/hook") == (400, plain)
    assert ask("setWebhook", url="https://example.org:8081/hook")[0] == 400
    assert ask("setWebhook", url="https://example.org:8443/hook", secret_token="a b")[0] == 400
    assert ask("setWebhook", url="https://example.org:8443/hook") == (200, True)
    ana.say("hello")
    info = ask("getWebhookInfo")[1]
    assert (info["url"], info["pending_update_count"]) == ("https://example.org:8443/hook", 1)
    assert ask("getUpdates")[0] == 409
    ask("deleteWebhook", drop_pending_updates=True)
    assert ask("getUpdates") == (200, [])
