"""Logs: one line per event to one stream, without a bot's token and without what people wrote."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from types import TracebackType
from typing import TextIO

import structlog
from structlog.typing import ExcInfo, Processor

OURS = ("bot", "handlers", "scheduler", "journal", "reports", "locales", "simulator")
# Their INFO names every request and job; a request's address holds the token.
NOISY = ("httpx", "httpcore", "aiohttp", "apscheduler", "uvicorn")
# Elsewhere an exception's message may quote what a person wrote, or a row.
MESSAGE_IS_SAFE = ("telegram.error", "httpx", "aiohttp.client_exceptions", "settings", "journal.errors")

# No \b in front: in ".../bot<token>/getMe" there is no word boundary before the digits.
_TOKEN = re.compile(r"(?<!\d)(\d{6,12})(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)

_SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure(level: str, log_format: str, stream: TextIO = sys.stderr) -> None:
    """Send every logger of the process to `stream`; DEBUG only from our own. `log_format`: console|json."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_formatter(log_format, colors=stream.isatty()))
    root = logging.getLogger()
    root.handlers = [handler]
    wanted = logging.getLevelNamesMapping()[level]
    root.setLevel(max(wanted, logging.INFO))  # telegram's DEBUG holds messages, aiosqlite's rows
    for name in OURS:
        logging.getLogger(name).setLevel(wanted)
    for name in NOISY:
        logging.getLogger(name).setLevel(max(wanted, logging.WARNING))
    logging.getLogger("asyncio").addFilter(_first_line)
    logging.captureWarnings(True)
    sys.excepthook = _log_crash
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _first_line(record: logging.LogRecord) -> bool:
    """Cut what asyncio says of a task that failed: below the first line it quotes the exception, message and all."""
    record.msg = str(record.msg).partition("\n")[0]
    return True


def redact(text: str) -> str:
    """`text` with every bot token cut down to the bot's id."""
    return _TOKEN.sub(r"\1:[token]", text)


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line, so that no part of a record can go around it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return redact(super().format(record))


def _formatter(log_format: str, colors: bool) -> logging.Formatter:
    console = structlog.dev.ConsoleRenderer(colors=colors)
    return _Redacting(
        foreign_pre_chain=_SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.ExceptionRenderer(_trace),
            structlog.processors.JSONRenderer() if log_format == "json" else console,
        ],
    )


def _trace(exc_info: ExcInfo) -> str:
    return "\n".join(_lines(exc_info[1]))


def _lines(error: BaseException | None) -> list[str]:
    """Frames and types: of what led to the exception, of it, of those it groups. Messages only where safe."""
    if error is None:
        return []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    frames = traceback.format_tb(error.__traceback__)
    return [
        *_lines(before),
        "".join(frames) + _name(error),
        *(line for each in inner for line in _lines(each)),
    ]


def _name(error: BaseException) -> str:
    kind = type(error)
    safe = isinstance(error, OSError) or kind.__module__ in MESSAGE_IS_SAFE
    return f"{kind.__module__}.{kind.__qualname__}" + (f": {error}" if safe else "")


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("stopped by an error", exc_info=(kind, error, trace))
