"""What a person takes: the list, one of it, and the question before something is ended or deleted."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page, Rows, grid
from handlers.presses import OpenRegimen, RegimenAct, Regimens
from handlers.views import anchor, booking, detail, linking, phases, stock, treatment
from handlers.views.dose_words import name_of
from handlers.views.editing import coming_change
from handlers.views.pausing import end_of
from handlers.views.plan_words import describe, moment
from handlers.views.regimen_words import coming, details
from journal import links, pauses, regimens, timing
from journal.errors import JournalError
from journal.tables import Regimen
from journal.timing import Plan
from locales import Words

DATES = 4
ROOM = 3000  # characters of the list; with what follows it stays below Telegram's 4096


async def listed(see: See) -> Page:
    """Each regimen with its plan in words and its next moment, and a button for each."""
    words, found = see.words, await regimens.of(see.tx, see.person)
    if not found:
        return Page(words("regimens-none"))
    blocks: list[str] = []
    for regimen in found:
        block = await _in_brief(see, regimen)
        if sum(map(len, blocks)) + len(block) > ROOM:
            blocks.append(words("regimens-more", count=len(found) - len(blocks)))
            break
        blocks.append(block)
    rows = tuple((Key(each.label, OpenRegimen(regimens.ident(each))),) for each in found)
    return Page("\n\n".join([words("regimens-heading"), *blocks, words("regimens-hint")]), rows)


async def _in_brief(see: See, regimen: Regimen) -> str:
    words, plan = see.words, await regimens.plan_of(see.tx, regimen)
    lines = [name_of(regimen.label, regimen.dose_text, words)]
    lines.append(words("regimen-plan", plan=describe(plan, words)))
    if regimen.zone:
        lines.append(words("regimen-home", zone=regimen.zone))
    lines += await coming_change(see, regimen)
    if rest := await _rest(see, regimen):
        lines.append(rest)
    elif not plan.as_needed:
        lines.append(await _next(see, regimen))
    return "\n".join(lines)


async def _rest(see: See, regimen: Regimen) -> str:
    """What says that it rests; "" when it does not."""
    if see.person.paused_since is not None:
        return see.words("pause-still-all")
    if links.waits(regimen):
        return await linking.line(see, regimen)
    if regimen.status != regimens.PAUSED:
        return ""
    row = await pauses.running(see.tx, see.person, regimen)
    until = end_of(see, row) if row else ""
    return see.words("regimen-paused-until", date=until) if until else see.words("regimen-paused")


async def _next(see: See, regimen: Regimen) -> str:
    moments = await regimens.upcoming(see.tx, see.person, regimen, see.now, 1)
    if not moments:
        return see.words("regimen-over")
    return see.words("regimen-next-one", time=moment(see.local(moments[0]), see.local(see.now), see.words))


async def one(see: See, regimen: int, saved: bool = False) -> Page:
    """One regimen in full with what can be done about it; `saved`: the short page right after saving it."""
    try:
        found = await regimens.own(see.tx, see.person, regimen)
    except JournalError:
        return Page(see.words("error-gone"))
    if saved:
        what = name_of(found.label, found.dose_text, see.words)
        return Page("\n".join([see.words("regimen-saved", dose=what), *(await _after_saving(see, found))]))
    injected = (*await anchor.key_for(see, found), *detail.key_for(see, found))
    rows = (*grid([key for row in injected for key in row], 2), *_actions(see.words, found))
    if found.status != regimens.ENDED:
        if (await regimens.plan_of(see.tx, found)).as_needed:
            rows = ((Key(see.words.plain("regimen-act-limits"), RegimenAct(regimen, "limits", False)),), *rows)
        rows = (*await phases.key_for(see, found), *rows)
        rows = (*(await booking.on_page(see, found))[1], *rows)
        others = (await stock.key_for(see, found), treatment.key_to(see, regimen))
        rows = (*rows[:-1], others, *await linking.key_for(see, found), rows[-1])
    return Page("\n".join(await _in_full(see, found)), rows)


async def _after_saving(see: See, regimen: Regimen) -> list[str]:
    plan = await regimens.plan_of(see.tx, regimen)
    if plan.as_needed:
        limits = [see.words("regimen-plan", plan=describe(plan, see.words))] if plan != Plan() else []
        return [*limits, see.words("regimen-saved-as-needed")]
    after = await _rest(see, regimen) or await _next(see, regimen)
    return [see.words("regimen-plan", plan=describe(plan, see.words)), after]


async def _in_full(see: See, regimen: Regimen) -> list[str]:
    plan = await regimens.plan_of(see.tx, regimen)
    said = timing.starting(plan, None) if links.waits(regimen) else plan
    lines = details(regimen.label, regimen.dose_text, regimen.route, said, see, regimen.zone)
    lines += await coming_change(see, regimen)
    if regimen.status == regimens.ENDED:
        return [*lines, see.words("regimen-ended")]
    if rest := await _rest(see, regimen):
        return [*lines, rest]
    lines += filter(None, [await linking.line(see, regimen)])
    lines += (await booking.on_page(see, regimen))[0]
    moments = await regimens.upcoming(see.tx, see.person, regimen, see.now, DATES)
    return [*lines, *coming(moments, plan, see)]


def _actions(words: Words, regimen: Regimen) -> Rows:
    ident = regimens.ident(regimen)
    running, resting = ("edit", "pause", "end", "delete"), ("edit", "resume", "end", "delete")
    offered = {regimens.ACTIVE: running, regimens.PAUSED: resting}
    actions = offered.get(regimen.status, ("delete",))
    keys = tuple(Key(words.plain(f"regimen-act-{each}"), RegimenAct(ident, each, False)) for each in actions)
    return (*grid(list(keys), 2), (Key(words.plain("button-back"), Regimens()),))


async def sure(see: See, regimen: int, action: str) -> Page:
    """Asks once, saying what `end` keeps and what `delete` removes."""
    try:
        found = await regimens.own(see.tx, see.person, regimen)
    except JournalError:
        return Page(see.words("error-gone"))
    words = see.words
    yes = Key(words.plain(f"regimen-yes-{action}"), RegimenAct(regimen, action, True))
    no = Key(words.plain("regimen-no"), OpenRegimen(regimen))
    return Page(words(f"regimen-ask-{action}", label=found.label), ((yes,), (no,)))
