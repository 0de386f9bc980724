"""The messenger: says facts through the post, each in its reader's language."""

from __future__ import annotations

from handlers.post import Post
from handlers.views import page_of
from locales import Words
from scheduler.facts import Fact
from scheduler.messenger import Outcome


class TelegramMessenger:
    """Carries the courier's facts. `strict`: a missing text is an error."""

    def __init__(self, post: Post, strict: bool = False) -> None:
        self._post, self._strict = post, strict

    async def deliver(self, fact: Fact) -> Outcome:
        """Say `fact` to its addressee."""
        words = Words(fact.to.language, strict=self._strict)
        return await self._post.send(fact.to.chat_id, page_of(fact, words))
