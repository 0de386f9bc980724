"""What of an update is kept: from a private chat all of it, from a group or channel only that it wants a line."""

from __future__ import annotations

import json
from typing import Any

from journal.inbox import Stored

KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
GROUP = "group"  # the chat that wants the line, in place of what was said there; QUERY: the button that was pressed
QUERY = "query"
NOBODY = 0  # the inbox's chat of what comes from groups


def has_id(raw: object) -> bool:
    """Tell whether it is an update at all."""
    return isinstance(raw, dict) and _is_number(raw.get("update_id"))


def wanted(raw: Any) -> bool:
    """Tell whether anything follows from the update; all others are let go unread."""
    content = _content(raw)
    if not _is_number(_chat(content).get("id")):
        return False
    return _is_private(content) or _wants_line(raw, content)


def stored(raw: Any) -> Stored:
    """Return a raw update as it is stored. Raises ValueError for what is no update."""
    if not has_id(raw):
        raise ValueError("an update without an id")
    content = _content(raw)
    chat = _chat(content).get("id", NOBODY)
    if _is_private(content):
        return Stored(raw["update_id"], chat, json.dumps(raw))
    return Stored(raw["update_id"], NOBODY, json.dumps({GROUP: chat, QUERY: _query(raw)}))


def _is_number(value: object) -> bool:
    """What a database holds, too."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _content(raw: Any) -> dict[str, Any]:
    found = (raw.get(kind) for kind in KINDS)
    return next((content for content in found if isinstance(content, dict)), {})


def _chat(content: dict[str, Any]) -> dict[str, Any]:
    """The chat that it happened in; a button's is that of its message."""
    message = content.get("message")
    holder = message if isinstance(message, dict) else content
    chat = holder.get("chat")
    return chat if isinstance(chat, dict) else {}


def _is_private(content: dict[str, Any]) -> bool:
    return _chat(content).get("type") == "private"


def _wants_line(raw: dict[str, Any], content: dict[str, Any]) -> bool:
    """A command, a button, or the bot's arrival in a channel, where nobody could give it a command."""
    if "my_chat_member" in raw:
        member = content.get("new_chat_member")
        is_in = isinstance(member, dict) and member.get("status") == "administrator"
        return is_in and _chat(content).get("type") == "channel"
    return "callback_query" in raw or ("message" in raw and str(content.get("text", "")).startswith("/"))


def _query(raw: dict[str, Any]) -> str | None:
    query = raw.get("callback_query")
    return str(query.get("id", "")) or None if isinstance(query, dict) else None
