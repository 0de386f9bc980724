"""editMessageText, …Caption, …ReplyMarkup, …Media and deleteMessage."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from simulator.formatting import TEXT_LIMIT, formatted
from simulator.keyboards import read_markup
from simulator.messages import ChatMessage
from simulator.methods.lookup import find_chat, find_message, writable_chat
from simulator.methods.sending import read_caption, read_media
from simulator.params import Params
from simulator.refusals import refuse
from simulator.tags import utf16
from simulator.world import Wire, World

DELETABLE = timedelta(hours=48)  # a bot cannot delete older messages
_UNMODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: Params, now: datetime) -> Wire:
    """A new text; without reply_markup the keyboard goes."""
    body, entities = formatted(params, "text", "entities")
    if not body:
        refuse("Message text is empty")
    if utf16(body) > TEXT_LIMIT:
        refuse("MESSAGE_TOO_LONG")
    message = _editable(world, params)
    if message.media is not None:
        refuse("there is no text in the message to edit")
    return _change(world, message, params, now, body=body, entities=entities)


def edit_message_caption(world: World, params: Params, now: datetime) -> Wire:
    """A new caption, which may be empty."""
    body, entities = read_caption(params)
    message = _editable(world, params)
    if message.media is None:
        refuse("there is no caption in the message to edit")
    return _change(world, message, params, now, body=body, entities=entities)


def edit_message_reply_markup(world: World, params: Params, now: datetime) -> Wire:
    """A new keyboard, or none. The message is not marked as edited."""
    return _change(world, _editable(world, params), params, None)


def edit_message_media(world: World, params: Params, now: datetime) -> Wire:
    """Another picture or document, with its caption."""
    asked = params.json("media", "input media")
    if not isinstance(asked, dict) or asked.get("type") not in ("photo", "document"):
        refuse("can't parse InputMedia: Unsupported media type specified")
    message = _editable(world, params)
    media = read_media(world, params, str(asked.get("media", "")), asked["type"])
    body, entities = read_caption(_caption_params(asked))
    return _change(world, message, params, now, body=body, entities=entities, media=media)


def delete_message(world: World, params: Params, now: datetime) -> bool:
    """Any message of a private chat, the bot's own in a group, for 48 hours."""
    chat = find_chat(world, params)
    message = find_message(chat, params, "message to delete")
    own = message.from_bot or chat.kind == "private"
    if not own or now - message.date > DELETABLE:
        refuse("message can't be deleted")
    message.deleted, message.revision = True, world.touch()
    return True


def _caption_params(asked: dict[str, Any]) -> Params:
    """The caption fields of an InputMedia as if they were parameters."""
    names = ("caption", "parse_mode", "caption_entities")
    values = {name: asked[name] for name in names if asked.get(name)}
    return Params({name: v if isinstance(v, str) else json.dumps(v) for name, v in values.items()})


def _editable(world: World, params: Params) -> ChatMessage:
    """One of the bot's own messages."""
    message = find_message(writable_chat(world, params), params, "message to edit")
    if not message.from_bot:
        refuse("message can't be edited")
    return message


def _change(world: World, message: ChatMessage, params: Params, edited: datetime | None, **content: Any) -> Wire:
    """Apply new content and keyboard; refuse what changes nothing."""
    private = world.chats[message.chat_id].kind == "private"
    new = {**content, "markup": read_markup(params, private, inline_only=True)}
    if all(getattr(message, name) == value for name, value in new.items()):
        refuse(_UNMODIFIED)
    for name, value in new.items():
        setattr(message, name, value)
    message.edit_date = edited or message.edit_date
    message.revision = world.touch()
    return world.wire(message)
