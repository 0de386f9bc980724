"""The phases of a plan: the clinic's word opens the next one, and what comes after the last."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from handlers import add, book
from handlers.adding.draft import fresh
from handlers.adding.reading import facts_of, iso_dates
from handlers.context import Act
from handlers.plain_words import Ask, read_date
from handlers.presses_phases import AfterPlan, ClinicSays, Switch
from handlers.reply import Reply, say, show
from journal import courses, drafts, notices, people, regimens
from journal.courses import Change
from journal.errors import JournalError
from journal.phases import Course

KIND = "switch"  # of the draft row
ANSWERABLE = timedelta(days=2)  # so long a word can answer the question; its buttons always can
SAID_YES, SAID_NO = ("yes", "yes it has", "yes they have"), ("not yet", "no")
TODAY, TOMORROW, AT_ONCE = "today", "tomorrow", "now"

Answers = dict[str, Any]


async def asked(act: Act, press: ClinicSays) -> Reply:
    """`Yes` or `Not yet`. Raises JournalError: gone, plan_changed, question_old."""
    course = await courses.same(act.tx, act.person, press.regimen, press.version)
    place = courses.open_place(course, act.now)
    if place is None:
        raise JournalError("question_old")
    if not press.yes:
        return show("clinic_later", edit=act.message, toast="toast-noted", regimen=press.regimen)
    if courses.following(course, place) is None:
        return show("clinic_alone", edit=act.message, regimen=press.regimen)
    answers = {"id": secrets.token_hex(3), "regimen": press.regimen, "version": press.version}
    return await _show(act, answers)


async def answered(act: Act) -> Reply | None:
    """The same in words, to the one question of the last days; None for other words, or when none was asked."""
    said = act.text.strip(" .!").lower()
    owner, since = people.ident(act.person), act.now - ANSWERABLE
    asked_of = await notices.said_since(act.tx, owner, notices.CLINIC, since) if said in SAID_YES + SAID_NO else []
    if len(asked_of) != 1:
        return None
    _, regimen, version, _ = asked_of[0].split(":")
    return await asked(act, ClinicSays(int(regimen), int(version), said in SAID_YES))


async def typed(act: Act, answers: Answers) -> Reply:
    """The first day of the next phase, in words; once it is known, a hint at the buttons."""
    act = act.typed(act.text.strip())
    if answers.get("day"):
        return await _show(act, answers | {"why": "add-use-buttons"}, anew=True)
    found = read_date(act.text, act.today)
    if isinstance(found, date):
        return await _on(act, answers, Change(found), anew=True)
    return await _show(act, answers | _unclear(found, act), anew=True)


async def pressed(act: Act, press: Switch) -> Reply:
    """A button of the switch. Raises JournalError: bad_button, and those of courses.switch."""
    draft = await drafts.get(act.tx, act.person)
    answers = draft[1] if draft and draft[0] == KIND else None
    if answers is None or answers["id"] != press.draft:
        return Reply(say("switch-old").shows, toast="toast-nothing-changed")
    match press.step:
        case "day":
            return await _picked(act, answers, press.value)
        case "again":
            return await _show(act, answers | {"day": "", "why": ""})
        case "save":
            return await _saved(act, answers)
        case "cancel":
            await drafts.close(act.tx, act.person, KIND)
            return show("text", edit=act.message, text="switch-cancelled")
    raise JournalError("bad_button")


async def next_plan(act: Act, press: AfterPlan) -> Reply:
    """`Add a new plan` or `Keep it ended`. Raises JournalError: gone, question_old."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    course = await courses.course_of(act.tx, act.person, regimen)
    done = await courses.done(act.tx, course, act.now)
    if course.version.number != press.version or done is None or done.next_at is not None:
        raise JournalError("question_old")
    if regimen.status != regimens.ENDED:
        await regimens.end(act.tx, act.person, regimen, act.now)
    if not press.fresh:
        return show("plan_kept", edit=act.message, regimen=press.regimen)
    known = {"label": regimen.label, "dose_text": regimen.dose_text, "route": regimen.route}
    return await add.go_on(act, fresh(guided=True, named=True, **known))


async def _saved(act: Act, answers: Answers) -> Reply:
    if not answers.get("day"):
        raise JournalError("bad_button")
    course, place = await _open(act, answers)
    dropped = await book.dropped(act, course.regimen)
    await courses.switch(act.tx, course, place, change_of(answers), act.now)
    await drafts.close(act.tx, act.person, KIND)
    return show("switched", edit=act.message, regimen=answers["regimen"]).and_show(*dropped)


async def _picked(act: Act, answers: Answers, value: str) -> Reply:
    if value == AT_ONCE:
        change = courses.at_once(*(await _open(act, answers)), act.now)
    else:
        days = {TODAY: act.today, TOMORROW: act.today + timedelta(days=1)}
        days |= {each: date.fromisoformat(each) for each in answers.get("dates") or []}
        change = Change(days[value]) if value in days else None
    if change is None:
        raise JournalError("bad_button")
    return await _on(act, answers, change)


def change_of(answers: Answers) -> Change:
    """Return the change that the draft row holds once its day is known."""
    until = answers.get("until")
    return Change(date.fromisoformat(answers["day"]), date.fromisoformat(until) if until else None)


async def _on(act: Act, answers: Answers, change: Change, anew: bool = False) -> Reply:
    """Keep the change if the plan can go on like that."""
    course, place = await _open(act, answers)
    answers = answers | {"why": "", "facts": {}, "dates": []}
    try:
        courses.edition(course, place, change, act.now)
    except JournalError as error:
        return await _show(act, answers | {"why": f"error-{error.code}", "facts": error.facts}, anew)
    until = change.until.isoformat() if change.until else ""
    return await _show(act, answers | {"day": change.day.isoformat(), "until": until}, anew)


async def _open(act: Act, answers: Answers) -> tuple[Course, int]:
    course = await courses.same(act.tx, act.person, answers["regimen"], answers["version"])
    place = courses.open_place(course, act.now)
    if place is None or courses.following(course, place) is None:
        raise JournalError("question_old")
    return course, place


async def _show(act: Act, answers: Answers, anew: bool = False) -> Reply:
    await drafts.put(act.tx, act.person, KIND, answers, act.now)
    return show("switch", edit=None if anew else act.message)


def _unclear(found: Ask, act: Act) -> Answers:
    found = replace(found, rest=act.text)
    dates = list(iso_dates(found, act.today))
    return {"why": f"add-ask-{found.code}", "facts": facts_of(found, act.text), "dates": dates}
