"""`/rules`: the rules behind the prompts, with their numbers, to be changed or switched off (clinical.md X-SEEN)."""

from __future__ import annotations

from typing import Any

from handlers.context import Act
from handlers.presses_rules import OpenRule, RuleNumber, Rules, SetRule, SwitchRule, Unmute, UsualRule, WhyRule
from handlers.reply import Reply, show
from journal import asks, drafts, prompt_states, rule_choices
from journal.errors import JournalError
from journal.rules import BY_ID

KIND = "rule"  # of the draft row


async def start(act: Act) -> Reply:
    """`/rules`."""
    await drafts.close(act.tx, act.person, KIND)
    return show("rules")


async def listed(act: Act, press: Rules) -> Reply:
    """A page of the list."""
    await drafts.close(act.tx, act.person, KIND)
    return show("rules", edit=act.message, page=press.page)


async def opened(act: Act, press: OpenRule) -> Reply:
    """One rule."""
    await drafts.close(act.tx, act.person, KIND)
    return _rule(act, press.rule)


async def why(act: Act, press: WhyRule) -> Reply:
    """The rule that a prompt came from, under it."""
    return show("rule", rule=press.rule)


async def asked(act: Act, press: RuleNumber) -> Reply:
    """What a number is to be. Raises JournalError: bad_button."""
    if press.rule not in BY_ID:
        raise JournalError("bad_button")
    BY_ID[press.rule].number(press.name)
    answers: dict[str, Any] = {"rule": press.rule, "name": press.name, "symptom": press.symptom}
    await drafts.put(act.tx, act.person, KIND, answers, act.now)
    return show("rule_number", edit=act.message, **answers)


async def chosen(act: Act, press: SetRule) -> Reply:
    """A number by a button. Raises JournalError: bad_button, gone, out_of_limits."""
    value = read_number(press.value)
    if value is None:
        raise JournalError("bad_button")
    await rule_choices.change(act.tx, act.person, press.rule, press.name, value, press.symptom)
    await drafts.close(act.tx, act.person, KIND)
    return _rule(act, press.rule, "toast-done")


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """A number in figures; one beyond the limits is asked again. Raises JournalError: gone."""
    value = read_number(act.text)
    if value not in BY_ID[answers["rule"]].number(answers["name"]).values:
        return show("rule_number", unclear=True, **answers)
    assert value is not None
    await rule_choices.change(act.tx, act.person, answers["rule"], answers["name"], value, answers["symptom"])
    await drafts.drop(act.tx, act.person)
    return show("rule", rule=answers["rule"])


async def switched(act: Act, press: SwitchRule) -> Reply:
    """On or off; without A-LAPSE the daily question goes on. Raises JournalError: bad_button."""
    await rule_choices.switch(act.tx, act.person, press.rule, press.on)
    await asks.plan_next(act.tx, act.person, act.now)
    return _rule(act, press.rule, "toast-done")


async def usual(act: Act, press: UsualRule) -> Reply:
    """Back to the usual numbers. Raises JournalError: bad_button."""
    await rule_choices.usual(act.tx, act.person, press.rule)
    return _rule(act, press.rule, "toast-done")


async def unmuted(act: Act, press: Unmute) -> Reply:
    """Ask about a symptom again. Raises JournalError: gone."""
    await prompt_states.unmute(act.tx, act.person, press.symptom)
    return show("rules", edit=act.message, toast="toast-done")


def read_number(text: str) -> float | None:
    """Read "3", "1.5" or "1,5"; None for anything else."""
    plain = text.strip().replace(",", ".")
    return float(plain) if plain.isascii() and plain.replace(".", "", 1).isdigit() and len(plain) <= 4 else None


def _rule(act: Act, rule: str, toast: str = "") -> Reply:
    return show("rule", edit=act.message, toast=toast, rule=rule)
