"""Phases of a plan: one that is over, one that waits for the clinic's word, and the switch to the next."""

from __future__ import annotations

from datetime import date
from typing import Any

from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.phases import AT_ONCE, KIND, TODAY, TOMORROW, change_of
from handlers.presses import OpenRegimen, RegimenAct
from handlers.presses_phases import AfterPlan, ClinicSays, Switch
from handlers.presses_settings import EditRegimen
from handlers.views import plan_words, regimen_words
from handlers.views.dose_words import name_of
from journal import courses, drafts, people, phases, regimens, versions
from journal.phases import Course
from journal.tables import Regimen
from journal.timing import Phase, Plan
from locales import Html, Words
from scheduler.facts import ClinicAsk, PhaseOver

DATES = 4


def over_page(fact: PhaseOver, words: Words) -> Page:
    """A part of a plan is over, with what comes next; or all of it, with the question what is next."""
    done, dose = fact.done, name_of(fact.label, fact.dose_text, words)
    counted = words.plain("phase-counted", taken=done.taken, raised=done.raised)
    if done.following and done.next_at:
        first = words("phase-over", part=done.place + 1, dose=dose, counted=counted)
        at = plan_words.moment(fact.to.local(done.next_at), fact.to.local(fact.now), words)
        return Page("\n".join([first, words("phase-next", plan=_said(done.following, words), time=at)]))
    fresh = Key(words.plain("plan-over-new"), AfterPlan(fact.regimen, fact.version, True))
    kept = Key(words.plain("plan-over-keep"), AfterPlan(fact.regimen, fact.version, False))
    return Page(words("plan-over", dose=dose, counted=counted), ((fresh,), (kept,)))


def clinic_page(fact: ClinicAsk, words: Words) -> Page:
    """Has the clinic changed the plan?"""
    lines = [name_of(fact.label, fact.dose_text, words), words("clinic-now", plan=_said(fact.phase, words))]
    yes = Key(words.plain("clinic-yes"), ClinicSays(fact.regimen, fact.version, True))
    no = Key(words.plain("clinic-no"), ClinicSays(fact.regimen, fact.version, False))
    return Page("\n".join([*lines, words("clinic-ask")]), ((yes, no),))


async def later(see: See, regimen: int) -> Page:
    """Nothing has changed: the plan goes on, and when it is asked again."""
    course = await _course(see, regimen)
    place = courses.open_place(course, see.now)
    lines = [_name(course.regimen, see.words)]
    if place is None:
        return Page("\n".join([*lines, see.words("error-question_old")]))
    on = plan_words.day(phases.next_question(course, place, see.now), people.today(see.person, see.now), see.words)
    lines.append(see.words("clinic-now", plan=_said(course.plan.phases[place], see.words)))
    return Page("\n".join([*lines, see.words("clinic-later", date=on)]))


async def alone(see: See, regimen: int) -> Page:
    """The plan says nothing of what comes next: it can be changed or ended."""
    course, words = await _course(see, regimen), see.words
    edit = Key(words.plain("regimen-act-edit"), EditRegimen(regimen))
    end = Key(words.plain("regimen-act-end"), RegimenAct(regimen, "end", False))
    back = Key(words.plain("button-back"), OpenRegimen(regimen))
    return Page("\n".join([_name(course.regimen, words), words("clinic-alone")]), ((edit, end), (back,)))


async def switch(see: See) -> Page:
    """The question for the day, or the preview of the plan from that day on."""
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != KIND:
        return Page(see.words("switch-old"))
    answers = draft[1]
    course = await courses.same(see.tx, see.person, answers["regimen"], answers["version"])
    place = courses.open_place(course, see.now)
    if place is None or (following := courses.following(course, place)) is None:
        return Page(see.words("error-question_old"))
    if answers.get("day"):
        return await _preview(see, course, place, answers)
    return _day(see, course, place, following, answers)


def _day(see: See, course: Course, place: int, following: Phase, answers: dict[str, Any]) -> Page:
    words, ident = see.words, answers["id"]
    lines = [_name(course.regimen, words), words("switch-next", plan=_said(following, words))]
    if answers.get("why"):
        lines.append(words(answers["why"], **(answers.get("facts") or {})))
    days = [date.fromisoformat(each) for each in answers.get("dates") or []]
    rows = [(Key(words.date(day, year=True), Switch(ident, "day", day.isoformat())),) for day in days]
    lines.append(words("switch-day"))
    if change := courses.at_once(course, place, see.now):
        lines.append(words("switch-counted", date=plan_words.day(change.day, see.local(see.now).date(), words)))
        rows.append((Key(words.plain("switch-now"), Switch(ident, "day", AT_ONCE)),))
    today = Key(words.plain("add-button-today"), Switch(ident, "day", TODAY))
    tomorrow = Key(words.plain("add-button-tomorrow"), Switch(ident, "day", TOMORROW))
    return Page("\n".join(lines), (*rows, (today, tomorrow), (_cancel(words, ident),)))


async def _preview(see: See, course: Course, place: int, answers: dict[str, Any]) -> Page:
    words, ident = see.words, answers["id"]
    edition = courses.edition(course, place, change_of(answers), see.now)
    moments = await versions.preview(see.tx, see.person, course.regimen, edition, see.now, DATES)
    about = [words("add-preview"), _name(course.regimen, words), _plan(edition.plan, words)]
    dates = regimen_words.coming(moments, edition.plan, see)
    closing = [words("edit-past"), words(answers.get("why") or "add-not-saved")]
    save = Key(words.plain("add-button-save"), Switch(ident, "save", ""))
    again = Key(words.plain("switch-again"), Switch(ident, "again", ""))
    text = "\n\n".join("\n".join(lines) for lines in (about, dates, closing))
    return Page(text, ((save, again, _cancel(words, ident)),))


async def switched(see: See, regimen: int) -> Page:
    """What was saved, with the next dates."""
    course = await _course(see, regimen)
    moments = await regimens.upcoming(see.tx, see.person, course.regimen, see.now, DATES)
    lines = [see.words("edit-saved", dose=_name(course.regimen, see.words)), _plan(course.plan, see.words)]
    return Page("\n".join([*lines, *regimen_words.coming(moments, course.plan, see)]))


async def kept(see: See, regimen: int) -> Page:
    """It stays ended."""
    found = await regimens.own(see.tx, see.person, regimen)
    return Page(see.words("plan-kept", dose=_name(found, see.words)))


async def key_for(see: See, regimen: Regimen) -> Rows:
    """The button on a regimen's page while an open-ended phase runs; else no row."""
    course = await courses.course_of(see.tx, see.person, regimen)
    if courses.open_place(course, see.now) is None:
        return ()
    press = ClinicSays(regimens.ident(regimen), course.version.number, True)
    return ((Key(see.words.plain("clinic-changed"), press),),)


async def _course(see: See, regimen: int) -> Course:
    return await courses.course_of(see.tx, see.person, await regimens.own(see.tx, see.person, regimen))


def _name(regimen: Regimen, words: Words) -> str:
    return name_of(regimen.label, regimen.dose_text, words)


def _said(phase: Phase, words: Words) -> str:
    return plan_words.describe(Plan((phase,)), words)


def _plan(plan: Plan, words: Words) -> Html:
    return words("regimen-when", plan=plan_words.describe(plan, words))


def _cancel(words: Words, ident: str) -> Key:
    return Key(words.plain("add-button-cancel"), Switch(ident, "cancel", ""))
