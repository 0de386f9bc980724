"""Telegram's HTML: tags become entities, and what Telegram cannot parse is refused in its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from simulator.refusals import refuse
from simulator.tags import TAGS, entity_of, spoiler_missing, utf16

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_PLAIN = re.compile(r"[^<&]+")
_SPACE = re.compile(r"\s*")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[a-zA-Z0-9.\-]*")


@dataclass
class _Open:
    """A tag that waits for its end: where it began in the text, in UTF-16 units."""

    name: str
    attributes: dict[str, str]
    offset: int
    begin: int


@dataclass
class _Reader:
    """Walks the source once, collecting text and entities."""

    source: str
    at: int = 0
    text: str = ""
    width: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> str:
        """Consume and return what `pattern` matches here (it always matches, perhaps nothing)."""
        found = pattern.match(self.source, self.at)
        assert found is not None
        self.at = found.end()
        return found.group()

    def peek(self) -> str:
        """The next character, or '' at the end."""
        return self.source[self.at : self.at + 1]

    def add(self, piece: str) -> None:
        """Append `piece` to the text."""
        self.text += piece
        self.width += utf16(piece)

    def fail(self, reason: str, at: int) -> NoReturn:
        """Refuse with the offset of character `at` in bytes, as Telegram counts."""
        refuse(f"can't parse entities: {reason} at byte offset {len(self.source[:at].encode())}")


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text without tags, and its entities with offsets in UTF-16 units; a 400 Refusal if not valid."""
    reader = _Reader(source)
    while char := reader.peek():
        if char == "&":
            _reference(reader)
        elif char != "<":
            reader.add(reader.take(_PLAIN))
        elif source.startswith("</", reader.at):
            _end_tag(reader)
        else:
            _start_tag(reader)
    if reader.stack:
        name = reader.stack[-1].name
        refuse(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
    return reader.text, reader.entities


def _reference(reader: _Reader) -> None:
    """One character reference, or a plain ampersand."""
    found = _REFERENCE.match(reader.source, reader.at)
    char = _decode(found) if found else ""
    if found and char:
        reader.at = found.end()
        reader.add(char)
    else:
        reader.at += 1
        reader.add("&")


def _decode(found: re.Match[str]) -> str:
    """The character meant, or '' when there is no such character."""
    code, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    number = int(code, 16) if code else int(decimal)
    if 0xD800 <= number <= 0xDFFF:
        refuse(
            "can't parse entities: Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(number) if 0 < number < 0x110000 else ""


def _start_tag(reader: _Reader) -> None:
    """`<name attribute="value">`."""
    begin = reader.at
    reader.at += 1
    name = reader.take(_TAG_NAME).lower()
    if not reader.peek():
        reader.fail("Unclosed start tag", begin)
    if name not in TAGS:
        reader.fail(f'Unsupported start tag "{name}"', begin)
    attributes = {}
    while True:
        reader.take(_SPACE)
        if reader.peek() == ">":
            break
        key, value = _attribute(reader, name, begin)
        attributes[key] = value
    reader.at += 1
    if spoiler_missing(name, attributes):
        reader.fail('Tag "span" must have class "tg-spoiler"', begin)
    reader.stack.append(_Open(name, attributes, reader.width, len(reader.text)))


def _attribute(reader: _Reader, tag: str, begin: int) -> tuple[str, str]:
    """One `key=value`; only `expandable` of a block quotation may stand without a value."""
    key = reader.take(_ATTRIBUTE).lower()
    if not key:
        reader.fail(f'Empty attribute name in the tag "{tag}"', begin)
    reader.take(_SPACE)
    if tag == "blockquote" and key == "expandable" and reader.peek() != "=":
        return key, ""
    if reader.peek() != "=":
        reader.fail(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
    reader.at += 1
    reader.take(_SPACE)
    if not reader.peek():
        reader.fail(f'Unclosed start tag "{tag}"', begin)
    return key, _value(reader, begin)


def _value(reader: _Reader, begin: int) -> str:
    """A quoted value with its references decoded, or a bare token."""
    quote, start = reader.peek(), reader.at
    if quote not in ("'", '"'):
        token = reader.take(_TOKEN).lower()
        if reader.peek() != ">" and not reader.peek().isspace():
            reader.fail("Unexpected end of name token", start)
        return token
    end = reader.source.find(quote, start + 1)
    if end < 0:
        reader.fail("Unclosed start tag", begin)
    reader.at = end + 1
    return _REFERENCE.sub(lambda found: _decode(found) or found.group(), reader.source[start + 1 : end])


def _end_tag(reader: _Reader) -> None:
    """`</name>`, which must close the innermost open tag."""
    begin = reader.at
    if not reader.stack:
        reader.fail("Unexpected end tag", begin)
    reader.at += 2
    name = reader.take(_TAG_NAME).lower()
    reader.take(_SPACE)
    if reader.peek() != ">":
        reader.fail("Unclosed end tag", begin)
    reader.at += 1
    tag = reader.stack.pop()
    if name and name != tag.name:
        refuse(
            f"can't parse entities: Unmatched end tag at byte offset {len(reader.source[:begin].encode())}, "
            f'expected "</{tag.name}>", found "</{name}>"'
        )
    if reader.width > tag.offset:
        place = {"offset": tag.offset, "length": reader.width - tag.offset}
        reader.entities += entity_of(tag.name, tag.attributes, reader.text[tag.begin :], place)
