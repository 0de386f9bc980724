"""The demo: the real bot, in a process of its own, against the pretend Telegram with a chat page and a clock."""

from __future__ import annotations

import asyncio
import signal
import socket

from journal.clock import SystemClock
from journal.errors import StartError
from logs import configure
from simulator import stage
from simulator.bell import Bell
from simulator.botprocess import BotProcess
from simulator.clock import PretendClock
from simulator.controls import MOMENT, Controls
from simulator.http import HOST, create_app, make_server
from simulator.keeper import open_simulator


def listen(port: int) -> socket.socket:
    """Take the port. Raises StartError with one sentence when somebody else has it."""
    try:
        return socket.create_server((HOST, port))
    except OSError:
        raise StartError(f"Port {port} is taken: stop what uses it, or set DEMO_PORT to another one.") from None


async def run() -> None:
    """Serve page and bot until SIGINT or SIGTERM."""
    listener = listen(stage.port())
    configure("WARNING", stage.demo_settings().log_format)
    clock = PretendClock(SystemClock().now(), running=True)
    simulator = open_simulator(stage.folder() / "chats.jsonl", clock, stage.TOKEN)
    for person in stage.PEOPLE:
        simulator.join(*person)
    bell = Bell()
    bot = BotProcess(bell.ring)
    server = make_server(create_app(simulator, Controls(bot, simulator, clock), bell), stage.port())
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    web = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await bot.start(clock.now())
        if not bot.ready:
            raise StartError("The bot did not start: it says why, above.")
        while not server.started:
            await clock.sleep_until(clock.now() + MOMENT)
        print(f"Dosebook demo: open http://{HOST}:{stage.port()}/ in a browser. Ctrl+C stops it.", flush=True)
        await stop.wait()
    finally:
        await bot.stop()
        server.should_exit = True
        await web
