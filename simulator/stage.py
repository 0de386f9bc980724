"""Where the demo plays: its folder, port, people and settings, from DEMO_FOLDER and DEMO_PORT where those are set."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import SecretStr

from settings import Settings, load_settings
from simulator.http import HOST

PORT = 8765
TOKEN = "42:practice"  # no secret: only the pretend Telegram knows it
PEOPLE = ((1001, "Ana", "en"), (1002, "Bo", "en"))
SAMPLE_PEOPLE = (*PEOPLE, (1003, "Cy", "en"))  # the sample patient has two who read along


def port() -> int:
    """The port of the page on this machine."""
    return int(os.environ.get("DEMO_PORT", PORT))


def folder() -> Path:
    """Where everything is kept, so that the demo can be stopped and started again at any point."""
    return Path(os.environ.get("DEMO_FOLDER", "data/demo"))


def demo_settings() -> Settings:
    """The settings of this machine with everything that matters replaced: the demo never touches real data."""
    return load_settings(None).model_copy(
        update={
            "telegram_bot_token": SecretStr(TOKEN),
            "telegram_api_url": f"http://{HOST}:{port()}",
            "poll_timeout": 10,
            "database_url": f"sqlite+aiosqlite:///{folder() / 'dosebook.db'}",
            "key_file": folder() / "dosebook.key",
            "encryption_keys": SecretStr(""),
            "access": "open",
            "messages_per_second": 0.0,
            "heartbeat_url": "",  # a demo says nothing about the host that the watcher watches
        }
    )
