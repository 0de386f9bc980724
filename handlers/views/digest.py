"""The digest: a patient's week for a caregiver, and what the patient sees of it before it goes."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from telegram.constants import MessageLimit

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses_helping import CareWeek
from handlers.views.care_times import both
from handlers.views.summary import length
from journal import care_plans, caregiving, digests, rights
from journal.digests import Average, Digest
from locales import Words
from locales.words import Html
from reports.charts import MAX_PANELS, ChartFact, Legend, Panel
from scheduler.compose.digest import reader
from scheduler.facts_care import CareDigest

NOTE = 200  # characters of a note that are shown


def page(fact: CareDigest, words: Words) -> Page:
    """The week under its picture, if averages may be shown and the words leave room for one."""
    text = _text(fact.shares, ZoneInfo(fact.to.zone), words)
    picture = _picture(fact.shares, words, fact.to.dark)
    if length(text) > MessageLimit.CAPTION_LENGTH:
        picture = None
    return Page(text, chart=picture, quiet=True, protect=fact.protect)


def _text(week: Digest, here: ZoneInfo, words: Words) -> str:
    name = words.name(week.patient)
    lines: list[str] = [
        words("digest-heading", name=name, first=words.date(week.first), last=words.date(week.last)),
    ]
    if week.days_logged is not None:
        lines.append(words("digest-logged", days=week.days_logged))
    lines += [_average(each, words) for each in week.averages]
    if week.doses is not None:
        lines += _doses(week, here, words)
    if week.prompted is not None:
        lines.append(words("digest-prompted", sent="yes" if week.prompted else "no"))
    for note in week.notes:
        text = note.text if len(note.text) <= NOTE else note.text[: NOTE - 1] + "…"
        lines.append(words("digest-note", day=words.date(note.day), text=text))
    return "\n".join(lines)


def _symptom(each: Average, words: Words) -> str:
    return each.label or words.plain(f"symptom-{each.code}")


def _average(each: Average, words: Words) -> Html:
    symptom, mean = _symptom(each, words), each.means[-1]
    if mean is None:
        return words("digest-too-few", symptom=symptom)
    return words("summary-symptom", symptom=symptom, mean=words.number(mean, 1), change=words(f"change-{each.change}"))


def _doses(week: Digest, here: ZoneInfo, words: Words) -> list[str]:
    doses = week.doses or ()
    planned, taken = (sum(getattr(each, what) for each in doses) for what in ("planned", "taken"))
    lines: list[str] = [words("summary-doses", planned=planned, taken=taken) if planned else words("summary-no-doses")]
    lines += [words("summary-injection", day=words.date(each.waits), state="open") for each in doses if each.waits]
    ahead = [(each.next_at, each.label) for each in doses if each.next_at]
    if ahead:
        at, label = min(ahead)
        wall = at.astimezone(ZoneInfo(week.zone)).replace(tzinfo=None)
        said = both(wall, at.astimezone(here), None, words.name(week.patient), words)
        lines.append(words("digest-next", dose=words.name(label), time=said))
    return lines


def _picture(week: Digest, words: Words, dark: bool) -> ChartFact | None:
    """Weekly averages alone, and the days of the doses that may be known; None without an average."""
    drawn = [each for each in week.averages if any(mean is not None for mean in each.means)][:MAX_PANELS]
    if not drawn:
        return None
    weeks = len(drawn[0].means)
    start = week.last - timedelta(days=7 * weeks - 1)
    days = {(day - start).days for each in week.doses or () for day in each.taken_on if day >= start}
    return ChartFact(
        title=words.plain("chart-title", first=words.date(start), last=words.date(week.last)),
        panels=tuple(_panel(each, words) for each in drawn),
        weeks=tuple(words.day(start + timedelta(days=7 * number)) for number in range(weeks)),
        legend=Legend("", words.plain("chart-mean"), words.plain("chart-intake") if days else ""),
        intakes=tuple(sorted(days)),
        dark=dark,
    )


def _panel(each: Average, words: Words) -> Panel:
    this = each.means[-1]
    note = "chart-too-few" if this is None else "chart-average"
    mean = "" if this is None else words.number(this, 1)
    return Panel(_symptom(each, words), (None,) * (7 * len(each.means)), each.means, words.plain(note, mean=mean))


async def view(see: See, link: int, last: str) -> Page:
    """The week of a digest that has gone to the person. Raises JournalError: care_gone."""
    found = await caregiving.for_me(see.tx, see.person, link)
    subject = caregiving.subject(link, last)
    if not rights.may(see.person, rights.READ, found) or not await care_plans.went(see.tx, subject):
        return Page(see.words("digest-gone"))
    week = await digests.load(see.tx, found, date.fromisoformat(last), see.now)
    if week is None:
        return Page(see.words("digest-gone"))
    words = see.words.hiding(see.words.hides or not found.names_in_previews)
    return page(CareDigest(reader(see.person, found), link, week, found.protect), words)


async def offer(see: See, subject: str) -> Page:
    """After a send whose outcome is unknown: that week again, if wanted."""
    link = await caregiving.active(see.tx, caregiving.link_of(subject))
    if link is None:
        return Page(see.words("digest-gone"))
    last = care_plans.week_of(subject)
    key = Key(see.words.plain("digest-show"), CareWeek(caregiving.ident(link), last))
    words = see.words.hiding(see.words.hides or not link.names_in_previews)
    text = words("digest-unsure", name=words.name(link.patient_name), last=words.date(last))
    return Page(text, ((key,),), protect=link.protect)
