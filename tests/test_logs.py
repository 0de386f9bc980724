"""Logs: real records of real libraries, searched for what must not be in them."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import sys
from collections.abc import Iterator

import httpx
import pytest
import structlog

import logs
from journal.errors import StartError

TOKEN = "123456789" + ":" + "AbCdEfGhIj_KlMnOpQrStUvWxYz-0123456"
WORDS = "tingling after lunch with Bo"
FORMATS = ("console", "json")


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, sys.excepthook = handlers, hook
    root.setLevel(level)
    for name in (*logs.OURS, *logs.NOISY):
        logging.getLogger(name).setLevel(logging.NOTSET)
    logging.captureWarnings(False)
    structlog.reset_defaults()


def written(log_format: str, level: str = "DEBUG") -> io.StringIO:
    stream = io.StringIO()
    logs.configure(level, log_format, stream)
    return stream


@pytest.mark.parametrize("log_format", FORMATS)
@pytest.mark.parametrize("address", [f"https://x/bot{TOKEN}/getMe", TOKEN.replace(":", "%3A"), f"={TOKEN}"])
def test_a_token_is_cut_wherever_it_stands(log_format: str, address: str) -> None:
    stream = written(log_format)
    logging.getLogger("telegram").warning("polling %s", address)
    structlog.get_logger("bot").info("address", url=address)
    try:
        raise httpx.InvalidURL(address)
    except httpx.InvalidURL:
        structlog.get_logger("bot").exception(address)
    lines = stream.getvalue()
    assert lines.count("123456789:[token]") >= 4
    assert TOKEN.partition(":")[2] not in lines


async def test_a_request_through_httpx_leaves_no_token() -> None:
    stream = written("console", "INFO")
    logging.getLogger("httpx").setLevel(logging.INFO)
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    async with httpx.AsyncClient(transport=transport) as client:
        await client.get(f"https://api.example/bot{TOKEN}/getUpdates")
    assert "HTTP Request: GET https://api.example/bot123456789:[token]/getUpdates" in stream.getvalue()


@pytest.mark.parametrize("log_format", FORMATS)
async def test_a_task_that_nobody_asks_for_its_end_keeps_its_words(log_format: str) -> None:
    stream = written(log_format)
    failed = asyncio.create_task(asyncio.to_thread(int, WORDS))
    await asyncio.wait([failed])
    del failed
    gc.collect()
    assert "Task exception was never retrieved" in stream.getvalue()
    assert "builtins.ValueError" in stream.getvalue()
    assert WORDS not in stream.getvalue()


@pytest.mark.parametrize("log_format", FORMATS)
def test_an_exception_keeps_its_place_and_loses_its_message(log_format: str) -> None:
    stream = written(log_format)
    try:
        try:
            int(WORDS)
        except ValueError as error:
            raise ExceptionGroup(WORDS, [KeyError(WORDS)]) from error
    except ExceptionGroup:
        logging.getLogger("asyncio").exception("Task exception was never retrieved")
    lines = stream.getvalue()
    assert WORDS not in lines
    assert "builtins.ValueError" in lines
    assert "builtins.KeyError" in lines
    assert "test_logs.py" in lines


def test_an_operator_sees_the_messages_that_are_for_operators() -> None:
    stream = written("console")
    for error in (FileNotFoundError(2, "No such file"), StartError("The key is missing.")):
        structlog.get_logger("bot").error("no start", exc_info=error)
    assert "No such file" in stream.getvalue()
    assert "journal.errors.StartError: The key is missing." in stream.getvalue()


def test_a_crash_is_a_record_too() -> None:
    stream = written("json")
    try:
        raise RuntimeError(f"{TOKEN} {WORDS}")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    record = json.loads(stream.getvalue())
    assert (record["level"], record["event"]) == ("critical", "stopped by an error")
    assert "builtins.RuntimeError" in record["exception"]
    assert WORDS not in stream.getvalue()


@pytest.mark.parametrize("name", ["telegram.Bot", "aiosqlite", "sqlalchemy.engine", "httpcore.http11"])
def test_debug_is_for_our_own_loggers_only(name: str) -> None:
    stream = written("console")
    logging.getLogger(name).debug(WORDS)
    structlog.get_logger("scheduler.courier").debug("claimed", rows=3)
    assert WORDS not in stream.getvalue()
    assert "rows=3" in stream.getvalue()


def test_a_record_in_json_is_one_line_with_its_context() -> None:
    stream = written("json")
    with structlog.contextvars.bound_contextvars(update=7):
        logging.getLogger("telegram.ext").warning("late by %s s", 3, extra={"error_id": "af31"})
    record = json.loads(stream.getvalue())
    assert record["event"] == "late by 3 s"
    assert (record["update"], record["error_id"]) == (7, "af31")
    assert record["logger"] == "telegram.ext"
