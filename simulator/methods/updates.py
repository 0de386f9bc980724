"""getUpdates, webhooks and files."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from simulator.files import DOWNLOAD_LIMIT
from simulator.methods.sending import find_file
from simulator.params import Params
from simulator.refusals import conflict, refuse
from simulator.world import Wire, World

_MOST = 100  # updates in one answer
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_PORTS = re.compile(r"https://[^/:]+(?::(?:443|80|88|8443))?(?:/.*)?")


def get_updates(world: World, params: Params, now: datetime) -> list[Wire]:
    """What waits from `offset` on, at once; earlier updates are confirmed. Waiting is the door's work."""
    if world.profile.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _remember_allowed(world, params)
    world.queue.confirm(params.number("offset"))
    limit = params.number("limit", _MOST)
    return [update.wire() for update in world.queue.waiting[: limit if 0 < limit <= _MOST else _MOST]]


def set_webhook(world: World, params: Params, now: datetime) -> bool:
    """Remember an HTTPS address on a port that Telegram serves; an empty one removes the webhook."""
    url = params.text("url")
    if not url:
        return delete_webhook(world, params, now)
    if not url.startswith("https://"):
        refuse("bad webhook: An HTTPS URL must be provided for webhook")
    if not _PORTS.fullmatch(url):
        refuse("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not _SECRET.fullmatch(params.text("secret_token")):
        refuse("secret token contains unallowed characters")
    _remember_allowed(world, params)
    _drop_pending(world, params)
    world.profile.webhook = {"url": url, "secret_token": params.text("secret_token")}
    return True


def delete_webhook(world: World, params: Params, now: datetime) -> bool:
    """Back to polling."""
    _drop_pending(world, params)
    world.profile.webhook = None
    return True


def get_webhook_info(world: World, params: Params, now: datetime) -> Wire:
    """The webhook and how many updates wait."""
    return {
        "url": (world.profile.webhook or {}).get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.queue.waiting),
        **({"allowed_updates": world.queue.allowed} if world.queue.allowed else {}),
    }


def get_file(world: World, params: Params, now: datetime) -> Wire:
    """Where to download a file of up to 20 MB."""
    if not params.text("file_id"):
        refuse("file_id not specified")
    if (media := find_file(world, params.text("file_id"))) is None:
        refuse("wrong file_id or the file is temporarily unavailable")
    size = len(media.data)
    if size > DOWNLOAD_LIMIT:
        refuse("file is too big")
    names = {"file_id": media.file_id, "file_unique_id": f"u{media.file_id}", "file_path": media.path}
    return {**names, "file_size": size}


def _remember_allowed(world: World, params: Params) -> None:
    """Telegram keeps the last list that it was given; it does not touch updates that already wait."""
    allowed: Any = params.json("allowed_updates", "allowed updates")
    if isinstance(allowed, list):
        world.queue.allowed = [str(kind) for kind in allowed]


def _drop_pending(world: World, params: Params) -> None:
    """Throw away what waits, if asked."""
    if params.flag("drop_pending_updates"):
        world.queue.waiting = []
