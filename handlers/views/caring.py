"""Pages of care links as they stand: the list, one of them for either side, and what was sent to whom."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses_care import CareAct, CareRead
from handlers.presses_helping import CareDoses, CareReads
from handlers.presses_settings import Settings
from handlers.views.caring_terms import lines
from journal import accesses, care_invitations, caregiving, people
from journal.caregiving import ACCEPTED, ACTIVE, INVITED
from journal.tables import CareLink
from locales import Words


async def listed(see: See, elsewhere: bool = False) -> Page:
    """`/caregivers`; `elsewhere`: in place of what only somebody with a diary can do."""
    words, caring = see.words, await caregiving.reading(see.tx, see.person)
    keys = [
        Key(words.plain("care-key-patient", name=each.patient_name, state=each.state), _open(each)) for each in caring
    ]
    if people.only_cares(see.person):
        instead = [words("care-no-diary")] if elsewhere else []
        text = "\n".join([*instead, words("care-home", count=len(caring))])
        keys += [Key(words.plain("care-settings"), Settings()), Key(words.plain("care-diary"), CareRead(0, "diary"))]
        return Page(text, tuple((key,) for key in keys))
    links = [each for each in await caregiving.links_of(see.tx, see.person) if _is_alive(see, each)]
    mine = [Key(words.plain("care-key", who=_who(link, words), state=link.state), _open(link)) for link in links]
    invite = Key(words.plain("care-invite"), CareAct(0, "invite"))
    text = words("care-heading") if links else words("care-none")
    return Page(text, tuple((key,) for key in (*mine, invite, *keys)))


def _is_alive(see: See, link: CareLink) -> bool:
    return link.state != INVITED or care_invitations.is_open(link, see.now)


def _open(link: CareLink) -> CareRead:
    return CareRead(caregiving.ident(link), "open")


def _who(link: CareLink, words: Words) -> str:
    return link.caregiver_name or words.plain("care-someone")


async def one(see: See, link: int) -> Page:
    """A caregiver of the person's: what they get, and what can be done. Raises JournalError: care_gone."""
    found = await caregiving.own(see.tx, see.person, link)
    words = see.words
    until = words.day_time(see.local(found.expires_at)) if found.expires_at else ""
    heading = words("care-one-heading", who=_who(found, words), state=found.state, until=until)
    text = [heading, *lines(words, caregiving.allowed(found))]
    confirm = [Key(words.plain("care-confirm"), CareAct(link, "confirm"))] if found.state == ACCEPTED else []
    end = "care-not-them" if found.state == ACCEPTED else "care-end"
    keys = [*confirm, Key(words.plain("care-change"), CareAct(link, "terms"))]
    if found.state == ACTIVE and found.weekly:
        keys.append(Key(words.plain("care-reads", name=_who(found, words)), CareReads(link, "show")))
    keys += [Key(words.plain(end), CareRead(link, "end")), _back(words)]
    return Page("\n".join(text), tuple((key,) for key in keys))


async def mine(see: See, link: int) -> Page:
    """Somebody whom the person reads along with. Raises JournalError: care_gone."""
    found = await caregiving.for_me(see.tx, see.person, link)
    words = see.words
    stop = Key(words.plain("care-stop"), CareRead(link, "end"))
    if found.state != ACTIVE:
        return Page(words("care-waiting", name=found.patient_name), ((stop,),))
    text = [words("care-mine", name=found.patient_name), *lines(words, caregiving.allowed(found))]
    helps = ((Key(words.plain("care-doses"), CareDoses(link)),),) if found.may_record or found.may_nudge else ()
    return Page("\n".join(text), (*helps, (stop,), (_back(words),)))


def _back(words: Words) -> Key:
    return Key(words.plain("button-back"), CareRead(0, "list"))


async def ended(see: See, name: str, mine: bool) -> Page:
    """Said to whoever ended it; `mine`: the data are theirs."""
    text = "care-ended" if mine else "care-ended-reading"
    return Page(see.words(text, name=name or see.words("care-someone")))


async def log(see: See) -> Page:
    """The last of what happened through care links, newest first."""
    words = see.words
    rows = [
        words(
            "care-log-line",
            time=words.day_time(see.local(row.at)),
            who=words("export-you") if row.what in accesses.BY_SELF else name or words("care-someone"),
            what=words(f"care-log-{row.what.replace('_', '-')}"),
        )
        for row, name in await accesses.listed(see.tx, see.person)
    ]
    return Page("\n".join([words("care-log-heading" if rows else "care-log-none"), *rows]))
