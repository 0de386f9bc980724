"""Routing: who is this person, may they, is it still true, and which handler decides. One transaction an update."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update

from handlers import arrival, buttons, registry
from handlers.context import Act
from handlers.reply import Addressed, Reply, say, show
from journal import drafts, notices, people
from journal.errors import JournalError
from journal.inbox import Stored
from journal.tables import Person
from journal.transaction import Transaction


class Router:
    """Decides what an update changes and what is shown. `language_of` picks a language that has texts."""

    def __init__(self, bot: Bot, access: str, language_of: Callable[[str], str]) -> None:
        self._bot, self._access, self._language_of = bot, access, language_of
        self.bot_name = ""

    async def decide(self, tx: Transaction, raw: dict[str, Any], now: datetime) -> Addressed | None:
        """Apply one update; None when there is nothing to show. Raises JournalError to undo and explain."""
        update = Update.de_json(raw, self._bot)
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return None
        if chat.type != "private":
            return self._in_group(update, chat.id)
        if update.my_chat_member is not None:
            await _membership(tx, chat.id, update, now)
            return None
        person = await people.meet(tx, chat.id, self._language_of(user.language_code or ""), now)
        back = await _back(tx, person, now)
        act = Act(tx, person, now, self._access, self.bot_name)
        reply = await _dispatch(act, update)
        if back or not people.open_question(person):
            reply = await _with_unknown(act, reply)
        query = update.callback_query.id if update.callback_query else None
        return Addressed(reply, person.language, chat.id, query)

    def _in_group(self, update: Update, chat_id: int) -> Addressed | None:
        text = update.message.text if update.message else None
        if not text or not text.startswith("/"):
            return None
        return Addressed(say("group-only-private"), self._language_of(""), chat_id)

    async def apologise(self, tx: Transaction, stored: Stored, error: Exception, error_id: str | None) -> Addressed:
        """Return what the person is told when an update was undone, by a rule (JournalError) or by a fault."""
        person = await people.find(tx, stored.chat_id)
        language = person.language if person else self._language_of("")
        if isinstance(error, JournalError):
            reply = Reply((say(f"error-{error.code}", **error.facts).shows), toast="toast-nothing-changed")
        else:
            reply = say("error-unknown", id=error_id or "")
        return Addressed(reply, language, stored.chat_id, arrival.query_id(stored.payload))


async def _membership(tx: Transaction, chat_id: int, update: Update, now: datetime) -> None:
    """A block ends what is owed; being unblocked alone is no word from the person."""
    assert update.my_chat_member is not None
    person = await people.find(tx, chat_id)
    if person is not None and update.my_chat_member.new_chat_member.status in ("kicked", "left"):
        await people.unreachable(tx, people.ident(person), now)


async def _back(tx: Transaction, person: Person, now: datetime) -> bool:
    """Someone who could not be reached has written: plan for them again."""
    if person.unreachable_since is None:
        return False
    person.unreachable_since = None
    await arrival.plan_all(tx, person, now)
    return True


async def _dispatch(act: Act, update: Update) -> Reply:
    if update.callback_query is not None:
        return await _pressed(act, update.callback_query)
    if update.edited_message is not None:
        return say("edited-not-read")
    assert update.message is not None
    return await _message(act, update.message)


async def _pressed(act: Act, query: CallbackQuery) -> Reply:
    press = buttons.read(query.data or "")
    message = query.message.message_id if query.message else None
    act = arrival.with_message(act, message)
    handler = registry.BUTTONS.get(type(press))
    if handler is None:
        return Reply(say("button-outdated").shows, toast="toast-nothing-changed")
    gate = await arrival.gate(act, type(press) in registry.BEFORE_CONSENT)
    return gate or await handler(act, press)


async def _message(act: Act, message: Message) -> Reply:
    text = message.text or ""
    if text.startswith("/"):
        name, _, rest = text[1:].partition(" ")
        return await _command(act.typed(rest.strip()), name.split("@")[0].lower())
    gate = await arrival.gate(act, False)
    if gate:
        return gate
    if message.location is not None:
        return await arrival.located(act, message.location.latitude, message.location.longitude)
    if not text:
        return say("only-text")
    return await _typed(act.typed(text))


async def _command(act: Act, name: str) -> Reply:
    command = registry.BY_NAME.get(name)
    if command is None:
        return (await arrival.gate(act, False)) or say("unknown-command")
    gate = None if name == "start" else await arrival.gate(act, command.before_consent)
    if gate:
        return gate
    if name not in registry.KEEP_DRAFT:
        await drafts.drop(act.tx, act.person)
    return await command.handler(act)


async def _typed(act: Act) -> Reply:
    """Words answer the open question; failing that, the dialogue; failing that they may say a dose was taken."""
    if people.open_question(act.person):
        return await arrival.answered(act)
    draft = await drafts.get(act.tx, act.person)
    if draft is not None:
        kind, answers = draft
        return await registry.DIALOGUES[kind](act, answers)
    return await registry.PLAIN(act)


async def _with_unknown(act: Act, reply: Reply) -> Reply:
    """A summary whose delivery is unknown is offered at this contact."""
    subjects = await notices.take_unknown(act.tx, people.ident(act.person))
    if not subjects:
        return reply
    return reply.and_show(*show("offer_summary", subject=subjects[-1]).shows)
