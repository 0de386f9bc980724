"""What each HTML tag of Telegram stands for."""

from __future__ import annotations

import re
from typing import Any

from simulator.refusals import refuse

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*_SIMPLE, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
_LINK = re.compile(r"(?:[a-z][a-z0-9+.\-]*:)?\S*[./:]\S*", re.IGNORECASE)
_USER = re.compile(r"tg://user\?id=(\d+)")
_FORMAT = re.compile(r"[rR]|[tTdDwW]*")


def utf16(text: str) -> int:
    """The length in UTF-16 units, in which Telegram counts offsets and limits."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def spoiler_missing(name: str, attributes: dict[str, str]) -> bool:
    """Whether this is a `span` that is no spoiler, which Telegram refuses."""
    return name == "span" and attributes.get("class") != "tg-spoiler"


def entity_of(name: str, attributes: dict[str, str], inner: str, place: dict[str, int]) -> list[dict[str, Any]]:
    """The entity for a closed tag around `inner`, or nothing (a link that leads nowhere)."""
    if name in _SIMPLE:
        return [{"type": _SIMPLE[name], **place}]
    if name == "a":
        return _link(attributes.get("href") or inner, place)
    if name == "tg-time":
        return [_time(attributes, place)]
    if name == "tg-emoji":
        return [{"type": "custom_emoji", **place, "custom_emoji_id": _emoji(attributes)}]
    if name == "blockquote":
        return [{"type": "expandable_blockquote" if "expandable" in attributes else name, **place}]
    language = attributes.get("class", "").removeprefix("language-") if name == "code" else ""
    return [{"type": name, **place, **({"language": language} if language else {})}]


def _link(url: str, place: dict[str, int]) -> list[dict[str, Any]]:
    """A mention of a person, a link, or nothing."""
    if user := _USER.fullmatch(url):
        person = {"id": int(user[1]), "is_bot": False, "first_name": ""}
        return [{"type": "text_mention", **place, "user": person}]
    if not _LINK.fullmatch(url):
        return []
    return [{"type": "text_link", **place, "url": url if ":" in url else f"http://{url}/"}]


def _time(attributes: dict[str, str], place: dict[str, int]) -> dict[str, Any]:
    """A moment that each reader sees in their own zone."""
    unix, shape = attributes.get("unix", ""), attributes.get("format", "")
    if not unix.isdigit() or int(unix) == 0:
        refuse("can't parse entities: Invalid date specified")
    if not _FORMAT.fullmatch(shape):
        refuse("can't parse entities: Invalid date-time format specified")
    return {"type": "date_time", **place, "unix_time": int(unix), "date_time_format": shape}


def _emoji(attributes: dict[str, str]) -> str:
    """The id of a custom emoji."""
    identifier = attributes.get("emoji-id", "")
    if not identifier.isdigit() or int(identifier) == 0:
        refuse("can't parse entities: Invalid custom emoji identifier specified")
    return identifier
