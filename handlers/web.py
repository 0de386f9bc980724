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
from handlers.incoming import stored, wanted
from scheduler.metrics import CONTENT_TYPE

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
AT_ONCE = 100  # connections; Telegram opens 40 at most
LARGEST = 1_000_000  # bytes of an update; Telegram's are a hundredth of it

Numbers = Callable[[], Awaitable[bytes]]
Health = Callable[[], Awaitable[dict[str, datetime | bool | int | None]]]


def create_web(inbox: Inbox, secret: str, health: Health, numbers: Numbers) -> Starlette:
    """Return the site: POST /webhook (only with a secret), GET /healthz, /readyz and /metrics."""

    async def webhook(request: Request) -> Response:
        """Answer 200 only once the update is stored, so that Telegram offers it again otherwise."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("forbidden", 403)
        body = await _read(request)
        if body is None:
            return PlainTextResponse("too large", 413)
        try:
            raw = json.loads(body)
            update = stored(raw)
        except (ValueError, RecursionError):
            return PlainTextResponse("not an update", 400)
        if wanted(raw):
            await inbox.store([update])
        return PlainTextResponse("ok")

    async def healthz(request: Request) -> Response:
        """The loop is alive."""
        return PlainTextResponse("ok")

    async def readyz(request: Request) -> Response:
        """200 while the database answers, updates come in and the courier does its laps; else 503."""
        facts = await health()
        shown = {name: fact if isinstance(fact, int) else str(fact) for name, fact in facts.items()}
        return JSONResponse(shown, 200 if facts["ready"] else 503)

    async def metrics(request: Request) -> Response:
        """Counts for Prometheus."""
        return Response(await numbers(), media_type=CONTENT_TYPE)

    entrance = [Route("/webhook", webhook, methods=["POST"])] if secret else []
    routes = [*entrance, Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]
    site = Starlette(routes=routes)
    site.router.redirect_slashes = False
    return site


async def _read(request: Request) -> bytes | None:
    """The body; None for one that is too large, whatever length it claims: the rest is never read."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return body


class WebServer(uvicorn.Server):
    """Leaves signals to bot.py: uvicorn's own handling ends the process before the courier has finished."""

    def __init__(self, app: Starlette, host: str, port: int) -> None:
        config = uvicorn.Config(
            app,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=AT_ONCE,
        )
        super().__init__(config)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield
