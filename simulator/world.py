"""Everything that the pretend Telegram remembers: plain data, so that it can be written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from simulator.messages import ChatMessage
from simulator.queue import UpdateQueue

Wire = dict[str, Any]


@dataclass
class User:
    """An account: a person, or the bot itself."""

    id: int
    first_name: str
    language: str | None = None
    username: str | None = None
    is_bot: bool = False
    deactivated: bool = False

    def wire(self) -> Wire:
        """The Bot API's User."""
        fields = {"username": self.username, "language_code": self.language}
        given = {name: value for name, value in fields.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **given}


@dataclass
class Chat:
    """A private chat (id of the person) or a group (negative id). The bot may write once it is `opened`."""

    id: int
    kind: Literal["private", "group", "channel"]
    title: str
    opened: bool = False
    blocked: bool = False
    typing_until: datetime | None = None
    messages: dict[int, ChatMessage] = field(default_factory=dict)

    def wire(self) -> Wire:
        """The Bot API's Chat."""
        name = "first_name" if self.kind == "private" else "title"
        return {"id": self.id, "type": self.kind, name: self.title}

    def shown(self) -> list[ChatMessage]:
        """The messages that were not deleted, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]


@dataclass
class Query:
    """A press of an inline button that the bot may answer once."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    moment: datetime
    answered: bool = False


@dataclass
class Toast:
    """What the bot answered to a press: a short banner, or a dialogue when `alert`."""

    user_id: int
    chat_id: int
    text: str
    alert: bool
    revision: int = 0


@dataclass
class Profile:
    """What the bot has set about itself; keys are `scope|language`, or a language code ('' for any)."""

    commands: dict[str, list[Wire]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    webhook: Wire | None = None


@dataclass
class World:
    """The whole state. `revision` grows with every change; `moment` is the last clock reading."""

    bot: User
    moment: datetime
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)
    queue: UpdateQueue = field(default_factory=UpdateQueue)
    profile: Profile = field(default_factory=Profile)
    last_message_id: int = 0
    last_file: int = 0
    revision: int = 0

    def touch(self) -> int:
        """The number of a new change."""
        self.revision += 1
        return self.revision

    def next_message_id(self) -> int:
        """Private chats and groups share one row of message ids, as they do for a real bot."""
        self.last_message_id += 1
        return self.last_message_id

    def next_file_id(self) -> str:
        """An id for a new file."""
        self.last_file += 1
        return f"AgAC{self.last_file:08d}"

    def user(self, user_id: int) -> User:
        """The account with this id, the bot's included."""
        return self.bot if user_id == self.bot.id else self.users[user_id]

    def wire(self, message: ChatMessage) -> Wire:
        """The Bot API's Message."""
        return {
            "message_id": message.id,
            "date": int(message.date.timestamp()),
            "chat": self.chats[message.chat_id].wire(),
            "from": self.user(message.sender).wire(),
            **message.content_wire(),
        }
