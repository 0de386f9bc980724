"""The post: puts pages into Telegram, and says how that ended."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

from telegram import Bot, InputFile, InputMediaPhoto
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from handlers import buttons
from handlers.budget import Budget, Urgency
from handlers.errors import UNCHANGED, outcome_of
from handlers.page import Key, Page
from reports.charts import weekly_chart
from scheduler.messenger import Later, Outcome, Sent

log = logging.getLogger(__name__)

NO_PREVIEW = json.dumps({"is_disabled": True})
HTML = ParseMode.HTML.value


class Post:
    """Sends and edits pages through one bot, within one budget."""

    def __init__(self, bot: Bot, budget: Budget) -> None:
        self._bot, self._budget = bot, budget

    async def send(self, chat_id: int, page: Page, urgency: Urgency = Urgency.ANSWER) -> Outcome:
        """Send the page as a new message, when its turn has come."""
        picture = await _drawn(page)
        if wait := await self._budget.turn(chat_id, urgency):
            return Later(wait)
        common: dict[str, Any] = {
            "chat_id": chat_id,
            "reply_markup": _markup(page),
            "parse_mode": HTML,
            "disable_notification": page.quiet,
            "protect_content": page.protect,
        }
        try:
            if page.file is not None:
                file = InputFile(page.file.data, page.file.name)
                return Sent((await self._bot.send_document(document=file, caption=page.text, **common)).message_id)
            if picture is not None:
                message = await self._bot.send_photo(photo=picture, caption=page.text, **common)
                return Sent(message.message_id)
            sent = await self._call("sendMessage", text=page.text, link_preview_options=NO_PREVIEW, **common)
            return Sent(sent["message_id"])
        except TelegramError as error:
            return self._ended(chat_id, error)

    async def edit(self, chat_id: int, message_id: int, page: Page, urgency: Urgency = Urgency.ANSWER) -> Outcome:
        """Put the page over an earlier message; a page that looks the same already counts as sent.

        Under a picture only the words and the buttons change, unless the page is to be redrawn.
        """
        picture = await _drawn(page) if page.redraw else None
        if wait := await self._budget.turn(chat_id, urgency):
            return Later(wait)
        common: dict[str, Any] = {
            "chat_id": chat_id,
            "message_id": message_id,
            "reply_markup": _inline(page),
            "parse_mode": HTML,
        }
        try:
            if picture is not None:
                media = InputMediaPhoto(picture, caption=page.text, parse_mode=common.pop("parse_mode"))
                await self._bot.edit_message_media(media, **common)
            elif page.chart is not None:
                await self._bot.edit_message_caption(caption=page.text, **common)
            else:
                await self._call("editMessageText", text=page.text, link_preview_options=NO_PREVIEW, **common)
        except BadRequest as error:
            return Sent(message_id) if UNCHANGED in error.message else self._ended(chat_id, error)
        except TelegramError as error:
            return self._ended(chat_id, error)
        return Sent(message_id)

    async def strip(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off an earlier message; whether it works does not matter to anyone."""
        if await self._budget.turn(chat_id, Urgency.OTHER):
            return
        try:
            await self._bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)
        except TelegramError as error:
            log.debug("buttons stayed: %s", type(error).__name__)

    async def busy(self, chat_id: int, action: ChatAction) -> None:
        """Show that something is being made; whether it is seen does not matter to anyone."""
        try:
            await self._bot.send_chat_action(chat_id, action)
        except TelegramError as error:
            log.debug("chat action not shown: %s", type(error).__name__)

    async def answer(self, query: str, toast: str) -> None:
        """Answer a callback query; one that is too old has no one waiting for it."""
        try:
            await self._bot.answer_callback_query(query, text=toast or None)
        except TelegramError as error:
            log.debug("callback query not answered: %s", type(error).__name__)

    async def _call(self, method: str, **values: Any) -> Any:
        """What Telegram answers, as it is: making a Message of each answer costs as much as sending it.

        `values`: strings, numbers, or what is JSON already.
        """
        given = [RequestParameter(name, value, None) for name, value in values.items() if value is not None]
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", RequestData(given))

    def _ended(self, chat_id: int, error: TelegramError) -> Outcome:
        outcome = outcome_of(error)
        if isinstance(error, RetryAfter) and isinstance(outcome, Later):
            self._budget.hold_chat(chat_id, outcome.wait)
        elif isinstance(outcome, Later):
            self._budget.hold(outcome.wait)
        return outcome


async def _drawn(page: Page) -> bytes | None:
    return await asyncio.to_thread(weekly_chart, page.chart) if page.chart else None


def _markup(page: Page) -> str | None:
    """The keyboard as JSON: objects of the library cost several times as much as sending the message does."""
    if page.ask_location:
        button = {"text": page.ask_location, "request_location": True}
        return json.dumps({"keyboard": [[button]], "one_time_keyboard": True, "resize_keyboard": True})
    return _inline(page)


def _inline(page: Page) -> str | None:
    return json.dumps({"inline_keyboard": [[_button(key) for key in row] for row in page.rows]}) if page.rows else None


def _button(key: Key) -> dict[str, str]:
    if key.url:
        return {"text": key.label, "url": key.url}
    return {"text": key.label, "callback_data": buttons.write(key.press)}
