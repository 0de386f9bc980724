"""The messenger: says facts through the post, each in its reader's language."""

from __future__ import annotations

from typing import Any

from handlers.budget import Urgency
from handlers.post import Post
from handlers.views import page_of
from locales import Words
from scheduler.facts import CheckinDue, DoseMoment, Fact, Missed, Nudge, WeeklySummary
from scheduler.facts_care import CareDigest
from scheduler.messenger import Outcome, Sent

# What the reader waits for least goes last when not everything can start at once.
URGENCY: dict[type[Any], Urgency] = {
    DoseMoment: Urgency.DOSE,
    Missed: Urgency.DOSE,
    Nudge: Urgency.NUDGE,
    CheckinDue: Urgency.CHECKIN,
    WeeklySummary: Urgency.DIGEST,
    CareDigest: Urgency.DIGEST,
}


class TelegramMessenger:
    """Carries the courier's facts. `strict`: a missing text is an error."""

    def __init__(self, post: Post, strict: bool = False) -> None:
        self._post, self._strict = post, strict

    async def deliver(self, fact: Fact) -> Outcome:
        """Say `fact` to its addressee; over the message that it edits, or as a new one.

        The messages that it replaces (one, or several) lose their buttons.
        """
        words = Words(fact.to.language, self._strict, plain=fact.to.plain, hide=fact.to.hide_names)
        page, edits = page_of(fact, words), getattr(fact, "edits", None)
        urgency = URGENCY.get(type(fact), Urgency.OTHER)
        if edits is not None:
            return await self._post.edit(fact.to.chat_id, edits, page, urgency)
        outcome = await self._post.send(fact.to.chat_id, page, urgency)
        if isinstance(outcome, Sent):
            for message in _replaced(fact):
                await self._post.strip(fact.to.chat_id, message)
        return outcome


def _replaced(fact: Fact) -> tuple[int, ...]:
    found: int | tuple[int, ...] | None = getattr(fact, "replaces", None)
    return found if isinstance(found, tuple) else (found,) if found else ()
