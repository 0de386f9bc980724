"""People of the pretend Telegram, each with a phone: what they write, press and see."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from simulator.files import Media, picture_size
from simulator.formatting import tidy
from simulator.messages import ChatMessage
from simulator.world import Chat, Query, User

if TYPE_CHECKING:
    from simulator.core import Simulator

_STICKER = {
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
    "emoji": "👍",
}
_VOICE = {"duration": 3, "mime_type": "audio/ogg"}
DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


class Human:
    """One person; everything they do becomes an update for the bot. Chats are private unless one is named."""

    def __init__(self, simulator: Simulator, user_id: int) -> None:
        """A handle on the person; it keeps nothing itself."""
        self._sim = simulator
        self.id = user_id

    # What they see

    @property
    def user(self) -> User:
        """The account."""
        return self._sim.world.users[self.id]

    @property
    def chat(self) -> list[ChatMessage]:
        """Their private chat with the bot, oldest first, without deleted messages."""
        return self._private.shown()

    @property
    def last(self) -> ChatMessage:
        """The newest message from the bot; AssertionError if there is none."""
        found = [message for message in self.chat if message.from_bot]
        assert found, f"the bot has not written to {self.user.first_name}"
        return found[-1]

    @property
    def toasts(self) -> list[str]:
        """The texts with which the bot answered their presses, oldest first."""
        return [toast.text for toast in self._sim.world.toasts if toast.user_id == self.id]

    @property
    def unanswered(self) -> list[Query]:
        """Their presses that the bot has not answered."""
        return [q for q in self._sim.world.queries.values() if q.user_id == self.id and not q.answered]

    # What they do

    def say(self, text: str, chat: int | None = None) -> ChatMessage:
        """Write `text`; Telegram trims it and marks commands."""
        body, entities = tidy(text, [])
        assert body, "Telegram does not let people send nothing"
        return self._write(chat, body=body, entities=entities)

    def tap(self, label: str, message_id: int | None = None, chat: int | None = None) -> str:
        """Press the button with this label, or one that begins so, in the newest message that shows one."""
        shown = [m for m in reversed(self._chat(chat).shown()) if message_id in (None, m.id)]
        for message in shown:
            pressed = _find_button(message, label)
            if pressed is not None:
                return self.tap_data(message.id, pressed, chat)
        raise AssertionError(f"no button {label!r}; shown: {[m.labels for m in shown if m.labels]}")

    def tap_data(self, message_id: int, data: str, chat: int | None = None) -> str:
        """Press a button that sends `data`, which a forged client may; returns the query's id."""
        world, now, where = self._sim.world, self._sim.clock.now(), self._chat(chat)
        self._check_free(where)
        query = Query(f"{self.id}{world.touch():06d}", self.id, where.id, message_id, data, now)
        world.queries[query.id] = query
        message = where.messages.get(message_id)
        gone = {"chat": where.wire(), "message_id": message_id, "date": 0}
        payload = {
            "id": query.id,
            "from": self.user.wire(),
            "chat_instance": str(where.id),
            "message": gone if message is None or message.deleted else world.wire(message),
            "data": data,
        }
        self._queue("callback_query", payload)
        return query.id

    def forward(self, text: str, sender: str = "Eve") -> ChatMessage:
        """Pass on what somebody whose account is hidden wrote."""
        body, entities = tidy(text, [])
        date = int(self._sim.clock.now().timestamp())
        origin = {"type": "hidden_user", "sender_user_name": sender, "date": date}
        return self._write(None, body=body, entities=entities, extra={"forward_origin": origin})

    def share_location(self, latitude: float, longitude: float) -> ChatMessage:
        """Send a place (degrees)."""
        return self._write(None, extra={"location": {"latitude": latitude, "longitude": longitude}})

    def send_sticker(self) -> ChatMessage:
        """Send a sticker."""
        return self._write(None, extra={"sticker": self._file(_STICKER)})

    def send_voice(self) -> ChatMessage:
        """Send a voice message."""
        return self._write(None, extra={"voice": self._file(_VOICE)})

    def send_photo(self, data: bytes = DOT, caption: str = "") -> ChatMessage:
        """Send a picture (PNG or JPEG)."""
        width, height = picture_size(data)
        media = Media("photo", self._sim.world.next_file_id(), "photo.png", "image/png", data, width, height)
        return self._write(None, media=media, body=caption)

    def send_document(self, data: bytes, name: str, caption: str = "") -> ChatMessage:
        """Send a file."""
        media = Media("document", self._sim.world.next_file_id(), name, "application/octet-stream", data)
        return self._write(None, media=media, body=caption)

    def edit(self, message_id: int, text: str) -> None:
        """Change a text that they sent."""
        message = self._private.messages[message_id]
        message.body, message.entities = tidy(text, [])
        message.edit_date, message.revision = self._sim.clock.now(), self._sim.world.touch()
        self._queue("edited_message", self._sim.world.wire(message))

    def open(self, link: str) -> ChatMessage:
        """Follow a deep link to the bot (https://t.me/<bot>?start=<payload>) and press Start."""
        parts = urlsplit(link)
        assert parts.path.strip("/") == self._sim.world.bot.username, f"{link} leads elsewhere"
        return self.say(" ".join(["/start", *parse_qs(parts.query).get("start", [])]))

    def block(self) -> None:
        """Block the bot."""
        self._set_blocked(True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self._set_blocked(False)

    def deactivate(self) -> None:
        """Delete the account; Telegram does not tell the bot."""
        self.user.deactivated = True
        self._sim.changed()

    def kick(self, chat: int) -> None:
        """Remove the bot from a group."""
        where = self._chat(chat)
        where.blocked = True
        self.report_bot(where, "member", "kicked")

    def report_bot(self, chat: Chat, before: str, after: str) -> None:
        """Queue `my_chat_member`: this person changed the bot's standing in `chat`."""
        bot = self._sim.world.bot.wire()
        now = int(self._sim.clock.now().timestamp())
        payload = {
            "chat": chat.wire(),
            "from": self.user.wire(),
            "date": now,
            "old_chat_member": _standing(bot, before),
            "new_chat_member": _standing(bot, after),
        }
        self._queue("my_chat_member", payload)

    @property
    def _private(self) -> Chat:
        """Their chat with the bot."""
        return self._sim.world.chats[self.id]

    def _chat(self, chat_id: int | None) -> Chat:
        """The chat named, or the private one."""
        return self._private if chat_id is None else self._sim.world.chats[chat_id]

    def _set_blocked(self, blocked: bool) -> None:
        """Change whether the bot may write here, and say so to the bot."""
        if self._private.blocked == blocked:
            return
        self._private.blocked = blocked
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        self.report_bot(self._private, before, after)

    def _check_free(self, chat: Chat) -> None:
        """Whoever has blocked the bot must let it back in first."""
        assert not chat.blocked, f"{chat.title} has blocked the bot"

    def _write(self, chat_id: int | None, **content: Any) -> ChatMessage:
        """Put a message of theirs into the chat, and into the bot's queue if the bot may see it."""
        chat, world, now = self._chat(chat_id), self._sim.world, self._sim.clock.now()
        self._check_free(chat)
        chat.opened = True
        message = ChatMessage(world.next_message_id(), chat.id, self.id, False, now, revision=world.touch(), **content)
        chat.messages[message.id] = message
        if chat.kind == "private" or self._addresses_bot(message):
            self._queue("message", world.wire(message))
        else:
            self._sim.changed()
        return message

    def _addresses_bot(self, message: ChatMessage) -> bool:
        """A bot in privacy mode sees commands and mentions of itself only."""
        return message.text.startswith("/") or f"@{self._sim.world.bot.username}" in message.text

    def _file(self, fields: dict[str, Any]) -> dict[str, Any]:
        """A file that nobody downloads."""
        file_id = self._sim.world.next_file_id()
        return {"file_id": file_id, "file_unique_id": f"u{file_id}", **fields}

    def _queue(self, kind: str, payload: dict[str, Any]) -> None:
        """An update for the bot."""
        now: datetime = self._sim.clock.now()
        self._sim.world.queue.put(kind, payload, now)
        self._sim.changed()


def _find_button(message: ChatMessage, label: str) -> str | None:
    """What the button with this label sends, else what the first one sends that begins so."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    buttons = [(b["text"], b["callback_data"]) for row in rows for b in row if "callback_data" in b]
    exact = [data for text, data in buttons if text == label]
    begun = [data for text, data in buttons if text.startswith(label)]
    return next(iter(exact + begun), None)


def _standing(bot: dict[str, Any], status: str) -> dict[str, Any]:
    """The bot as a member of a chat."""
    return {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}
