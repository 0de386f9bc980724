"""The name, amount and route of a line: what stands around its schedule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from handlers.plain_words.cleaning import shadow
from handlers.plain_words.dates import WRITTEN_DATE
from handlers.plain_words.doses import route_of
from handlers.plain_words.scanner import Clause

_LONGEST = 80
# A word of a schedule inside a name is a schedule that was not understood.
_RESERVED = frozenset(
    "every each daily weekly monthly hourly yearly fortnight day days week weeks weekday weekdays month months "
    "year years hour hours minutes other alternate alternating once twice times until till except excluding not "
    "never unless only starting starts start beginning from on off at per then than after before without stop "
    "tomorrow today tonight for while during if when needed monday tuesday wednesday thursday friday saturday "
    "sunday weekend weekends".split()
)
_LONG = sorted(word for word in _RESERVED if len(word) > 4)
_LIKENESS = 0.83
_DANGLING = frozenset("and or the a an of to with in by".split())
_SILENT = r"[^\w/&+<>=%~@#$]*"


@dataclass(frozen=True, slots=True)
class Naming:
    """What the regimen is called, in the person's own words; `code` and `rest`: what speaks against it."""

    label: str = ""
    dose_text: str = ""
    route: str = ""
    code: str = ""
    rest: str = ""


def naming(line: str, clauses: Sequence[Clause], quoted: str = "") -> Naming:
    """The name is what no clause consumed before the schedule or, if the line begins with its schedule, one piece after
    it. Words elsewhere are not_understood; an amount after the schedule beside one before it is several_doses."""
    begin = next((index for index, clause in enumerate(clauses) if not clause.rule.names), len(clauses))
    loose = [(index, text) for index, text in _loose(line, clauses) if not re.fullmatch(_SILENT, text)]
    before = [text for index, text in loose if index <= begin]
    after = [text for index, text in loose if index > begin]
    if len(after) == 1 and not before and not quoted:
        before, after = after, before
    if quoted:
        before, after = [], before + after
    after += [text for text in before[1:] if not re.search(r"[^\W\d_]", text)]  # "100 mg tablet 1 daily"
    label = quoted or _trimmed(" ".join(before))
    named = [clause.found for clause in clauses if clause.rule.names]
    doses = dict.fromkeys(line[slice(*found.span("dose"))] for found in named if "dose" in found.groupdict())
    late = any("dose" in clause.found.groupdict() for clause in clauses[begin:])
    several = ("several_doses", ", ".join(doses)) if late and len(doses) > 1 else None
    code, rest = several or _trouble(label, after, quoted)
    return Naming(label, ", ".join(doses), route_of(" ".join(found[0] for found in named)), code, rest)


def _loose(line: str, clauses: Sequence[Clause]) -> Iterator[tuple[int, str]]:
    """Words that are (also) no clause, each with the number of clauses before them."""
    place = 0
    for index, clause in enumerate(clauses):
        begin, end = clause.span
        kept = clause.found.groupdict().get("kept")
        yield index, line[place : end if kept else begin]
        place = end
    yield len(clauses), line[place:]


def _trimmed(text: str) -> str:
    text = re.sub(r"^[^\w<(]+|[\s,;:.&+/|=-]+$", "", " ".join(text.split()))
    return text[3:] if text.lower().startswith("of ") else text


def _trouble(label: str, after: list[str], quoted: str) -> tuple[str, str]:
    if after:
        return "not_understood", _trimmed(" ".join(after))
    if not re.search(r"[^\W_]" if quoted else r"[^\W\d_]", label):
        return "no_name", ""
    if len(label) > _LONGEST:
        return "too_long", label
    suspect = "" if quoted else next(_suspects(label), "")
    return ("not_understood", suspect) if suspect else ("", "")


def _suspects(label: str) -> Iterator[str]:
    """What in a name reads like a piece of a schedule, to the name's end."""
    plain = shadow(label)
    if dated := re.search(rf"(?<!\w){WRITTEN_DATE}", plain):
        yield label[dated.start() :]
    words = list(re.finditer(r"[^\W\d_]+", plain))
    for word in words:
        if word[0] in _RESERVED or get_close_matches(word[0], _LONG, 1, _LIKENESS):
            yield label[word.start() :]
    if words[-1][0] in _DANGLING:
        yield label[words[-1].start() :]
