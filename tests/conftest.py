"""One environment for every test: no settings of this machine, a zone far from UTC, repeatable properties."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from migrations.upgrade import upgrade
from settings import Settings
from tests.world import World

for name in Settings.model_fields:
    os.environ.pop(name.upper(), None)

# A file system in memory makes each commit's fsync free; what fsync is for is tested by killing processes.
if os.access("/dev/shm", os.W_OK):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", "/dev/shm")

# Code that leans on the host's zone is 5 h 45 min wrong here.
os.environ["TZ"] = "Asia/Kathmandu"
time.tzset()

# python-telegram-bot warns about plain seconds otherwise, and a warning is an error here.
os.environ["PTB_TIMEDELTA"] = "1"

settings.register_profile("dosebook", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("dosebook")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file to copy: migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "dosebook.db"
    upgrade(f"sqlite+aiosqlite:///{file}")
    return file


@pytest.fixture
def fresh_database(migrated: Path, tmp_path: Path) -> Path:
    """A folder that holds a migrated, empty `dosebook.db`."""
    shutil.copy(migrated, tmp_path / "dosebook.db")
    return tmp_path


@pytest.fixture
async def world(fresh_database: Path) -> AsyncIterator[World]:
    """Two replicas of the bot in turn, against the simulator, in English."""
    world = World(fresh_database)
    await world.open()
    yield world
    await world.close()
