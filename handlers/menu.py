"""The command menu, derived from the tuple that routes the commands, for every language that has texts."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats

from handlers.registry import COMMANDS
from locales import Words


async def publish(bot: Bot, languages: Sequence[str]) -> None:
    """Tell Telegram the menu and the descriptions; the first language is also everyone else's."""
    for position, language in enumerate(languages):
        words = Words(language)
        menu = [BotCommand(each.name, words.plain(f"menu-{each.name}")) for each in COMMANDS if not each.for_operator]
        for code in ([""] if not position else []) + [language]:
            await bot.set_my_commands(menu, BotCommandScopeAllPrivateChats(), language_code=code)
            await bot.set_my_description(words.plain("bot-description"), language_code=code)
            await bot.set_my_short_description(words.plain("bot-short"), language_code=code)
