"""A time that is typed: when a dose was taken, or that it was another time than recorded."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from handlers import anchor, bare_day, dose, log
from handlers.context import Act
from handlers.plain_words import read_times
from handlers.presses import DosePress
from handlers.presses_dose import ChangeTime, TakenEarlier
from handlers.presses_log import Extra
from handlers.reply import Reply, Show, say, show
from journal import drafts, entries, intakes, people, regimens, timing
from journal.occurrences import DoseKey
from journal.tables import Regimen

NAMED = ("noon", "midday", "midnight")


async def earlier(act: Act, press: TakenEarlier) -> Reply:
    """`Taken earlier`: asks for the time."""
    return await _ask(act, press, False)


async def change(act: Act, press: ChangeTime) -> Reply:
    """`Change the time`: asks for it."""
    return await _ask(act, press, True)


async def _ask(act: Act, press: DosePress, is_recorded: bool) -> Reply:
    """Ask, unless the dose has been settled, or opened, meanwhile: then its message is shown as it stands."""
    standing = await intakes.doses(act.tx, act.person, [press.key])
    if not standing or (standing[0].kind == intakes.TAKEN) != is_recorded:
        return await dose.again(act, press, "toast-nothing-changed")
    subject, origin = press.key.subject, press.origin
    answers = {"subject": subject, "origin": origin, "change": is_recorded, "message": act.message}
    await drafts.put(act.tx, act.person, dose.WHEN, answers, act.now)
    return show("when_dose", edit=act.message, subject=subject, origin=origin, change=is_recorded)


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """The time. Raises JournalError: ahead, too_far_back, gone, plan_changed."""
    about, regimen = await _about(act, answers), await _regimen(act, answers)
    at = read(act, act.text, about) or await bare_day.read(act, act.text, regimen)
    if at is None:
        return say("when-unclear")
    if about is not None:
        entries.check_time(at, about, act.now, entries.back_of(regimen))
    await drafts.drop(act.tx, act.person)
    reply = await _apply(act, answers, at)
    bare = _bare(answers)
    return Reply((bare, *reply.shows)) if bare else reply


def read(act: Act, text: str, about: datetime | None) -> datetime | None:
    """Return the moment that the words mean. A bare time of day is the one nearest to `about`, if that is given."""
    clock = read_times(text) if any(char.isdigit() for char in text) or text.lower() in NAMED else None
    if about is None or clock is None or len(clock) != 1:
        return log.moment(act, text)
    zone, day = people.zone_of(act.person), people.local(act.person, about).date()
    near = (datetime.combine(day + timedelta(days=n), clock[0]) for n in (-1, 0, 1))
    return min((timing.to_utc(each, zone) for each in near), key=lambda at: abs(at - about))


async def _about(act: Act, answers: dict[str, Any]) -> datetime | None:
    """The moment that the question is about; None for one besides the plan that is not recorded yet."""
    if "intake" in answers:
        return (await entries.extra(act.tx, act.person, answers["intake"])).at
    if "subject" not in answers:
        return None
    standing = await intakes.doses(act.tx, act.person, [DoseKey.of(answers["subject"])])
    return standing[0].planned_at if standing else act.now


async def _regimen(act: Act, answers: dict[str, Any]) -> Regimen:
    """What the dose is of. Raises JournalError: gone."""
    if "intake" in answers:
        ident = (await entries.extra(act.tx, act.person, answers["intake"])).regimen
    else:
        ident = answers["regimen"] if "regimen" in answers else DoseKey.of(answers["subject"]).regimen
    return await regimens.own(act.tx, act.person, ident)


async def _apply(act: Act, answers: dict[str, Any], at: datetime) -> Reply:
    if "intake" in answers:
        await entries.retime_extra(act.tx, act.person, answers["intake"], at, act.now)
        return show("extra", intake=answers["intake"])
    if "regimen" in answers:
        return await log.record(act, answers["regimen"], at)
    key, origin = DoseKey.of(answers["subject"]), answers["origin"]
    if answers["change"]:
        await intakes.retime(act.tx, act.person, key, at, act.now)
        return show("doses", subject=key.subject, origin=origin).and_show(*await anchor.question(act, key))
    return await dose.settle(act, DosePress(key.regimen, key.day, key.slot, origin), at)


def _bare(answers: dict[str, Any]) -> Show | None:
    """The message that asked, as it now stands without its buttons: the answer has them."""
    if answers.get("message") is None:
        return None
    if "intake" in answers:
        view, args = "extra", {"intake": answers["intake"]}
    elif "regimen" in answers:
        view, args = "log_asked", {"regimen": answers["regimen"]}
    else:
        view, args = "doses", {"subject": answers["subject"], "origin": answers["origin"]}
    return Show(view, args | {"bare": True}, answers["message"])


async def change_extra(act: Act, press: Extra) -> Reply:
    """`Change the time` of an intake besides the plan. Raises JournalError: gone."""
    await entries.extra(act.tx, act.person, press.intake)
    await drafts.put(act.tx, act.person, dose.WHEN, {"intake": press.intake, "message": act.message}, act.now)
    return show("when_extra", edit=act.message, intake=press.intake)
