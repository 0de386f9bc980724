"""A page of its own for the details of one injection, and the last injections of a regimen with all that is known."""

from __future__ import annotations

from handlers.context import See
from handlers.origins import EXTRA, ONE
from handlers.page import Key, Page, Rows
from handlers.presses import OpenRegimen
from handlers.presses_sites import ShowSites
from handlers.views import history
from handlers.views.detail_keys import DetailKeys
from handlers.views.dose_ask import find
from handlers.views.dose_words import line
from handlers.views.site_words import parts, reaction_words
from journal import details, entries, reactions, regimens
from journal.details import Past
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.sites import Given
from journal.tables import Regimen
from locales.words import Html
from scheduler.facts import Addressee

LAST = 10  # injections on the page of a regimen


async def view(see: See, subject: str, origin: str, apart: bool, ask: str = "") -> Page:
    """The injection with the answers to one question (AskDetail.what). Raises JournalError: gone."""
    key, to = DoseKey.of(subject), Addressee.of(see.person)
    text, given = await _about(see, key, origin, to)
    if given is None:
        raise JournalError("gone")
    keys = DetailKeys(key, origin, to, see.now, see.words, apart)
    sites = await details.rested(see.tx, see.person, but=given.intake)
    rows = keys.ask(ask, sites) if ask else keys.step(given, sites)
    ask = ask or ("" if given.site and given.giver else "giver" if given.site else "site")
    lines = [text, see.words(f"detail-ask-{ask}")] if ask else [text]
    return Page("\n".join(lines), (*rows, (keys.back(),)))


async def _about(see: See, key: DoseKey, origin: str, to: Addressee) -> tuple[str, Given | None]:
    if origin.startswith(EXTRA):
        found = await entries.extra(see.tx, see.person, int(origin[1:]))
        return history.extra_line(found, see), found.given
    dose = await find(see, key)
    return line(dose, to, see.words, dated=origin == ONE), dose.given


async def sites(see: See, regimen: int) -> Page:
    """The last injections of a regimen, the newest first. Raises JournalError: gone."""
    words, found = see.words, await details.latest(see.tx, see.person, regimen, LAST)
    mine = await regimens.own(see.tx, see.person, regimen)
    lines: list[str] = [words("sites-heading", label=words.name(mine.label))]
    lines += [_line(past, see) for past in found] or [words("sites-none")]
    return Page("\n".join(lines), ((Key(words.plain("button-back"), OpenRegimen(regimen)),),))


def _line(past: Past, see: See) -> str:
    words, said = see.words, past.reaction
    known: list[str] = list(parts(past.given, words))
    if said is not None:
        what = reaction_words(reactions.items(said), words)
        known.append(words("sites-reaction", what=what, had="what" if what else "yes" if said.had else "no"))
    day = words.date(see.local(past.at).date(), year=True)
    return words("sites-line", day=day, details=Html(", ".join(known)) if known else words("sites-unknown"))


def key_for(see: See, regimen: Regimen) -> Rows:
    """The button on the page of a regimen that leads there; none but for injections."""
    if regimen.route != details.INJECTION:
        return ()
    return ((Key(see.words.plain("sites-open"), ShowSites(regimens.ident(regimen))),),)
