"""Shows replies: renders each view from the truth, after the commit and outside any transaction."""

from __future__ import annotations

import logging
import secrets

from telegram.constants import ChatAction

from handlers.context import See
from handlers.page import Page
from handlers.post import Post
from handlers.reply import Addressed, Show
from handlers.views import VIEWS
from journal import care_follow, people
from journal.clock import Clock
from journal.errors import JournalError
from journal.tables import Person
from journal.transaction import Database, Unavailable
from locales import Words
from scheduler.messenger import Outcome, Refused, Sent

log = logging.getLogger(__name__)

# Pages that take a moment to make, and what the chat shows meanwhile.
MAKING = {
    "trends": ChatAction.UPLOAD_PHOTO,
    "summary": ChatAction.UPLOAD_PHOTO,
    "digest": ChatAction.UPLOAD_PHOTO,
    "care_reads": ChatAction.UPLOAD_PHOTO,
    "export": ChatAction.UPLOAD_DOCUMENT,
}


class Shower:
    """Renders and delivers what handlers decided to show."""

    def __init__(self, db: Database, clock: Clock, post: Post, access: str, strict: bool) -> None:
        self._db, self._clock, self._post = db, clock, post
        self._access, self._strict = access, strict
        self.bot_name = ""

    async def show(self, addressed: Addressed) -> bool:
        """Answer the pressed button and show every view; False when something is still owed."""
        words = Words(addressed.language, strict=self._strict)
        if addressed.query:
            toast = addressed.reply.toast
            await self._post.answer(addressed.query, words.plain(toast) if toast else "")
        for each in addressed.reply.shows:
            outcome = await self._deliver(addressed.chat_id, each, words)
            if isinstance(outcome, Refused) and outcome.gone:
                await self._gone(addressed.chat_id)
                return True
            if not isinstance(outcome, Sent | Refused):
                return False
        return True

    async def _deliver(self, chat_id: int, show: Show, words: Words) -> Outcome:
        if show.edit is None and show.view in MAKING:
            await self._post.busy(chat_id, MAKING[show.view])
        return await self._put(chat_id, show.edit, await self._render(chat_id, show, words))

    async def _put(self, chat_id: int, edit: int | None, page: Page) -> Outcome:
        if edit is None:
            return await self._post.send(chat_id, page)
        outcome = await self._post.edit(chat_id, edit, page)
        if isinstance(outcome, Refused) and not outcome.gone:  # too old, deleted, or another kind of message
            return await self._post.send(chat_id, page)
        return outcome

    async def _render(self, chat_id: int, show: Show, words: Words) -> Page:
        """The page; or, when the rows it names are gone or cannot be shown, a sentence that says so."""
        try:
            async with self._db.read() as tx:
                person = await people.find(tx, chat_id)
                words = self._as_wished(words, person)
                see = See(tx, person, words, self._clock.now(), self._access, self.bot_name)
                return await VIEWS[show.view](see, **show.args)
        except Unavailable:
            raise
        except JournalError as error:
            return Page(words(f"error-{error.code}", **error.facts))
        except Exception:
            error_id = secrets.token_hex(4)
            log.exception("page broken", extra={"error_id": error_id, "view": show.view})
            return Page(words("error-unknown", id=error_id))

    def _as_wished(self, words: Words, person: Person | None) -> Words:
        if person is None:
            return words
        return Words(words.language, self._strict, plain=person.plain, hide=person.hide_names)

    async def _gone(self, chat_id: int) -> None:
        async with self._db.write() as tx:
            await care_follow.lost(tx, await people.find(tx, chat_id), self._clock.now())
