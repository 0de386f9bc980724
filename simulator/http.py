"""The simulator over HTTP: the Bot API for any client, and the chat page for people."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.bell import Bell
from simulator.botapi import BotApi
from simulator.core import Simulator
from simulator.pageapi import Controls, PageApi

HOST = "127.0.0.1"  # the simulator serves this machine only
_PAGE = Path(__file__).parent / "page"
_POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def create_app(simulator: Simulator, controls: Controls | None = None, bell: Bell | None = None) -> Starlette:
    """The whole site; without `controls` the page shows no clock buttons. `bell` wakes the pages."""
    bell = bell or Bell()
    simulator.watchers.append(bell.ring)
    routes = [
        Route("/", _index),
        Mount("/page", StaticFiles(directory=_PAGE)),
        *PageApi(simulator, bell, controls).routes(),
        *BotApi(simulator, bell).routes(),
    ]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])
    return Starlette(routes=routes, middleware=[hosts], exception_handlers={404: _not_found})


def make_server(app: Starlette, port: int) -> uvicorn.Server:
    """A server on 127.0.0.1 that does not wait for open pages and polls when it stops."""
    config = uvicorn.Config(app, host=HOST, port=port, log_level="critical", timeout_graceful_shutdown=1)
    return _Server(config)


class _Server(uvicorn.Server):
    """Leaves signals to whoever embeds it: uvicorn's own handling ends the process before anyone can clean up."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield


async def _index(request: Request) -> Response:
    """The chat page, which may load nothing from elsewhere."""
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    return FileResponse(_PAGE / "index.html", headers=headers)


async def _not_found(request: Request, error: Exception) -> Response:
    """Telegram's own 404."""
    return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
