"""Messages as a chat shows them, and as the Bot API writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulator.files import Media
from simulator.formatting import Entity
from simulator.keyboards import Markup, button_rows


@dataclass
class ChatMessage:
    """One message. `text` is the caption where there is media; dates are aware UTC."""

    id: int
    chat_id: int
    sender: int
    from_bot: bool
    date: datetime
    body: str = ""
    entities: list[Entity] = field(default_factory=list)
    media: Media | None = None
    markup: Markup | None = None
    reply_keyboard: Markup | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    silent: bool = False
    protected: bool = False
    edit_date: datetime | None = None
    deleted: bool = False
    revision: int = 0

    @property
    def text(self) -> str:
        """The text of a text message, else ''."""
        return "" if self.media else self.body

    @property
    def caption(self) -> str:
        """The caption of a photo or document, else ''."""
        return self.body if self.media else ""

    @property
    def buttons(self) -> list[list[tuple[str, str]]]:
        """Rows of (label, callback data or link)."""
        return button_rows(self.markup)

    @property
    def labels(self) -> list[str]:
        """The labels of all inline buttons, row by row."""
        return [label for row in self.buttons for label, _ in row]

    @property
    def edited(self) -> bool:
        """Whether the content was ever edited."""
        return self.edit_date is not None

    @property
    def photo(self) -> bytes | None:
        """The picture's bytes, if this is a photo."""
        return self.media.data if self.media and self.media.kind == "photo" else None

    @property
    def document(self) -> bytes | None:
        """The document's bytes, if this carries one."""
        return self.media.data if self.media and self.media.kind == "document" else None

    @property
    def filename(self) -> str | None:
        """The name of the document or photo as it was sent."""
        return self.media.name if self.media else None

    def content_wire(self) -> dict[str, Any]:
        """The fields of a Message that say what it shows; empty ones are left out, as Telegram does."""
        text, entities = ("caption", "caption_entities") if self.media else ("text", "entities")
        fields = {
            text: self.body,
            entities: self.entities,
            "reply_markup": self.markup,
            "edit_date": int(self.edit_date.timestamp()) if self.edit_date else None,
            "has_protected_content": self.protected,
        }
        shown = {name: value for name, value in fields.items() if value}
        return {**shown, **self.extra, **(self.media.wire() if self.media else {})}
