"""Every text is used, every text that is asked for exists, and each language has what English has."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import pytest
from fluent.syntax.ast import Junk

from locales import languages
from locales.words import NO_WORDS
from tests.rules.files import ROOT, product
from tests.rules.fluent_files import entries, language, texts

# Ids whose ending is a code, as in `words(f"error-{code}")`.
FAMILIES = (
    "nudge-",
    "access-",
    "add-ask-",
    "add-assumed-",
    "add-field-",
    "advice-",
    "answer-",
    "care-choose-",
    "care-gets-",
    "care-item-",
    "care-log-",
    "care-see-",
    "change-",
    "error-",
    "finding-",
    "form-",
    "go-on-",
    "given-",
    "menu-",
    "noted-",
    "often-",
    "detail-ask-",
    "place-",
    "reacted-",
    "reaction-",
    "regimen-act-",
    "regimen-ask-",
    "regimen-yes-",
    "rule-",
    "setting-",
    "site-",
    "snooze-",
    "stock-act-",
    "stock-ask-",
    "symptom-",
    "travel-button-",
    "treatment-act-",
    "trend-",
    "interference-",
    "tag-",
    "unit-",
    "units-",
    "urgent-",
    "call-",
)
# Callables whose first argument is a text's id, and the argument that is one wherever it stands.
SPEAKERS = ("words", "plain", "say")
TOAST = "toast"

ENGLISH = language("en")
TRANSLATIONS = [code for code in languages() if code != "en"]


def constants(tree: ast.AST) -> Iterator[str]:
    """Every string that stands in the code, the fixed parts of f-strings too."""
    yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def asked(tree: ast.AST) -> Iterator[str]:
    """The ids that literally stand where SPEAKERS and TOAST want one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[:1] if name.lstrip("_") in SPEAKERS else []
            toasts = [keyword.value for keyword in node.keywords if keyword.arg == TOAST]
            yield from (str(arg.value) for arg in [*first, *toasts] if isinstance(arg, ast.Constant))


USED = {constant for tree in product().values() for constant in constants(tree)}


def test_there_are_texts_and_one_for_when_they_fail() -> None:
    assert NO_WORDS in ENGLISH


def test_every_text_that_is_asked_for_exists() -> None:
    wanted = {id: str(path) for path, tree in product().items() for id in asked(tree)}
    assert {id: path for id, path in wanted.items() if id not in ENGLISH} == {}


def test_every_text_is_used() -> None:
    mentioned = {id for text in ENGLISH.values() for id in text.mentions}
    assert [id for id in ENGLISH if id not in USED | mentioned and not id.startswith(FAMILIES)] == []


def test_every_family_is_used() -> None:
    assert [family for family in FAMILIES if family not in USED] == []


@pytest.mark.parametrize("code", languages())
def test_every_file_reads_and_names_each_text_once(code: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "locales" / code).glob("*.ftl")]
    assert [entry.content for source in sources for entry in entries(source) if isinstance(entry, Junk)] == []
    counted = Counter(id for source in sources for id, _ in texts(source))
    assert [id for id, times in counted.items() if times > 1] == []


def test_every_language_has_what_english_has() -> None:
    wanted = {id: (text.file, text.variables) for id, text in ENGLISH.items()}
    for code in TRANSLATIONS:
        assert {id: (text.file, text.variables) for id, text in language(code).items()} == wanted, code


def test_calls_and_constants_are_found_in_code() -> None:
    tree = ast.parse(
        """page = words("a-b", x=1) + self.words.plain('c') + words(f"error-{code}") + show(1, toast="d")"""
    )
    assert list(asked(tree)) == ["d", "a-b", "c"]
    assert {"a-b", "error-", "d"} <= set(constants(tree))
