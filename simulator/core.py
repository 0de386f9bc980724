"""The pretend Telegram: people on one side, the Bot API on the other, no network and no waiting between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from pydantic import TypeAdapter

from simulator.faults import Answer, Fault, When, check_kind, failure, refused, success
from simulator.limits import FloodLimit
from simulator.messages import ChatMessage
from simulator.methods import METHODS, NAMES
from simulator.params import Params, Upload
from simulator.people import Human
from simulator.refusals import Refusal, unauthorized
from simulator.world import Chat, User, World

_STATE = TypeAdapter(World)
_LIMITED = ("send", "edit")  # methods that count against the flood limits


class ShowsNow(Protocol):
    """All that the simulator wants of a clock."""

    def now(self) -> datetime:
        """The pretended present, aware UTC."""
        ...


@dataclass(frozen=True)
class Call:
    """One request: `ok` is whether Telegram did it, whatever the caller got to hear."""

    method: str
    chat_id: int | None
    moment: datetime
    ok: bool
    description: str = ""


class Simulator:
    """One bot's Telegram. People act through `join`; the bot through `handle`, which a door calls."""

    def __init__(self, clock: ShowsNow, token: str, username: str = "dosebook_bot", world: World | None = None) -> None:
        """The Telegram of the bot with this token, whose id is the number before the colon."""
        bot = User(int(token.split(":")[0]), "Dosebook", username=username, is_bot=True)
        self.clock, self.token, self.world = clock, token, world or World(bot, clock.now())
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.flood: FloodLimit | None = None
        self.delay = 0.0
        self.watchers: list[Callable[[], None]] = []
        self.polls = 0

    # People

    def join(self, user_id: int, name: str, language: str | None = None) -> Human:
        """The person with this id, who has Telegram but has not written to the bot yet."""
        if user_id not in self.world.users:
            self.world.users[user_id] = User(user_id, name, language)
            self.world.chats[user_id] = Chat(user_id, "private", name)
            self.changed()
        return Human(self, user_id)

    def group(self, chat_id: int, title: str, person: Human) -> Chat:
        """A group (negative id), to which `person` has just added the bot."""
        chat = Chat(chat_id, "group", title, opened=True)
        self.world.chats[chat_id] = chat
        person.report_bot(chat, "left", "member")
        return chat

    def messages(self, chat_id: int) -> list[ChatMessage]:
        """The messages of a chat that were not deleted, oldest first."""
        return self.world.chats[chat_id].shown()

    # The bot

    def handle(
        self, token: str, method: str, values: Mapping[str, str], uploads: Mapping[str, Upload] | None = None
    ) -> Answer:
        """Answer one request as Telegram would, faults and limits included."""
        params = Params(values, uploads or {})
        chat_id = params.number("chat_id") or None
        fault = next((fault for fault in self.faults if fault.hits(method, chat_id)), None)
        if fault is not None and fault.when == "before":
            self._log(method, chat_id, failure(fault), done=False)
            return failure(fault)
        waiting = len(self.world.queue.waiting)
        answer = self._perform(token, method, params, chat_id)
        self._log(method, chat_id, answer, done=answer.status == 200)
        if not method.lower().startswith("get") or len(self.world.queue.waiting) != waiting:
            self.changed()
        return answer if fault is None else failure(fault)

    def pending(self) -> list[dict[str, Any]]:
        """The updates that wait for the bot, as a webhook would be given them one by one."""
        self.world.queue.expire(self.clock.now())
        return [update.wire() for update in self.world.queue.waiting]

    def begin_poll(self) -> int:
        """The number of a new poller; an older one that still waits is to be answered 409."""
        self.polls += 1
        return self.polls

    # Trouble

    def fault(
        self,
        method: str,
        kind: str | int,
        when: When = "before",
        times: int = 1,
        chat: int | None = None,
        retry_after: int | None = None,
    ) -> None:
        """Fail the next `times` calls; "after" means that only the answer is lost, the effect takes place."""
        self.faults.append(Fault(method, check_kind(str(kind)), when, times, chat, retry_after))
        self._notify()

    def heal(self) -> None:
        """Lift all faults."""
        self.faults.clear()
        self._notify()

    def slow_down(self, seconds: float) -> None:
        """Let whatever the bot sends over HTTP be on its way for so many real seconds; 0 for none."""
        self.delay = seconds
        self._notify()

    def limit_flood(self, limit: FloodLimit | None = None) -> None:
        """Refuse floods with 429 from now on (30/s overall, 1/s per chat with a burst of 3 by default)."""
        self.flood = limit or FloodLimit()

    # State

    def to_json(self) -> str:
        """The whole state (not the faults, the limits and the log)."""
        self.world.moment = self.clock.now()
        return _STATE.dump_json(self.world).decode()

    @classmethod
    def from_json(cls, text: str | bytes, clock: ShowsNow, token: str) -> Simulator:
        """The Simulator that was written with `to_json`."""
        return cls(clock, token, world=_STATE.validate_json(text))

    def changed(self) -> None:
        """Note a change of what people or the bot can see."""
        self.world.touch()
        self._notify()

    def _notify(self) -> None:
        """Tell those who watch."""
        for watcher in self.watchers:
            watcher()

    def _perform(self, token: str, method: str, params: Params, chat_id: int | None) -> Answer:
        """Do what the request asks, or refuse."""
        now = self.clock.now()
        self.world.queue.expire(now)
        try:
            if token != self.token:
                raise unauthorized()
            name = NAMES.get(method.lower())
            if name is None:
                raise Refusal(404, "Not Found: method not found")
            if self.flood and chat_id and name.startswith(_LIMITED):
                self.flood.take(chat_id, now)
            return success(METHODS[name](self.world, params, now))
        except Refusal as refusal:
            return refused(refusal)

    def _log(self, method: str, chat_id: int | None, answer: Answer, done: bool) -> None:
        """Write one line of the call log."""
        name = NAMES.get(method.lower(), method)
        words = "" if done else answer.body.decode(errors="replace")
        self.calls.append(Call(name, chat_id, self.clock.now(), done, words))
