"""Pages of Ana's sample summary."""

from __future__ import annotations

from typing import Any

from handlers.page import Page
from handlers.views import summary
from locales import Words
from scheduler.facts import Prompted
from tests.handlers.views import samples

WORDS = Words("en", strict=True)
OWN = "Brain fog & <buzzing> "


def shown(*prompts: Prompted, **changes: Any) -> Page:
    return summary.page(samples.summary(*prompts, **changes), WORDS)


def labels(page: Page) -> list[list[str]]:
    return [[key.label for key in row] for row in page.rows]
