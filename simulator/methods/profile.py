"""getMe, getChat, and what the bot says about itself: commands, name, descriptions."""

from __future__ import annotations

import re
from datetime import datetime

from simulator.methods.lookup import find_chat
from simulator.params import Params
from simulator.refusals import refuse
from simulator.world import User, Wire, World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}
_MOST_COMMANDS, _COMMAND_TEXT = 100, 256  # commands in a list; characters of a description
_NAME, _DESCRIPTION, _SHORT = 64, 512, 120  # characters
_ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def get_me(world: World, params: Params, now: datetime) -> Wire:
    """The bot's account."""
    return {**world.bot.wire(), **_ABILITIES}


def get_chat(world: World, params: Params, now: datetime) -> Wire:
    """A chat that the bot knows, with the fields that Telegram always sends."""
    gifts = {"accepted_gift_types": dict.fromkeys(_GIFTS, False)}
    return {**find_chat(world, params).wire(), "accent_color_id": 0, "max_reaction_count": 11, **gifts}


def set_my_commands(world: World, params: Params, now: datetime) -> bool:
    """Up to 100 commands for one scope and language; an empty list is as deleting."""
    commands = params.json("commands", "commands")
    if not isinstance(commands, list):
        refuse("Expected an Array of BotCommand")
    if len(commands) > _MOST_COMMANDS:
        refuse("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[_key(params)] = [_checked(command) for command in commands]
    world.touch()
    return True


def get_my_commands(world: World, params: Params, now: datetime) -> list[Wire]:
    """The commands of exactly this scope and language."""
    return world.profile.commands.get(_key(params), [])


def delete_my_commands(world: World, params: Params, now: datetime) -> bool:
    """Forget the commands of this scope and language."""
    world.profile.commands.pop(_key(params), None)
    world.touch()
    return True


def menu_for(world: World, user: User) -> list[Wire]:
    """The commands that `user` sees in the private chat: the narrowest scope first, their language first."""
    language = (user.language or "")[:2]
    chat = f"chat:{user.id}"
    keys = [f"{scope}|{code}" for scope in (chat, "all_private_chats", "default") for code in (language, "")]
    return next((world.profile.commands[key] for key in keys if world.profile.commands.get(key)), [])


def set_my_name(world: World, params: Params, now: datetime) -> bool:
    """The bot's name for one language, at most 64 characters."""
    return _set(world, params, world.profile.names, "name", _NAME)


def set_my_description(world: World, params: Params, now: datetime) -> bool:
    """What an empty chat shows, at most 512 characters."""
    return _set(world, params, world.profile.descriptions, "description", _DESCRIPTION)


def set_my_short_description(world: World, params: Params, now: datetime) -> bool:
    """What the profile shows, at most 120 characters."""
    return _set(world, params, world.profile.short_descriptions, "short_description", _SHORT)


def get_my_name(world: World, params: Params, now: datetime) -> Wire:
    """The name for a language, or the account's."""
    return {"name": _get(world.profile.names, params) or world.bot.first_name}


def get_my_description(world: World, params: Params, now: datetime) -> Wire:
    """The description for a language."""
    return {"description": _get(world.profile.descriptions, params)}


def get_my_short_description(world: World, params: Params, now: datetime) -> Wire:
    """The short description for a language."""
    return {"short_description": _get(world.profile.short_descriptions, params)}


def done(world: World, params: Params, now: datetime) -> bool:
    """What has no effect here: close, logOut, setChatMenuButton."""
    return True


def _set(world: World, params: Params, kept: dict[str, str], name: str, limit: int) -> bool:
    """Keep a text for its language; an empty one forgets it."""
    text = params.text(name)
    if len(text) > limit:
        refuse(f"bot {name.replace('_', ' ')} is too long")
    kept[_language(params)] = text
    world.touch()
    return True


def _get(kept: dict[str, str], params: Params) -> str:
    """The text for the language asked for, else for any."""
    return kept.get(_language(params)) or kept.get("", "")


def _language(params: Params) -> str:
    """A two-letter language code or ''."""
    if not _LANGUAGE.fullmatch(code := params.text("language_code")):
        refuse("invalid language code specified")
    return code


def _checked(command: Wire) -> Wire:
    """One command as Telegram accepts it."""
    name, text = str(command.get("command", "")).removeprefix("/"), str(command.get("description", ""))
    if not _COMMAND.fullmatch(name):
        refuse("BOT_COMMAND_INVALID")
    if not 0 < len(text) <= _COMMAND_TEXT:
        refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": text}


def _key(params: Params) -> str:
    """`scope|language`, where a chat's scope carries its id."""
    scope = params.json("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type")
    if kind in _CHAT_SCOPES:
        kind = ":".join([kind, *(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)])
    elif kind not in _SCOPES:
        refuse("can't parse BotCommandScope: Unsupported type specified")
    return f"{kind}|{_language(params)}"
