"""All rules over one person's week: histories and background in, findings out (clinical.md §4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journal.rules.catalogue import BY_ID, CLINICIAN_RULES, DEFAULT_SETTINGS, RuleSettings
from journal.rules.clinician import Evidence, interfere, new, persist, review, severe, worse
from journal.trends import Week, change_word, weekly_mean

MONTH_DAYS = 30.44  # mean length of a calendar month
EARLY = "T-PERSIST-EARLY"
EARLY_DAYS, EARLY_DAYS_PREGNANT = 84, 28  # days of treatment


@dataclass(frozen=True, slots=True)
class Background:
    """What the rules need beside ratings. `days_since_start` of treatment: None when not known.

    `interference`: per symptom the weekly answers (0-4, None = not answered), oldest first, this week's last.
    `baselines`: given only in the week of the review date; per symptom the level at the start, or None.
    """

    days_since_start: int | None = None
    pregnant: bool = False
    interference: Mapping[str, Sequence[int | None]] = field(default_factory=dict)
    baselines: Mapping[str, float | None] | None = None

    @property
    def is_early(self) -> bool:
        """Whether treatment has had too little time to judge A-PERSIST by (clinical.md §4.2)."""
        limit = EARLY_DAYS_PREGNANT if self.pregnant else EARLY_DAYS
        return self.days_since_start is not None and 0 <= self.days_since_start < limit


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired for a symptom: the rule's version, its numbers, and the template that says it."""

    rule: str
    version: int
    symptom: str
    evidence: Mapping[str, int | float | str]
    template: str


def rule_of(template: str) -> str:
    """The rule whose finding a template says."""
    return "A-" + template.removeprefix("T-").removesuffix("-EARLY")


def check_week(
    histories: Mapping[str, Sequence[Week]],
    settings: RuleSettings = DEFAULT_SETTINGS,
    background: Background | None = None,
) -> tuple[Finding, ...]:
    """Every finding of the week, ordered SEVERE > NEW > WORSE > PERSIST > INTERFERE > REVIEW, then as
    `histories`.

    Each history holds consecutive calendar weeks, oldest first, this week last, days without rating as None;
    7 weeks are enough. Switched-off rules are left out."""
    around = background or Background()
    order = [rule.id for rule in CLINICIAN_RULES]
    found = [each for symptom, weeks in histories.items() if weeks for each in _check(symptom, weeks, settings, around)]
    return tuple(sorted(found, key=lambda finding: order.index(finding.rule)))


def check_severe(symptom: str, days: Week, settings: RuleSettings = DEFAULT_SETTINGS) -> Finding | None:
    """A-SEVERE alone, for the moment a rating is logged; `days` are the last 7 calendar days, today last."""
    if "A-SEVERE" in settings.off:
        return None
    evidence = severe(days, **settings.of("A-SEVERE", symptom))
    return _finding("A-SEVERE", symptom, evidence) if evidence else None


def check_interference(
    symptom: str, answers: Sequence[int | None], settings: RuleSettings = DEFAULT_SETTINGS
) -> Finding | None:
    """A-INTERFERE alone, for the moment the weekly answers are given; `answers` oldest first, this week's last."""
    if "A-INTERFERE" in settings.off:
        return None
    evidence = interfere(answers, **settings.of("A-INTERFERE", symptom))
    return _finding("A-INTERFERE", symptom, evidence) if evidence else None


def _check(symptom: str, weeks: Sequence[Week], settings: RuleSettings, around: Background) -> Iterator[Finding]:
    def of(rule: str) -> dict[str, float]:
        return settings.of(rule, symptom)

    answers = around.interference.get(symptom, ())
    fired = {
        "A-SEVERE": severe(weeks[-1], **of("A-SEVERE")),
        "A-NEW": new(weeks[:-1], weeks[-1], **of("A-NEW")),
        "A-WORSE": worse(weeks, **of("A-WORSE")),
        "A-PERSIST": persist(weeks, **of("A-PERSIST")),
        "A-INTERFERE": interfere(answers, **of("A-INTERFERE")),
        "A-REVIEW": _review(symptom, weeks, answers, around, of("A-REVIEW")),
    }
    for rule, evidence in fired.items():
        if evidence and rule not in settings.off:
            yield _finding(rule, symptom, evidence, EARLY if rule == "A-PERSIST" and around.is_early else "")


def _finding(rule: str, symptom: str, evidence: Evidence, template: str = "") -> Finding:
    return Finding(rule, BY_ID[rule].version, symptom, evidence, template or rule.replace("A-", "T-"))


def _review(
    symptom: str,
    weeks: Sequence[Week],
    answers: Sequence[int | None],
    around: Background,
    numbers: Mapping[str, float],
) -> Evidence | None:
    """A-REVIEW in the week of the review date, with m (months since the start) and word (of the change)."""
    if around.baselines is None:
        return None
    baseline = around.baselines.get(symptom)
    current = next((mean for week in weeks[:-3:-1] if (mean := weekly_mean(week)) is not None), None)
    found = review(baseline, current, answers[-1] if answers else None, **numbers)
    if found and around.days_since_start is not None:
        found["m"] = round(around.days_since_start / MONTH_DAYS)
    if found and baseline is not None and current is not None:
        found["word"] = change_word(current - baseline)
    return found
