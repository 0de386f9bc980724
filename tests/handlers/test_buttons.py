"""Callback data: every press fits into Telegram's 64 bytes, reads back as itself, and nothing else reads at all."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import buttons
from handlers.registry import BUTTONS

LARGEST: dict[str, Any] = {"int": 2**31, "bool": True, "date": date(2026, 12, 31), "str": "x" * 12}


def largest(press: type[Any]) -> Any:
    """A press with the largest values that occur; a zone's name is the longest of all texts."""
    values = [LARGEST[str(field.type)] for field in fields(press)]
    return press(*values)


@pytest.mark.parametrize("press", buttons.CODES.values(), ids=lambda press: press.__name__)
def test_each_press_reads_back_as_itself(press: type[Any]) -> None:
    made = largest(press)
    assert buttons.read(buttons.write(made)) == made


def test_every_press_has_a_handler_and_a_code() -> None:
    assert set(buttons.CODES.values()) == set(BUTTONS)


def test_too_long_is_an_error_of_the_programmer() -> None:
    press = next(iter(press for press in buttons.CODES.values() if [f.type for f in fields(press)] == ["str"]))
    with pytest.raises(ValueError, match="does not fit"):
        buttons.write(press("x" * 64))


@given(st.text(max_size=64))
def test_anything_else_reads_as_nothing_or_as_what_would_be_written(data: str) -> None:
    press = buttons.read(data)
    assert press is None or buttons.read(buttons.write(press)) == press
