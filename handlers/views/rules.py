"""The rules behind the prompts, each with its numbers in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.context import See
from handlers.page import Key, Page, Rows, grid
from handlers.presses_rules import OpenRule, RuleNumber, Rules, SetRule, SwitchRule, Unmute, UsualRule
from handlers.presses_urgent import Urgent
from handlers.views.prompt_words import name
from journal import checkins, prompt_states, rule_choices
from journal.errors import JournalError
from journal.rules import BY_ID, RULES, Parameter, Rule, RuleSettings
from journal.tables import TrackedSymptom
from locales import Words

PER_PAGE = 3
EACH = "k"  # the number of which every symptom has its own


async def listed(see: See, page: int = 0) -> Page:
    """Some of the rules, each in a short paragraph; on the first page also what is muted."""
    words, chosen = see.words, await rule_choices.of(see.tx, see.person)
    symptoms = await checkins.tracked(see.tx, see.person)
    pages = -(-len(RULES) // PER_PAGE)
    page = min(max(page, 0), pages - 1)
    some = RULES[page * PER_PAGE :][:PER_PAGE]
    muted = [] if page else await prompt_states.muted(see.tx, see.person)
    lines: list[str] = [words("rules-heading", page=page + 1, pages=pages), words("rules-fixed")]
    lines += [_paragraph(rule, chosen, symptoms, words) for rule in some]
    if muted:
        lines.append(words("rules-muted", symptoms=words.list([name(each, words) for each in muted])))
    turns = [(words.plain("button-back"), page - 1)] * (page > 0)
    turns += [(words.plain("rules-more"), page + 1)] * (page < pages - 1)
    rows = grid([Key(words.plain(f"rule-name-{rule.id}"), OpenRule(rule.id)) for rule in some], 1)
    again = [Key(words.plain("rules-unmute", symptom=name(each, words)), Unmute(each.id or 0)) for each in muted]
    return Page("\n\n".join(lines), (*rows, *grid(again, 1), *_row(Key(label, Rules(to)) for label, to in turns)))


def _row(keys: Iterator[Key]) -> Rows:
    row = tuple(keys)
    return (row,) if row else ()


def _paragraph(rule: Rule, chosen: RuleSettings, symptoms: Sequence[TrackedSymptom], words: Words) -> str:
    text = f"<b>{words(f'rule-name-{rule.id}')}</b>\n{_text(rule, chosen, symptoms, words)}"
    return f"{text} {words('rule-is-off')}" if rule.id in chosen.off else text


def _text(rule: Rule, chosen: RuleSettings, symptoms: Sequence[TrackedSymptom], words: Words) -> str:
    """What the rule looks at, with the person's numbers, and what it leads to."""
    numbers = {each: _shown(value, words) for each, value in chosen.of(rule.id).items()}
    weeks = [f"{name(each, words)} {chosen.of(rule.id, each.code)[EACH]}" for each in symptoms if EACH in numbers]
    return words(f"rule-{rule.id}", **numbers, each=words.list(weeks) if weeks else "")


async def one(see: See, rule: str) -> Page:
    """A rule with its numbers and their limits, and buttons to change them. Raises JournalError: bad_button."""
    if rule not in BY_ID:
        raise JournalError("bad_button")
    words, found, chosen = see.words, BY_ID[rule], await rule_choices.of(see.tx, see.person)
    symptoms = await checkins.tracked(see.tx, see.person)
    lines = [_paragraph(found, chosen, symptoms, words), ""]
    lines += [_line(each, value, label, words) for each, value, label, _ in _numbers(found, chosen, symptoms, words)]
    keys = [
        Key(words.plain("rule-change", number=label, value=_shown(value, words)), RuleNumber(rule, each.name, symptom))
        for each, value, label, symptom in _numbers(found, chosen, symptoms, words)
        if not each.fixed
    ]
    if chosen.usual(rule) != chosen:
        keys.append(Key(words.plain("rule-usual"), UsualRule(rule)))
    off = rule in chosen.off
    keys.append(Key(words.plain("rule-on" if off else "rule-off"), SwitchRule(rule, off)))
    back = Key(words.plain("rules-all"), Rules(RULES.index(found) // PER_PAGE))
    return Page("\n".join(lines), (*grid(keys, 1), (Key(words.plain("button-urgent"), Urgent()), back)))


def _numbers(
    rule: Rule, chosen: RuleSettings, symptoms: Sequence[TrackedSymptom], words: Words
) -> Iterator[tuple[Parameter, float, str, int]]:
    """Each number with its value, its name and, where each symptom has its own, the symptom's id."""
    for each in rule.parameters:
        label = words.plain(f"rule-number-{each.name}")
        if each.name != EACH:
            yield each, chosen.of(rule.id)[each.name], label, 0
            continue
        for symptom in symptoms:
            value = chosen.of(rule.id, symptom.code)[EACH]
            yield (
                each,
                value,
                words.plain("rule-number-of", number=label, symptom=name(symptom, words)),
                symptom.id or 0,
            )


def _line(each: Parameter, value: float, label: str, words: Words) -> str:
    if each.fixed:
        return words("rule-line-fixed", number=label, value=_shown(value, words))
    limits = {"low": _shown(each.low, words), "high": _shown(each.high, words)}
    return words("rule-line", number=label, value=_shown(value, words), **limits)


async def number(see: See, rule: str, name: str, symptom: int, unclear: bool = False) -> Page:
    """Asks what a number is to be. Raises JournalError: bad_button, gone."""
    words, chosen = see.words, await rule_choices.of(see.tx, see.person)
    symptoms, wanted = await checkins.tracked(see.tx, see.person), BY_ID[rule].number(name)
    numbers = _numbers(BY_ID[rule], chosen, symptoms, words)
    found = next(((value, label) for each, value, label, of in numbers if (each, of) == (wanted, symptom)), None)
    if found is None:
        raise JournalError("gone")
    limits = {"low": _shown(wanted.low, words), "high": _shown(wanted.high, words)}
    lines = [words("rule-unclear", **limits)] if unclear else []
    lines.append(words("rule-ask", number=found[1], value=_shown(found[0], words), **limits))
    keys = [Key(_shown(value, words), SetRule(rule, name, symptom, str(value))) for value in wanted.values]
    return Page("\n".join(lines), (*grid(keys, 4), (Key(words.plain("button-back"), OpenRule(rule)),)))


def _shown(value: float, words: Words) -> str:
    return words.number(value, 0 if float(value).is_integer() else 1)
