"""Routing: who is this person, may they, is it still true, and which handler decides. One transaction an update."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update

from handlers import arrival, buttons, crisis, registry
from handlers.context import Act
from handlers.incoming import GROUP, QUERY
from handlers.reply import Addressed, Reply, say, show
from journal import care_follow, drafts, notices, people, returns
from journal.errors import JournalError
from journal.inbox import OVERFLOW, Stored
from journal.tables import Person
from journal.transaction import Transaction

# Messages that Telegram itself writes into a chat when something about the chat was changed.
SERVICE = ("pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed")


class Router:
    """Decides what an update changes and what is shown. `language_of` picks a language that has texts."""

    def __init__(
        self, bot: Bot, access: str, language_of: Callable[[str], str], operators: frozenset[int] = frozenset()
    ) -> None:
        self._bot, self._access, self._language_of, self._operators = bot, access, language_of, operators
        self.bot_name = ""

    async def decide(self, tx: Transaction, raw: dict[str, Any], now: datetime) -> Addressed | None:
        """Apply one update; None when there is nothing to show. Raises JournalError to undo and explain."""
        if GROUP in raw:
            return Addressed(say("group-only-private"), self._language_of(""), raw[GROUP], raw[QUERY])
        if OVERFLOW in raw:
            person = await _heard(tx, raw[OVERFLOW], now)
            return Addressed(say("too-fast"), person.language if person else self._language_of(""), raw[OVERFLOW])
        update = Update.de_json(raw, self._bot)
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return None
        if update.my_chat_member is not None:
            await _membership(tx, chat.id, update, now)
            return None
        person = await people.meet(tx, chat.id, self._language_of(user.language_code or ""), now)
        back = await returns.back(tx, person, now)
        shown = (user.first_name, user.full_name)
        act = Act(tx, person, now, self._access, self.bot_name, shown_as=shown, operators=self._operators)
        reply = await _dispatch(act, update)
        if back or not people.open_question(person):
            reply = await _with_unknown(act, reply)
        reply = reply.and_show(*crisis.shows(raw, person.language))
        query = update.callback_query.id if update.callback_query else None
        return Addressed(reply, person.language, chat.id, query)

    async def apologise(
        self, tx: Transaction, stored: Stored, error: Exception, error_id: str | None, now: datetime
    ) -> Addressed:
        """Return what the person is told when an update was undone, by a rule (JournalError) or by a fault."""
        person = await _heard(tx, stored.chat_id, now)
        language = person.language if person else self._language_of("")
        if isinstance(error, JournalError):
            reply = Reply((say(f"error-{error.code}", **error.facts).shows), toast="toast-nothing-changed")
        else:
            reply = say("error-unknown", id=error_id or "")
        reply = reply.and_show(*crisis.shows(json.loads(stored.payload or "{}"), language))
        return Addressed(reply, language, stored.chat_id, arrival.query_id(stored.payload))


async def _heard(tx: Transaction, chat_id: int, now: datetime) -> Person | None:
    """The person, if known: what comes to nothing is a word from them all the same."""
    person = await people.find(tx, chat_id)
    if person is not None:
        people.seen(person, now)
    return person


async def _membership(tx: Transaction, chat_id: int, update: Update, now: datetime) -> None:
    """A block ends what is owed; being unblocked alone is no word from the person."""
    assert update.my_chat_member is not None
    person = await people.find(tx, chat_id)
    if update.my_chat_member.new_chat_member.status in ("kicked", "left"):
        await care_follow.lost(tx, person, now)


async def _dispatch(act: Act, update: Update) -> Reply:
    if update.callback_query is not None:
        return await _pressed(act, update.callback_query)
    if update.edited_message is not None:
        # A phone that shares its place for a while reports each step as a change: nobody said anything.
        return Reply() if update.edited_message.location else say("edited-not-read")
    assert update.message is not None
    return await _message(act, update.message)


async def _pressed(act: Act, query: CallbackQuery) -> Reply:
    press = buttons.read(query.data or "")
    message = query.message.message_id if query.message else None
    act = arrival.with_message(act, message)
    handler = registry.BUTTONS.get(type(press))
    if handler is None:
        return Reply(say("button-outdated").shows, toast="toast-nothing-changed")
    kind = type(press)
    caring = kind in registry.FOR_CAREGIVERS
    gate = None if kind in registry.UNGATED else await arrival.gate(act, kind in registry.BEFORE_CONSENT, caring)
    return gate or await _beside_dialogue(act, handler(act, press))


async def _beside_dialogue(act: Act, handled: Awaitable[Reply]) -> Reply:
    """What was not an answer in words may open another dialogue than the one that was open."""
    before = await drafts.get(act.tx, act.person)
    reply = await handled
    after = await drafts.get(act.tx, act.person) if before else None
    return _dropped(reply) if before and after and before[0] != after[0] else reply


def _dropped(reply: Reply) -> Reply:
    """Of two dialogues the newer one stays; the person is told that the older one is gone."""
    return Reply(say("dialogue-dropped").shows + reply.shows, reply.toast)


async def _message(act: Act, message: Message) -> Reply:
    if any(getattr(message, kind) for kind in SERVICE):
        return Reply()
    text = message.text or ""
    if text.startswith("/") and not message.forward_origin:
        name, rest = (*text[1:].split(maxsplit=1), "", "")[:2]
        return await _command(act.typed(rest), name.lower())
    gate = await arrival.gate(act, False, await arrival.asked(act))
    if gate:
        return gate
    if message.location is not None:
        place = message.location
        return await _beside_dialogue(act, arrival.located(act, place.latitude, place.longitude))
    if message.forward_origin:
        return say("forwarded-not-read")
    if not text:
        return say("only-text")
    return await _typed(act.typed(text))


async def _command(act: Act, typed: str) -> Reply:
    """A command, perhaps addressed as in /today@this_bot. A question of first contact comes before most of them."""
    name, _, bot = typed.partition("@")
    command = registry.BY_NAME.get(name)
    if bot not in ("", act.bot_name.lower()):
        return (await arrival.gate(act, False)) or say("command-not-mine")
    if command is None or (command.for_operator and not act.is_operator):
        return (await arrival.gate(act, False)) or say("unknown-command")
    gate = None
    if name not in registry.UNGATED:
        gate = await arrival.gate(act, command.before_consent, name in registry.FOR_CAREGIVERS)
    if gate:
        return gate
    if people.open_question(act.person) and not (command.before_consent or name == "status"):
        return say("answer-first").and_show(*arrival.ask(act.person).shows)
    dropped = name not in registry.KEEP_DRAFT and await drafts.drop(act.tx, act.person)
    reply = await command.handler(act)
    return _dropped(reply) if dropped else reply


async def _typed(act: Act) -> Reply:
    """Words answer the open question; failing that, the dialogue; failing that they may say a dose was taken."""
    if people.open_question(act.person):
        return await arrival.answered(act)
    draft = await drafts.get(act.tx, act.person)
    if draft is not None:
        kind, answers = draft
        if kind in registry.DIALOGUES:
            return await registry.DIALOGUES[kind](act, answers)
        await drafts.drop(act.tx, act.person)  # of an older release
    return await registry.PLAIN(act)


async def _with_unknown(act: Act, reply: Reply) -> Reply:
    """What may not have arrived is brought up at this contact: of summaries and of ended pauses the newest."""
    newest = dict(await notices.take_unknown(act.tx, people.ident(act.person)))
    for kind, subject in newest.items():
        reply = reply.and_show(*show(registry.OFFERS[kind], subject=subject).shows)
    return reply
