"""The messenger: says facts through the post, each in its reader's language."""

from __future__ import annotations

from handlers.post import Post
from handlers.views import page_of
from locales import Words
from scheduler.facts import Fact
from scheduler.messenger import Outcome, Sent


class TelegramMessenger:
    """Carries the courier's facts. `strict`: a missing text is an error."""

    def __init__(self, post: Post, strict: bool = False) -> None:
        self._post, self._strict = post, strict

    async def deliver(self, fact: Fact) -> Outcome:
        """Say `fact` to its addressee; the messages that it replaces (one, or several) lose their buttons."""
        words = Words(fact.to.language, self._strict, plain=fact.to.plain, hide=fact.to.hide_names)
        outcome = await self._post.send(fact.to.chat_id, page_of(fact, words))
        if isinstance(outcome, Sent):
            for message in _replaced(fact):
                await self._post.strip(fact.to.chat_id, message)
        return outcome


def _replaced(fact: Fact) -> tuple[int, ...]:
    found: int | tuple[int, ...] | None = getattr(fact, "replaces", None)
    return found if isinstance(found, tuple) else (found,) if found else ()
