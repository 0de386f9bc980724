"""The buttons that ask for the details of an injection that was taken: place first, then who gave it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.origins import EXTRA
from handlers.page import Key, Rows, grid
from handlers.presses import Back
from handlers.presses_log import Extra
from handlers.presses_sites import AskDetail, SetDetail
from handlers.views.site_words import site_label
from journal.occurrences import DoseKey
from journal.sites import GIVERS, Given, Rested
from locales import Words
from scheduler.facts import Addressee

FEW = 6  # places that are offered at once, the longest rested
MOST = 20  # places on the page that has the others
FRESH = timedelta(days=300)  # a place that was used longer ago is shown with the year


class DetailKeys:
    """Makes the buttons of one injection on one message; `apart` as in AskDetail."""

    def __init__(self, key: DoseKey, origin: str, to: Addressee, now: datetime, words: Words, apart: bool) -> None:
        self._about = (key.regimen, key.day, key.slot, origin)
        self._to, self._now, self._words, self._apart = to, now, words, apart

    def step(self, given: Given, sites: Sequence[Rested]) -> Rows:
        """What is not known yet, one thing at a time; then the rest can be added and all be changed."""
        if not given.site:
            return self.ask("site", sites)
        more = (self._ask("batch", "detail-batch"),) if not given.batch else ()
        rows: Rows = () if given.giver else self.ask("giver", sites)
        return (*rows, (*more, self._ask("menu", "detail-change")))

    def ask(self, what: str, sites: Sequence[Rested]) -> Rows:
        """The answers to one question (AskDetail.what)."""
        if what == "site":
            more = (self._ask("other", "detail-other-place"), self._ask("menu", "detail-more"))
            return (*self._sites(sites[:FEW]), more)
        if what == "other":
            return self._sites(sites[FEW:MOST])
        if what == "giver":
            return (tuple(self._set(f"given-{giver}", giver) for giver in GIVERS),)
        if what == "menu":
            asks = (self._ask("site", "detail-place"), self._ask("giver", "detail-giver"))
            batch, clear = self._ask("batch", "detail-batch"), self._set("detail-clear", "clear")
            return (asks, (batch, clear))
        return ()

    def _sites(self, sites: Sequence[Rested]) -> Rows:
        return grid([Key(self._site(each), self._press(each.name)) for each in sites], 2)

    def _site(self, rested: Rested) -> str:
        label = site_label(rested.site, self._words)
        if rested.last is None:
            return label
        day = self._words.day(self._to.local(rested.last).date(), year=self._now - rested.last > FRESH)
        return self._words.plain("site-used", site=label, day=day)

    def _press(self, value: str) -> SetDetail:
        return SetDetail(*self._about, value, self._apart)

    def _set(self, label: str, value: str) -> Key:
        return Key(self._words.plain(label), self._press(value))

    def _ask(self, what: str, label: str) -> Key:
        return Key(self._words.plain(label), AskDetail(*self._about, what, self._apart))

    def open(self, name: str) -> Key:
        """The button on a message of several doses that leads to the page of this one."""
        label = self._words.plain("button-of", button=self._words.plain("detail-open"), name=name)
        return Key(label, AskDetail(*self._about, "", True))

    def back(self) -> Key:
        """The button that brings the message back."""
        *_, origin = self._about
        press = Extra(int(origin[1:]), "show") if origin.startswith(EXTRA) else Back(*self._about)
        return Key(self._words.plain("button-back"), press)
