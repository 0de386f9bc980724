"""What an operator's Prometheus may count: numbers by kind, never a person or what anybody takes."""

from __future__ import annotations

from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
LATE = (1, 5, 15, 60, 300, 900, 3600, 14400, 86400)  # seconds
HANDLED = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)  # seconds


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        kind = ["kind"]
        self._ended = Counter("dosebook_notices", "Notices that ended, by how", [*kind, "end"], registry=own)
        self._late = Histogram("dosebook_lateness_seconds", "From due to delivered", kind, buckets=LATE, registry=own)
        self._updates = Counter("dosebook_updates", "Updates applied, by how that ended", ["end"], registry=own)
        self._handled = Histogram(
            "dosebook_update_seconds", "Deciding on one update, the commit included", buckets=HANDLED, registry=own
        )
        self._due = Gauge("dosebook_notices_due", "Notices that are due and not delivered", registry=own)
        self._oldest = Gauge("dosebook_oldest_due_seconds", "How long the oldest of them has been due", registry=own)
        self._aside = Gauge(
            "dosebook_notices_aside", "Due notices put off for minutes: broken, or Telegram asked to wait", registry=own
        )
        self._inbox = Gauge("dosebook_updates_waiting", "Updates stored and not applied", registry=own)

    def ended(self, kind: str, end: str, due_at: datetime, now: datetime) -> None:
        """Count a notice of this kind that was sent, put off, refused, dropped, broken, or is of unknown fate."""
        self._ended.labels(kind, end).inc()
        if end == "sent":
            self._late.labels(kind).observe(max(0.0, (now - due_at).total_seconds()))

    def applied(self, end: str, seconds: float) -> None:
        """Count an update that was applied, refused with a sentence, or failed."""
        self._updates.labels(end).inc()
        self._handled.observe(seconds)

    def page(self, due: int, oldest: float, waiting: int, aside: int) -> bytes:
        """Return everything in Prometheus' text form, with what waits just now; `oldest` in seconds."""
        self._due.set(due)
        self._oldest.set(oldest)
        self._aside.set(aside)
        self._inbox.set(waiting)
        return generate_latest(self._registry)
