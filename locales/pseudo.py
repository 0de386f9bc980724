"""A pretend language made from English, so that a test sees which words did not come from the .ftl files."""

from __future__ import annotations

import re

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

LANGUAGE = "qps"

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ",
)
# A tag (which may be cut by a placeable on either side), an entity and a command stay what they are.
_UNTOUCHED = re.compile(r"(<[^>]*(?:>|$)|&\w+;|(?<!\w)/[a-z_]+)")
_TAG_ENDS = re.compile(r"^[^<>]*>")


def accent(text: str) -> str:
    """Every Latin letter of `text` accented; HTML tags, entities and /commands are kept."""
    parts = _UNTOUCHED.split(text)
    return "".join(part if i % 2 else part.translate(_ACCENTS) for i, part in enumerate(parts))


def disguise(resource: ast.Resource) -> ast.Resource:
    """The same resource, changed in place: letters accented, each message between ⟦ and ⟧."""
    _Disguise().visit(resource)
    for message in resource.body:
        if isinstance(message, ast.Message) and message.value:
            message.value.elements.insert(0, ast.TextElement("⟦"))
            message.value.elements.append(ast.TextElement("⟧"))
    return resource


class _Disguise(Visitor):
    """Accents every pattern, those inside selections too."""

    def visit_Pattern(self, pattern: ast.Pattern) -> None:
        open_tag = False
        for element in pattern.elements:
            if isinstance(element, ast.TextElement):
                element.value, open_tag = _accent_after(element.value, open_tag)
        self.generic_visit(pattern)


def _accent_after(text: str, open_tag: bool) -> tuple[str, bool]:
    """`text` accented, where it may start inside a tag, and whether it ends inside one."""
    rest = _TAG_ENDS.match(text) if open_tag else None
    cut = rest.end() if rest else 0
    if open_tag and not rest:
        return text, True
    return text[:cut] + accent(text[cut:]), text.rfind("<") > text.rfind(">")
