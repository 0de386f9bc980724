"""Updates of every kind that Telegram has, made from its own table of types; and the same, broken."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

DEEP = 3  # below it only what has to be there
TABLE = Path(__file__).with_name("botapi.txt").read_text(encoding="utf-8").splitlines()
SUBTYPES: dict[str, list[str]] = {}
FIELDS: dict[str, list[tuple[str, str, bool]]] = {}  # name, type, whether it is always there
for line in (line for line in TABLE if line[:1] != "#"):
    name, _, rest = line.partition(" ")
    if rest.startswith("= "):
        SUBTYPES[name] = rest[2:].split(" | ")
    else:
        parts = [field.split(":") for field in rest.split()]
        FIELDS[name] = [(field.lstrip("?"), kind, field[0] != "?") for field, kind in parts]
KINDS = [field for field, _, always in FIELDS["Update"] if not always]

ODD = ("", "/today", "/start x", "/cancel@other", "1ag", "Vitamin X", "\ud800", "\u202e<b>", "x" * 4096)
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "Integer": st.integers(0, 2**52),
    "String": st.sampled_from(ODD) | st.text(max_size=20),
    "Boolean": st.booleans(),
    "Float": st.floats(-180, 180),
    "True": st.just(True),
}
NOTHING: tuple[Any, ...] = (None, True, -1, 0, 2**70, 1.5, "", "x", "\ud800", [], [None], {}, {"id": None}, [[[]]])


class Telegram:
    """What can come in: in these chats, from these people."""

    def __init__(self, chats: list[dict[str, Any]], people: list[dict[str, Any]]) -> None:
        self._given = {"Chat": st.sampled_from(chats), "User": st.sampled_from(people)}
        self._numbers = iter(range(10**9, 2**40))

    def updates(self) -> st.SearchStrategy[dict[str, Any]]:
        """One update with one thing in it, whole."""
        return st.sampled_from(KINDS).flatmap(self.update)

    def update(self, kind: str) -> st.SearchStrategy[dict[str, Any]]:
        """One update of this kind."""
        of = next(of for field, of, _ in FIELDS["Update"] if field == kind)
        return self._value(of, 0).map(lambda value: {"update_id": next(self._numbers), kind: copy.deepcopy(value)})

    def broken(self) -> st.SearchStrategy[Any]:
        """The same with something missing, or something else in its place, anywhere in it."""
        return st.tuples(self.updates(), st.lists(st.integers(0, 9), max_size=6), st.sampled_from(NOTHING)).map(_break)

    def _value(self, of: str, depth: int) -> st.SearchStrategy[Any]:
        if "/" in of:
            return st.one_of(*(self._value(each, depth) for each in of.split("/")))
        if of.endswith("*"):
            return st.lists(self._value(of[:-1], depth + 1), max_size=2)
        if of in self._given:
            return self._given[of]
        if of in SUBTYPES:
            return st.sampled_from(SUBTYPES[of]).flatmap(lambda each: self._value(each, depth))
        return PLAIN[of] if of in PLAIN else st.deferred(lambda: self._object(of, depth + 1))

    def _object(self, of: str, depth: int) -> st.SearchStrategy[dict[str, Any]]:
        always = {field: self._value(kind, depth) for field, kind, needed in FIELDS[of] if needed}
        perhaps = [(field, kind) for field, kind, needed in FIELDS[of] if not needed]
        if depth > DEEP or not perhaps:
            return st.fixed_dictionaries(always)
        chosen = st.lists(st.sampled_from(perhaps), max_size=4, unique=True)
        return chosen.flatmap(
            lambda fields: st.fixed_dictionaries(always | {field: self._value(kind, depth) for field, kind in fields})
        )


def _break(drawn: tuple[dict[str, Any], list[int], Any]) -> Any:
    """Follow the path as far as it leads, and put something else, or nothing, where it ends."""
    update, path, instead = drawn
    holder: Any = {"": update}
    place: Any = ""
    for step in path:
        inside = holder[place]
        if not inside or not isinstance(inside, dict | list):
            break
        holder, place = inside, [*(inside if isinstance(inside, dict) else range(len(inside)))][step % len(inside)]
    if instead is None and isinstance(holder, dict) and place:
        del holder[place]
    else:
        holder[place] = instead
    return update if place else instead
