"""From what a bot or a person sent to the text and entities that a chat shows."""

from __future__ import annotations

import re
from typing import Any

from simulator.html import parse_html
from simulator.params import Params
from simulator.refusals import bad_request, refuse
from simulator.tags import utf16

Entity = dict[str, Any]
TEXT_LIMIT, CAPTION_LIMIT, ENTITY_LIMIT = 4096, 1024, 100  # UTF-16 units after parsing; entities a message
_WHITE = " \t\n\r\v\f"
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>])")),
    ("url", re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")),
    ("mention", re.compile(r"(?<![\w/@])@[A-Za-z]\w{3,31}(?!\w)")),
)
_OPAQUE = {"code", "pre", "text_link", "text_mention"}


def formatted(params: Params, name: str, entities_name: str) -> tuple[str, list[Entity]]:
    """The parsed, trimmed text of parameter `name` and its entities."""
    source, mode = params.text(name), params.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode in ("", "none"):
        text, entities = source, _given(params, entities_name)
    else:
        refuse("Unsupported parse_mode")
    return tidy(text, entities)


def tidy(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Trim white space, move entities along, and add the commands and links that Telegram finds by itself."""
    shift = utf16(text) - utf16(text.lstrip(_WHITE))
    text = text.strip(_WHITE)
    kept = [moved for entity in entities if (moved := _moved(entity, shift, utf16(text)))]
    kept = _without_nested_code(_joined_code(kept))
    kept += [found for found in _found(text) if not _covered(found, kept)]
    return text, sorted(kept, key=lambda e: (e["offset"], -e["length"]))[:ENTITY_LIMIT]


def _given(params: Params, name: str) -> list[Entity]:
    """Entities passed as JSON; those that Telegram finds by itself are ignored."""
    entities = params.json(name, "MessageEntity") or []
    own = {kind for kind, _ in _FOUND}
    for entity in entities:
        if not isinstance(entity, dict) or "type" not in entity:
            raise bad_request("can't parse MessageEntity: expected an Object")
    return [entity for entity in entities if entity["type"] not in own]


def _moved(entity: Entity, shift: int, width: int) -> Entity | None:
    """The entity after `shift` units were cut in front of a text of `width` units, if any is left."""
    start = max(entity["offset"] - shift, 0)
    end = min(entity["offset"] + entity["length"] - shift, width)
    return {**entity, "offset": start, "length": end - start} if end > start else None


def _joined_code(entities: list[Entity]) -> list[Entity]:
    """A `code` that names a language and fills a `pre` gives the language to it; elsewhere it is dropped."""
    blocks = {(e["offset"], e["length"]): e for e in entities if e["type"] == "pre"}
    result = []
    for entity in entities:
        block = blocks.get((entity["offset"], entity["length"]))
        if entity["type"] != "code":
            result.append(entity)
        elif block is None:
            result.append({k: v for k, v in entity.items() if k != "language"})
        elif "language" in entity:
            block["language"] = entity["language"]
    return result


def _without_nested_code(entities: list[Entity]) -> list[Entity]:
    """Nothing is formatted inside code."""
    code = [e for e in entities if e["type"] in ("code", "pre")]
    return [e for e in entities if e in code or not _covered(e, code)]


def _found(text: str) -> list[Entity]:
    """Commands, links and mentions in plain text."""
    return [
        {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
        for kind, pattern in _FOUND
        for match in pattern.finditer(text)
    ]


def _covered(entity: Entity, others: list[Entity]) -> bool:
    """Whether `entity` touches text that code or a link already claims."""
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return any(
        other["type"] in _OPAQUE and other["offset"] < end and start < other["offset"] + other["length"]
        for other in others
    )
