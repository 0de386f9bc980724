"""sendMessage, sendPhoto, sendDocument, sendChatAction."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from simulator.files import Media, stored, uploaded
from simulator.formatting import CAPTION_LIMIT, TEXT_LIMIT, formatted
from simulator.keyboards import read_markup
from simulator.messages import ChatMessage
from simulator.methods.lookup import writable_chat
from simulator.params import Params
from simulator.refusals import refuse
from simulator.tags import utf16
from simulator.world import Chat, Wire, World

TYPING_LASTS = timedelta(seconds=5)  # Telegram clears a chat action after this
_ACTIONS = {"typing", "upload_photo", "upload_document", "choose_sticker", "find_location", "record_voice"}
_ACTIONS |= {"upload_voice", "record_video", "upload_video", "record_video_note", "upload_video_note"}


def send_message(world: World, params: Params, now: datetime) -> Wire:
    """A text of 1 to 4096 UTF-16 units after parsing."""
    body, entities = formatted(params, "text", "entities")
    if not body:
        refuse("Message text is empty")
    if utf16(body) > TEXT_LIMIT:
        refuse("Message is too long")
    chat = writable_chat(world, params)
    return _deliver(world, chat, params, now, body=body, entities=entities)


def send_photo(world: World, params: Params, now: datetime) -> Wire:
    """A picture with a caption."""
    return _send_media(world, params, now, "photo")


def send_document(world: World, params: Params, now: datetime) -> Wire:
    """A file with a caption."""
    return _send_media(world, params, now, "document")


def send_chat_action(world: World, params: Params, now: datetime) -> bool:
    """Show that the bot is busy, until it sends something or five seconds pass."""
    if params.text("action") not in _ACTIONS:
        refuse("Wrong parameter action in request")
    chat = writable_chat(world, params)
    chat.typing_until = now + TYPING_LASTS
    world.touch()
    return True


def read_caption(params: Params) -> tuple[str, list[dict[str, Any]]]:
    """A caption of at most 1024 UTF-16 units after parsing, with its entities."""
    body, entities = formatted(params, "caption", "caption_entities")
    if utf16(body) > CAPTION_LIMIT:
        refuse("message caption is too long")
    return body, entities


def read_media(world: World, params: Params, source: str, kind: str) -> Media:
    """The uploaded file, or one that the bot knows by its file id."""
    upload = uploaded(params, source, kind)
    if upload is not None:
        return stored(upload, kind, world.next_file_id())
    if (media := find_file(world, source)) is None:
        refuse("wrong file identifier/HTTP URL specified")
    if media.kind != kind:
        refuse(f"type of file mismatch: can't use file of type {media.kind.capitalize()} as {kind.capitalize()}")
    return media


def find_file(world: World, file_id: str) -> Media | None:
    """The file with this id, wherever it was sent."""
    messages = (message for chat in world.chats.values() for message in chat.messages.values())
    return next((m.media for m in messages if m.media and m.media.file_id == file_id), None)


def _send_media(world: World, params: Params, now: datetime, kind: str) -> Wire:
    """A message that carries a file."""
    body, entities = read_caption(params)
    chat = writable_chat(world, params)
    media = read_media(world, params, params.text(kind), kind)
    return _deliver(world, chat, params, now, body=body, entities=entities, media=media)


def _deliver(world: World, chat: Chat, params: Params, now: datetime, **content: Any) -> Wire:
    """Put the bot's message into the chat."""
    markup = read_markup(params, private=chat.kind == "private")
    inline = markup is not None and "inline_keyboard" in markup
    extra = _reply(world, chat, params)
    message = ChatMessage(
        id=world.next_message_id(),
        chat_id=chat.id,
        sender=world.bot.id,
        from_bot=True,
        date=now,
        markup=markup if inline else None,
        reply_keyboard=None if inline else markup,
        extra=extra,
        silent=params.flag("disable_notification"),
        protected=params.flag("protect_content"),
        revision=world.touch(),
        **content,
    )
    chat.messages[message.id] = message
    chat.typing_until = None
    return world.wire(message)


def _reply(world: World, chat: Chat, params: Params) -> dict[str, Any]:
    """The message that is replied to, if any."""
    asked = params.json("reply_parameters", "reply parameters") or {}
    number = int(asked.get("message_id", 0)) or params.number("reply_to_message_id")
    original = chat.messages.get(number)
    if original is not None and not original.deleted:
        return {"reply_to_message": world.wire(original)}
    if number and not asked.get("allow_sending_without_reply"):
        refuse("message to be replied not found")
    return {}
