"""What the page is told: the messages, people and toasts that changed since it last heard."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from simulator.core import Simulator
from simulator.faults import ALWAYS
from simulator.files import Media
from simulator.messages import ChatMessage
from simulator.methods.profile import menu_for
from simulator.methods.queries import ANSWERABLE
from simulator.world import User, World

Json = dict[str, Any]


def page_view(simulator: Simulator, since: int) -> Json:
    """Everything that changed after revision `since`; 0 asks for all. Moments are ISO 8601 in UTC."""
    world, now = simulator.world, simulator.clock.now()
    private = (chat for chat in world.chats.values() if chat.kind == "private")
    changed = [m for chat in private for m in chat.messages.values() if m.revision > since]
    return {
        "revision": world.revision,
        "all": since == 0,
        "now": now.isoformat(),
        "bot": {"name": world.profile.names.get("") or world.bot.first_name, "username": world.bot.username},
        "faults": {
            "down": any(fault.times > ALWAYS // 2 for fault in simulator.faults),
            "delayed": simulator.delay > 0,
        },
        "people": [_person(world, user, now) for user in world.users.values()],
        "messages": [_message(message) for message in sorted(changed, key=lambda m: m.id)],
        "toasts": [
            {"chat": toast.user_id, "text": toast.text, "alert": toast.alert}
            for toast in world.toasts
            if toast.revision > since > 0
        ],
    }


def _person(world: World, user: User, now: datetime) -> Json:
    """One tab."""
    chat = world.chats[user.id]
    language = (user.language or "")[:2]
    about = world.profile.descriptions
    queries = (q for q in world.queries.values() if q.user_id == user.id and not q.answered)
    waiting = [q for q in queries if now - q.moment <= ANSWERABLE]
    return {
        "id": user.id,
        "name": user.first_name,
        "opened": chat.opened,
        "blocked": chat.blocked,
        "typing": chat.typing_until is not None and now < chat.typing_until,
        "about": about.get(language) or about.get("", ""),
        "commands": menu_for(world, user),
        "pressed": [{"message": q.message_id, "data": q.data} for q in waiting],
    }


def _message(message: ChatMessage) -> Json:
    """One bubble; of a deleted message only its id remains."""
    head = {"id": message.id, "chat": message.chat_id}
    if message.deleted:
        return {**head, "deleted": True}
    return {
        **head,
        "mine": not message.from_bot,
        "text": message.body,
        "entities": message.entities,
        "media": _media(message.media) if message.media else None,
        "location": message.extra.get("location"),
        "sticker": "sticker" in message.extra,
        "voice": "voice" in message.extra,
        "buttons": (message.markup or {}).get("inline_keyboard", []),
        "keyboard": message.reply_keyboard,
        "date": message.date.isoformat(),
        "edited": message.edited,
        "silent": message.silent,
    }


def _media(media: Media) -> Json:
    """Where the page finds a picture or file."""
    base = {"kind": media.kind, "name": media.name, "size": len(media.data), "url": f"/files/{media.file_id}"}
    return {**base, "width": media.width, "height": media.height}
