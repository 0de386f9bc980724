"""Which conversations belong to the fast tests: the main job. All the others run with `make test-all`."""

from __future__ import annotations

from pathlib import Path

import pytest

FAST = (
    "test_arrival.py",
    "test_checkin.py",
    "test_crashes.py",
    "test_doses.py",
    "test_regimens.py",
    "test_secrets.py",
    "test_webhook.py",
)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == HERE and item.path.name not in FAST:
            item.add_marker(pytest.mark.slow)
