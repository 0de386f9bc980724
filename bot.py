"""Dosebook: composes the bot from its settings and runs it. `python bot.py` or `python bot.py demo`."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest

import operating
from handlers import menu
from handlers.budget import Budget
from handlers.inbox import Inbox
from handlers.incoming import KINDS
from handlers.messenger import TelegramMessenger
from handlers.poller import Poller
from handlers.post import Post
from handlers.request import AiohttpRequest
from handlers.router import Router
from handlers.shower import Shower
from handlers.web import WebServer, create_web
from journal import access, due, keys, notices
from journal import inbox as inbox_rows
from journal.clock import Clock, SystemClock
from journal.errors import StartError
from journal.transaction import Database
from locales import languages, nearest
from logs import configure
from migrations.upgrade import upgrade
from scheduler.courier import Courier
from scheduler.metrics import Metrics
from scheduler.pulse import Pulse
from scheduler.ticker import Ticker
from scheduler.watchdog import Watchdog
from settings import Settings, SettingsError, load_settings

log = logging.getLogger("dosebook")


@dataclass(frozen=True, slots=True)
class App:
    """A composed bot: everything that has a life of its own."""

    settings: Settings
    clock: Clock
    db: Database
    bot: Bot
    requests: tuple[BaseRequest, ...]
    router: Router
    shower: Shower
    inbox: Inbox
    poller: Poller
    courier: Courier
    ticker: Ticker
    metrics: Metrics

    async def start(self) -> None:
        """Learn the bot's own name and tell Telegram the menu. Raises TelegramError."""
        await self.bot.initialize()
        self.router.bot_name = self.shower.bot_name = self.bot.username
        if self.settings.webhook_url:
            secret = self.settings.webhook_secret.get_secret_value()
            await self.bot.set_webhook(self.settings.webhook_url, secret_token=secret, allowed_updates=KINDS)
        else:
            await self.bot.delete_webhook()
        await menu.publish(self.bot, languages())

    async def run(self, stop: asyncio.Event) -> None:
        """Receive, apply and deliver until `stop` is set; then finish what is in hand.

        A loop that ends by itself ends them all, and its error the process: a supervisor starts it anew.
        """
        courier = asyncio.create_task(self.ticker.run())
        loops = [asyncio.create_task(loop) for loop in self._loops()]
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([stopping, courier, *loops], return_when=asyncio.FIRST_COMPLETED)
        self.ticker.stop()
        for task in (stopping, *loops):
            task.cancel()
        ends = await asyncio.gather(courier, *loops, return_exceptions=True)
        for end in ends:
            if isinstance(end, Exception):
                raise end

    def signs(self) -> dict[str, datetime | None]:
        """When polling and the courier last moved, for the watchdog."""
        polling = {} if self.settings.webhook_url else {"polling": self.poller.tried_at}
        return {"courier": self.courier.moved_at, **polling}

    def _loops(self) -> list[Coroutine[Any, Any, None]]:
        settings = self.settings
        loops = [self.inbox.run(), self.inbox.retry()]
        if isinstance(self.clock, SystemClock):  # by a clock that is set by hand nobody can tell what is stuck
            loops.append(Watchdog(self.clock, self.signs).run())
        if not settings.webhook_url:
            loops.append(self.poller.run())
        if settings.http_port:
            site = create_web(self.inbox, settings.webhook_secret.get_secret_value(), self.health, self.numbers)
            loops.append(WebServer(site, settings.http_host, settings.http_port).serve())
        if settings.heartbeat_url:
            loops.append(Pulse(settings.heartbeat_url, self.clock).run())
        return loops

    async def health(self) -> dict[str, datetime | bool | int | None]:
        """Say whether the database answers, updates come in and the courier does its laps; and since when not.

        With the moment of the oldest notice that is due, and how many are `aside`: broken, or put off for long.
        """
        now, polled, lapped = self.clock.now(), self.poller.answered_at, self.courier.moved_at
        patience = timedelta(seconds=self.settings.poll_timeout + 60)
        receiving = bool(self.settings.webhook_url) or (polled is not None and now - polled < patience)
        delivering = lapped is not None and now - lapped < timedelta(seconds=120)
        async with self.db.read() as tx:
            coming = await notices.next_due(tx)
            _, oldest = await notices.due_now(tx, now)
            aside = await due.aside(tx, now)
        facts: dict[str, datetime | bool | int | None] = {"ready": receiving and delivering, "polled": polled}
        return facts | {"lapped": lapped, "next due": coming, "oldest due": oldest, "aside": aside}

    async def numbers(self) -> bytes:
        """Return the counts for Prometheus."""
        now = self.clock.now()
        async with self.db.read() as tx:
            count, oldest = await notices.due_now(tx, now)
            aside = await due.aside(tx, now)
            waiting = await inbox_rows.waiting(tx)
        return self.metrics.page(count, (now - oldest).total_seconds() if oldest else 0.0, waiting, aside)

    async def close(self) -> None:
        """Let go of connections and the database."""
        for request in self.requests:
            await request.shutdown()
        await self.db.close()


async def compose(settings: Settings, clock: Clock, request: BaseRequest | None = None, strict: bool = False) -> App:
    """Build the bot, for tests, demo or production. `strict`: a missing text is an error. Raises StartError."""
    await asyncio.to_thread(upgrade, settings.database_url)
    db = await keys.opened(settings.database_url, settings.encryption_keys.get_secret_value(), settings.key_file)
    if db.keyring.newest != db.keyring.current:
        log.warning("key %s is not in use yet: run python bot.py rotate-keys", db.keyring.newest)
    post_request = request or AiohttpRequest(settings.http_timeout)
    poll_request = request or AiohttpRequest(settings.poll_timeout + settings.http_timeout)
    api = settings.telegram_api_url
    bot = Bot(
        settings.telegram_bot_token.get_secret_value(),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=post_request,
        get_updates_request=poll_request,
    )
    post = Post(bot, Budget(clock, settings.messages_per_second))
    router = Router(bot, settings.access, nearest, settings.operators)
    shower = Shower(db, clock, post, settings.access, strict)
    metrics = Metrics()
    inbox = Inbox(db, clock, router, shower, metrics)
    courier = Courier(db, clock, TelegramMessenger(post, strict), metrics)
    ticker = Ticker(db, clock, courier)
    db.on_planned = ticker.wake
    poller = Poller(bot, poll_request, inbox, clock, settings.poll_timeout)
    requests = (post_request, poll_request)
    return App(settings, clock, db, bot, requests, router, shower, inbox, poller, courier, ticker, metrics)


async def operator_link(app: App) -> str | None:
    """Return a one-time link for whoever runs a closed bot; None once somebody is its operator."""
    if app.settings.access == access.OPEN:
        return None
    async with app.db.write() as tx:
        if await access.has_operator(tx):
            return None
        token = await access.invite(tx, app.clock.now(), for_operator=True)
    return f"https://t.me/{app.bot.username}?start={token}"


async def serve(app: App, stop: asyncio.Event) -> None:
    """Start, waiting for Telegram as long as it takes, and run until `stop`."""
    while not stop.is_set():
        try:
            await app.start()
            break
        except TelegramError as error:
            log.warning("Telegram is not there yet: %s; trying again in 5 s", type(error).__name__)
            await app.clock.sleep_until(app.clock.now() + timedelta(seconds=5))
    if link := await operator_link(app):
        print(f"Open this link once, in Telegram, to become the operator of this bot:\n{link}", flush=True)
    log.info("running as @%s", app.bot.username)
    await app.run(stop)


async def run() -> None:
    """Run on Telegram until SIGINT or SIGTERM. Raises StartError, SettingsError."""
    settings = load_settings()
    configure(settings.log_level, settings.log_format)
    if not settings.telegram_bot_token.get_secret_value():
        raise StartError("TELEGRAM_BOT_TOKEN is not set. Put it into .env, or try the demo: make demo")
    app = await compose(settings, SystemClock())
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    try:
        await serve(app, stop)
    finally:
        await app.close()


async def demo() -> None:
    """Run against a pretend Telegram, with a chat page in the browser."""
    from simulator import demo as pretend  # the product runs without the simulator

    await pretend.run()


async def demo_bot() -> None:
    """Be the bot of the demo, which starts this process, kills it and starts it again."""
    from simulator import leash

    await leash.run(compose, serve)


VERBS = {"run": run, "demo": demo, "demo-bot": demo_bot}


def main(verb: str, *args: str) -> int:
    """Run a verb; the exit code is 2 with one sentence when it cannot start."""
    os.umask(0o077)  # the database, its copies and the key are for whoever runs this alone
    if verb in operating.VERBS:
        return operating.main(verb, *args)
    if verb not in VERBS:
        print(f"Unknown verb. Use one of: {', '.join([*VERBS, *operating.VERBS])}", file=sys.stderr)
        return 2
    try:
        asyncio.run(VERBS[verb]())
    except (StartError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or ["run"])))
