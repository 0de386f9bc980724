"""What a person takes along: their archive as a file, with the words that go into it."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Iterator

from handlers.context import See
from handlers.page import File, Page
from handlers.views.plan_words import describe
from handlers.views.prompt_words import said
from handlers.views.symptom_chart import draw
from journal import at_once, confounders, cramps, export, people, sites, spans, symptoms
from journal.export import Export, Row
from journal.timing import plan_from_json
from locales import Words
from reports.charts import ChartFact
from reports.export.archive import archive
from reports.export.wording import Wording
from scheduler.facts import Prompted

NO_PROMPTS = (confounders.RULE, at_once.HARD_DAY)  # findings that are no prompt of their own


async def view(see: See) -> Page:
    """Everything about the person, as it stands now."""
    held = await export.of(see.tx, see.person, see.now)
    chart = await _chart(see)
    data = await asyncio.to_thread(archive, held, wording(held, see.words), chart)
    day = people.today(see.person, see.now).isoformat()
    return Page(see.words("export-done"), file=File(f"dosebook-{day}.zip", data))


async def _chart(see: See) -> ChartFact | None:
    """The weeks that /trends shows first."""
    found = await spans.span(see.tx, see.person, people.today(see.person, see.now), spans.WINDOWS[0])
    return draw(found.symptoms, found.last, (found.taken_on, found.injected_on), see.words)


def wording(held: Export, words: Words) -> Wording:
    """Return every word that the archive needs beside what the person typed."""
    tracked = {
        row["id"]: row["label"] or words.plain(f"symptom-{row['code']}") for row in held.tables["trackedsymptom"]
    }
    plans = held.tables["regimenversion"]
    return Wording(
        hidden=words.plain("export-hidden") if words.hides else "",
        helper=words.plain("care-someone"),
        method=words.plain("export-method"),
        symptoms=tracked,
        plans={row["id"]: describe(plan_from_json(row["plan"]), words) for row in plans},
        prompts=dict(_prompts(held, words)),
        places={each: words.plain(f"place-{each}") for each in sites.STANDARD}
        | {each: words.plain("rating-place", place=each) for each in symptoms.PLACES},
    )


def _prompts(held: Export, words: Words) -> Iterator[tuple[int, str]]:
    """What was said, by the id of the finding."""
    tracked = {row["id"]: row for row in held.tables["trackedsymptom"]}
    tags = {row["code"]: row["label"] for row in held.tables["tag"]}
    for row in held.tables["findinglog"]:
        if row["shown"] and row["rule"] not in NO_PROMPTS:
            yield row["id"], _prompt(row, tracked.get(row["symptom_id"]), tags, words)


def _prompt(row: Row, symptom: Row | None, tags: dict[str, str], words: Words) -> str:
    if symptom is None or row["rule"] == cramps.RULE:
        return words.plain(f"rule-name-{row['rule']}")
    own = tags.get(row["evidence"].get("tag", ""), "")
    prompted = Prompted(row["template"], symptom["code"], symptom["label"], row["evidence"], own)
    return html.unescape(re.sub(r"<[^>]*>", "", said((prompted,), words)))
