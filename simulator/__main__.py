"""`python -m simulator`: the pretend Telegram by itself, for any Bot API client on this machine."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from journal.clock import SystemClock
from simulator.clock import PretendClock
from simulator.http import HOST, create_app, make_server
from simulator.keeper import open_simulator
from simulator.stage import PEOPLE, TOKEN


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="port on 127.0.0.1")
    parser.add_argument("--state", type=Path, help="file that keeps the chats over restarts")
    parser.add_argument("--token", default=TOKEN, help="the token that the bot presents")
    asked = parser.parse_args()
    clock = PretendClock(SystemClock().now(), running=True)
    simulator = open_simulator(asked.state, clock, asked.token)
    for person in PEOPLE:
        simulator.join(*person)
    address = f"http://{HOST}:{asked.port}"
    print(f"Chat page: {address}/\nTELEGRAM_API_URL={address}\nTELEGRAM_BOT_TOKEN={asked.token}", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        make_server(create_app(simulator), asked.port).run()


if __name__ == "__main__":
    main()
