"""What the .ftl files hold: ids, variables, and every text as a person could see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.rules.files import ROOT

PLURALS: dict[str, tuple[int | str, ...]] = {"one": (1,), "other": (2, 5)}  # of English


@dataclass(frozen=True)
class Text:
    """One message: what it needs and names, and each way in which it can read, a variable as $name.

    `choices` are the values of each variable by which it chooses how to read.
    """

    file: str
    variables: frozenset[str]
    choices: dict[str, frozenset[int | str]]
    mentions: frozenset[str]
    renderings: tuple[str, ...]


class _Names(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.mentions: set[str] = set()
        self.choices: dict[str, frozenset[int | str]] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            keys = frozenset(key for variant in node.variants for key in _values(variant.key))
            self.choices[node.selector.id.name] = keys | self.choices.get(node.selector.id.name, frozenset())
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.mentions.add(node.id.name)


def _values(key: ast.Identifier | ast.NumberLiteral) -> tuple[int | str, ...]:
    """Values that lead to a variant: numbers of a plural form, else the key itself."""
    if isinstance(key, ast.NumberLiteral):
        return (int(key.value),)
    return PLURALS.get(key.name, (key.name,))


def entries(source: str) -> list[ast.EntryType]:
    """What a file holds, comments left out; Junk is what could not be read."""
    comments = (ast.Comment, ast.GroupComment, ast.ResourceComment)
    return [entry for entry in FluentParser().parse(source).body if not isinstance(entry, comments)]


def texts(source: str, file: str = "") -> Iterator[tuple[str, Text]]:
    """(id, Text) of every message of one file, in order."""
    for entry in entries(source):
        if isinstance(entry, ast.Message) and entry.value:
            names = _Names()
            names.visit(entry)
            shown = tuple(dict.fromkeys(_render(entry.value, i) for i in range(_breadth(entry.value))))
            yield entry.id.name, Text(file, frozenset(names.variables), names.choices, frozenset(names.mentions), shown)


def language(code: str) -> dict[str, Text]:
    """Every text of a language by its id."""
    paths = sorted((ROOT / "locales" / code).glob("*.ftl"))
    return {id: text for path in paths for id, text in texts(path.read_text(encoding="utf-8"), path.name)}


def _selections(pattern: ast.Pattern) -> list[ast.SelectExpression]:
    expressions = [part.expression for part in pattern.elements if isinstance(part, ast.Placeable)]
    return [each for each in expressions if isinstance(each, ast.SelectExpression)]


def _breadth(pattern: ast.Pattern) -> int:
    """How many renderings show each variant at least once."""
    return max([1, *(sum(_breadth(v.value) for v in select.variants) for select in _selections(pattern))])


def _render(pattern: ast.Pattern, turn: int) -> str:
    return "".join(
        part.value if isinstance(part, ast.TextElement) else _shown(part.expression, turn) for part in pattern.elements
    )


def _shown(expression: object, turn: int) -> str:
    if isinstance(expression, ast.SelectExpression):
        variants = [(variant, i) for variant in expression.variants for i in range(_breadth(variant.value))]
        variant, inner = variants[turn % len(variants)]
        return _render(variant.value, inner)
    if isinstance(expression, ast.StringLiteral):
        return str(expression.parse()["value"])
    return f"${expression.id.name}" if isinstance(expression, ast.VariableReference) else ""


def without_tags(text: str) -> str:
    """`text` as it is read: Telegram's HTML tags taken away."""
    return re.sub(r"<[^>]*>", "", text)
