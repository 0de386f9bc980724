"""A conversation of /add without rows and without Telegram; every answer is stored and read back in between."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any, cast

from handlers.adding import steps
from handlers.adding.draft import Sketch, dump, fresh, load
from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import Change, Pick
from handlers.views.adding import page
from journal import people
from journal.tables import Person
from journal.timing import plan_to_json
from locales import Words

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday


class Talk:
    """Ana adds something: alone, or with the line that she typed after /add."""

    def __init__(self, line: str = "", language: str = "en", now: datetime = NOW) -> None:
        person = Person(chat_id=1, language=language, zone="Europe/London", created_at=now)
        self._see = See(cast(Any, None), person, Words(language, strict=True), now, "open", "bot")
        self.sketch = fresh(guided=not line)
        self._go_on(fresh(line=line, guided=not line))

    def _go_on(self, sketch: Sketch) -> str:
        zone = people.zone_of(self._see.person)
        ahead = steps.advance(sketch, zone, self._today, self._see.now)
        self.sketch = load(json.loads(json.dumps(dump(ahead))))
        return self.text

    def say(self, text: str) -> str:
        """She types; returns what is shown then."""
        return self._go_on(steps.BY_KEY[self.sketch.open].typed(self.sketch, text, self._today))

    def tap(self, *labels: str) -> str:
        """She presses these buttons one after the other; returns what is shown then."""
        for label in labels:
            self.press(self.keys[label].press)
        return self.text

    def press(self, press: Any) -> str:
        """A button of hers, whatever its label."""
        if isinstance(press, Change):
            return self._go_on(steps.asked_again(self.sketch, press.step))
        assert isinstance(press, Pick)
        return self._go_on(steps.BY_KEY[press.step].picked(self.sketch, press.value, self._today))

    @property
    def _today(self) -> date:
        return people.today(self._see.person, self._see.now)

    @property
    def page(self) -> Page:
        """What is shown."""
        return page(self._see, self.sketch)

    @property
    def text(self) -> str:
        """The words that are shown, without tags."""
        return re.sub(r"<[^>]*>", "", self.page.text)

    @property
    def keys(self) -> dict[str, Key]:
        """The buttons by their labels."""
        return {key.label: key for row in self.page.rows for key in row}

    @property
    def open(self) -> str:
        """The open question."""
        return self.sketch.open

    @property
    def plan(self) -> dict[str, Any]:
        """The phases that would be saved, as JSON."""
        assert self.sketch.plan
        return plan_to_json(self.sketch.plan)

    @property
    def timing(self) -> dict[str, Any]:
        """The timing of the only phase."""
        (phase,) = self.plan["phases"]
        return cast(dict[str, Any], phase["timing"])
