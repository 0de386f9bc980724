"""The bot's own HTTP port: Telegram's webhook, whether the bot is well, and counts. It serves nothing else."""

from __future__ import annotations

import contextlib
import hmac
import json
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from handlers.inbox import Inbox
from handlers.poller import stored
from scheduler.metrics import CONTENT_TYPE

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000  # bytes of an update; Telegram's are a hundredth of it

Numbers = Callable[[], Awaitable[bytes]]
Health = Callable[[], Awaitable[dict[str, datetime | bool | None]]]


def create_web(inbox: Inbox, secret: str, health: Health, numbers: Numbers) -> Starlette:
    """Return the site: POST /webhook (only with a secret), GET /healthz, /readyz and /metrics."""

    async def webhook(request: Request) -> Response:
        """Answer 200 only once the update is stored, so that Telegram offers it again otherwise."""
        given = request.headers.get(SECRET_HEADER, "")
        if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("forbidden", 403)
        if int(request.headers.get("Content-Length", "0") or 0) > LARGEST:
            return PlainTextResponse("too large", 413)
        try:
            update = stored(json.loads(await request.body()))
        except ValueError:
            return PlainTextResponse("not an update", 400)
        await inbox.store([update])
        return PlainTextResponse("ok")

    async def healthz(request: Request) -> Response:
        """The loop is alive."""
        return PlainTextResponse("ok")

    async def readyz(request: Request) -> Response:
        """200 while the database answers, updates come in and the courier does its laps; else 503."""
        facts = await health()
        shown = {name: fact if isinstance(fact, bool) else str(fact) for name, fact in facts.items()}
        return JSONResponse(shown, 200 if facts["ready"] else 503)

    async def metrics(request: Request) -> Response:
        """Counts for Prometheus."""
        return Response(await numbers(), media_type=CONTENT_TYPE)

    return Starlette(
        routes=[
            Route("/webhook", webhook, methods=["POST"]),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
        ]
    )


class WebServer(uvicorn.Server):
    """Leaves signals to bot.py: uvicorn's own handling ends the process before the courier has finished."""

    def __init__(self, app: Starlette, host: str, port: int) -> None:
        super().__init__(uvicorn.Config(app, host=host, port=port, log_level="warning", access_log=False))

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield
