"""A regimen in lines: what, how much, in which form, when, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from handlers.context import See
from handlers.views import plan_words
from journal import people, timing
from journal.timing import Plan


def details(label: str, dose_text: str, route: str, plan: Plan, see: See, home: str | None = None) -> list[str]:
    """One line for each fact that there is; `home` is the zone of home times that it keeps."""
    words = see.words
    lines: list[str] = [words("regimen-what", label=label)]
    if dose_text:
        lines.append(words("regimen-amount", amount=dose_text))
    if route:
        lines.append(words("regimen-form", form=words.plain(f"form-{route}")))
    lines.append(words("regimen-when", plan=plan_words.describe(plan, words)))
    if not plan.as_needed and plan.phases[0].start:
        start = plan_words.day(plan.phases[0].start, see.local(see.now).date(), words)
        lines.append(words("regimen-start", date=start))
        lines.append(words("regimen-home", zone=home) if home else words("regimen-zone", zone=see.person.zone or "UTC"))
    return lines


def passed(plan: Plan, see: See) -> list[str]:
    """What has gone by already of a plan that starts today, so that nobody waits for its reminder."""
    today = people.today(see.person, see.now)
    gone = [each.at for each in timing.on_date(plan, people.zone_of(see.person), today) if each.at < see.now]
    return [see.words("regimen-passed", time=see.words.time(see.local(at))) for at in gone[-1:]]


def coming(moments: Sequence[datetime], plan: Plan, see: See) -> list[str]:
    """The next planned moments by the person's clock, one a line; what it means when there are none."""
    words = see.words
    if plan.as_needed:
        return [words("regimen-no-reminders")]
    if not moments:
        return [words("regimen-over")]
    dates = [plan_words.moment(see.local(each), see.local(see.now), words) for each in moments]
    return [words("regimen-next", count=len(dates)), *dates]
