"""Every test here needs a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.phone import CHROMIUM

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them, give them time, and say why they do not run."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(180))
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine"))
