"""What goes along to a visit: one message, however much there is (clinical.md section 4.6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from telegram.constants import MessageLimit

from handlers.context import See
from handlers.page import Page
from handlers.views import trends
from handlers.views.dose_words import name_of
from handlers.views.prompt_words import name
from handlers.views.site_words import with_given
from handlers.views.summary import first_within
from journal import visits
from journal.trends import MIN_DAYS
from journal.visits import WEEKS, Course, Said, Visit
from locales import Words

# How many entries of each list, and how many symptoms: the first with which the page fits.
MOST = ((36, 24), (12, 24), (6, 24), (3, 24), (1, 24), (1, 12), (1, 6))


async def view(see: See, last: str) -> Page:
    """The weeks that end on `last`."""
    return page(await visits.visit(see.tx, see.person, date.fromisoformat(last), see.now), see)


def page(found: Visit, see: See) -> Page:
    """Symptoms, doses, injections, prompts; long lists are cut at their old end."""
    return Page(first_within((_text(found, see, *most) for most in MOST), MessageLimit.MAX_TEXT_LENGTH))


def _text(found: Visit, see: See, most: int, symptoms: int) -> str:
    words, last = see.words, found.span.last
    first = last - timedelta(days=7 * WEEKS - 1)
    rated = _cut([trends.line(each, WEEKS, words) for each in found.span.symptoms], symptoms, words)
    courses = _cut([_course(each, words) for each in found.courses], most, words)
    injections = _cut([_injection(each, see) for each in found.injections], most, words)
    prompts = _cut([_prompt(each, words) for each in found.prompts], most, words)
    blocks = (
        [words("visit-heading", first=words.date(first, year=True), last=words.date(last, year=True))],
        [*rated, words("trends-key", least=MIN_DAYS)] if rated else [],
        courses or [words("visit-no-doses")],
        [words("visit-injections"), *injections] if injections else [],
        [words("visit-prompts"), *prompts] if prompts else [],
        [words("visit-end"), words("prompt-end")],
    )
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _cut(entries: list[str], most: int, words: Words) -> list[str]:
    more: Iterable[str] = [words("visit-more", count=len(entries) - most)] if len(entries) > most else []
    return [*entries[:most], *more]


def _course(each: Course, words: Words) -> str:
    dose = name_of(each.label, each.dose_text, words)
    planned = words("visit-doses", dose=dose, taken=each.taken, planned=each.planned) if each.planned else ""
    extra = words("visit-extra", dose=dose, count=each.extra) if each.extra else ""
    return "\n".join(filter(None, (planned, extra)))


def _injection(each: visits.Injection, see: See) -> str:
    assert each.at is not None
    dose = name_of(each.label, each.dose_text, see.words)
    day = see.words.date(see.local(each.at).date(), year=True)
    return with_given(see.words("visit-injection", day=day, dose=dose), each.given, see.words)


def _prompt(each: Said, words: Words) -> str:
    rule, day = words.plain(f"rule-name-{each.rule}"), words.date(each.day)
    if each.symptom is None:
        return words("visit-prompt", day=day, rule=rule)
    return words("visit-prompt-of", day=day, rule=rule, symptom=name(each.symptom, words))
