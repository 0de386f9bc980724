"""Finding the chat and the message that a request names, or refusing as Telegram does."""

from __future__ import annotations

from simulator.messages import ChatMessage
from simulator.params import Params
from simulator.refusals import forbidden, refuse
from simulator.world import Chat, World


def find_chat(world: World, params: Params) -> Chat:
    """The chat of `chat_id`; a person who never wrote to the bot is "chat not found"."""
    if not (raw := params.text("chat_id")):
        refuse("chat_id is empty")
    chat = world.chats.get(params.number("chat_id")) if raw.lstrip("-").isdigit() else None
    if chat is None or not chat.opened:
        refuse("chat not found")
    return chat


def writable_chat(world: World, params: Params) -> Chat:
    """The chat, if the bot may write there; 403 after a block, a kick or a deleted account."""
    chat = find_chat(world, params)
    if chat.kind == "private" and world.users[chat.id].deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        group = chat.kind == "group"
        raise forbidden("bot was kicked from the group chat" if group else "bot was blocked by the user")
    return chat


def find_message(chat: Chat, params: Params, what: str) -> ChatMessage:
    """The message of `message_id`; "`what` not found" when it was deleted or never was."""
    if not params.number("message_id"):
        refuse("message identifier is not specified")
    message = chat.messages.get(params.number("message_id"))
    if message is None or message.deleted:
        refuse(f"{what} not found")
    return message
