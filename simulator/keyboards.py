"""Reply markups: checked as Telegram checks them, and read back as rows of buttons."""

from __future__ import annotations

from typing import Any

from simulator.params import Params
from simulator.refusals import refuse

Markup = dict[str, Any]
DATA_LIMIT, ROW_LIMIT, TOTAL_LIMIT, COPY_LIMIT = 64, 8, 100, 256  # bytes, buttons, buttons, characters
_SWITCH = ("switch_inline_query", "switch_inline_query_current_chat")  # may be empty
_TARGETS = ("url", "callback_data", "web_app", "copy_text", *_SWITCH)
_PRIVATE_ONLY = {
    "request_location": "Location",
    "request_contact": "Phone number",
    "request_users": "Users",
    "request_chat": "Chats",
    "request_poll": "Poll",
}
_STYLES = {"danger", "success", "primary"}


def read_markup(params: Params, private: bool, inline_only: bool = False) -> Markup | None:
    """The reply markup of a request, or None; keyboards that Telegram refuses are refused."""
    raw = params.json("reply_markup", "reply keyboard markup")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        refuse("Object expected as reply markup")
    if raw.get("keyboard"):
        _reject(inline_only)
        return {**raw, "keyboard": [[_key(key, private) for key in row] for row in _rows(raw, "keyboard")]}
    if raw.get("inline_keyboard"):
        return _inline(_rows(raw, "inline_keyboard"))
    for kind in ("remove_keyboard", "force_reply"):
        if raw.get(kind):
            _reject(inline_only)
            return raw
    return None


def button_rows(markup: Markup | None) -> list[list[tuple[str, str]]]:
    """Inline buttons as (label, callback data or link)."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [[(button["text"], _target(button)) for button in row] for row in rows]


def _target(button: Markup) -> str:
    """What pressing the button sends or opens."""
    value = next((button[kind] for kind in _TARGETS if kind in button), "")
    return str(value.get("url") or value.get("text")) if isinstance(value, dict) else str(value)


def _reject(inline_only: bool) -> None:
    """Edits accept inline keyboards only."""
    if inline_only:
        refuse("Inline keyboard expected")


def _rows(raw: Markup, name: str) -> list[list[Any]]:
    """An array of arrays."""
    rows = raw[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        refuse(f'Field "{name}" must be an Array of Arrays')
    return rows


def _inline(rows: list[list[Any]]) -> Markup | None:
    """A checked inline keyboard without empty rows; over 8 in a row is refused."""
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > TOTAL_LIMIT or any(len(row) > ROW_LIMIT for row in checked):
        refuse("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _label(button: Any, what: str) -> None:
    """Each button is an object with a text."""
    if not isinstance(button, dict):
        refuse(f"can't parse {what} button: button must be an Object")
    if not isinstance(button.get("text"), str):
        refuse(f"can't parse {what} button: Can't find field \"text\"")
    if not button["text"].strip():
        refuse(f"{what} button text must be non-empty")
    if button.get("style") not in (None, *_STYLES):
        refuse(f"can't parse {what} button: Invalid button style specified")


def _button(button: Any) -> Markup:
    """One inline button; callback data is 1 to 64 bytes."""
    _label(button, "inline keyboard")
    if not any(button.get(kind) or (kind in _SWITCH and kind in button) for kind in _TARGETS):
        refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(button.get("callback_data", "").encode()) > DATA_LIMIT:
        refuse("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 0 < len(button["copy_text"].get("text", "")) <= COPY_LIMIT:
        refuse("BUTTON_COPY_TEXT_INVALID")
    url = button.get("url")
    if url and not url.startswith(("https://", "http://", "tg://", "mailto:", "tel:")):
        refuse(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    return dict(button)


def _key(key: Any, private: bool) -> Markup:
    """One key of a reply keyboard; requests are for private chats."""
    key = {"text": key} if isinstance(key, str) else key
    _label(key, "keyboard")
    for field, what in _PRIVATE_ONLY.items():
        if key.get(field) and not private:
            refuse(f"{what} can be requested in private chats only")
    return dict(key)
