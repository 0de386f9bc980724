"""Single sentences, help, status, and the operator's page."""

from __future__ import annotations

from typing import Any

from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses import Access, DeleteAll
from handlers.presses_care import CareRead
from journal import access, heartbeat, keys, notices, people, regimens, upcoming

HELP = (
    "add",
    "regimens",
    "today",
    "log",
    "checkin",
    "history",
    "trends",
    "stock",
    "urgent",
    "pause",
    "rules",
    "caregivers",
    "settings",
    "status",
    "privacy",
    "export",
    "delete",
    "cancel",
    "help",
)

# of who only reads along
HELP_CARE = ("caregivers", "settings", "urgent", "privacy", "export", "delete", "cancel", "help")


async def text(see: See, text: str, args: dict[str, Any] | None = None) -> Page:
    """One sentence by its id."""
    return Page(see.words(text, **(args or {})))


async def help_page(see: See) -> Page:
    """Every command with what it does, whom to ask about a late dose, and the purpose."""
    words = see.words
    cares = see.stored is not None and people.only_cares(see.stored)
    names, heading = (HELP_CARE, "help-heading-care") if cares else (HELP, "help-heading")
    lines = [words("help-command", name=name, what=words(f"menu-{name}")) for name in names]
    late = [] if cares else [words("help-late")]
    return Page("\n\n".join([words(heading), "\n".join(lines), *late, words("welcome-purpose")]))


async def privacy(see: See) -> Page:
    """What is stored, who can see it, and new keys since; whoever has agreed can ask what happened."""
    rows: Rows = ()
    if see.stored is not None and (see.stored.agreed_at is not None or people.only_cares(see.stored)):
        rows = ((Key(see.words.plain("care-log-button"), CareRead(0, "log")),),)
    renewed = await keys.renewed(see.tx, see.stored.created_at) if see.stored is not None else []
    lines = [see.words("privacy-renewed", day=see.words.date(see.local(at).date(), year=True)) for at in renewed]
    return Page("\n".join([see.words("privacy"), *lines]), rows)


async def status(see: See) -> Page:
    """Next due, last sent, and since when the bot has been up."""
    page = Page(await standing(see))
    if not see.person.operator:
        return page
    return Page(page.text, (await operator(see)).rows)


async def standing(see: See) -> str:
    """Where things stand for the person, in a few short lines."""
    words, person = see.words, see.person
    count = len(await regimens.of(see.tx, person))
    label, at = await upcoming.next_dose(see.tx, person, see.now)
    last = await notices.last_sent(see.tx, people.ident(person))
    up = await heartbeat.up_since(see.tx)
    lines = [words("standing-heading"), words("standing-regimens", count=count)]
    if at is not None:
        lines.append(words("standing-next", dose=words.name(label or ""), time=words.day_time(see.local(at))))
    if person.checkin_at is not None and person.summary_weekday is not None:
        day = words.weekday(person.summary_weekday)
        lines.append(words("standing-checkin", time=words.time(person.checkin_at), day=day))
    if person.paused_since is not None:
        lines.append(words("pause-still-all"))
    lines.append(words("standing-zone", zone=person.zone or "", time=words.time(see.local(see.now))))
    if last is not None:
        lines.append(words("standing-last", time=words.day_time(see.local(last))))
    if up is not None:
        lines.append(words("standing-up", time=words.day_time(see.local(up))))
    lines.append(words("standing-hint-add" if not count else "standing-hint"))
    return "\n".join(lines)


async def delete_sure(see: See) -> Page:
    """Asked once before everything is deleted."""
    words = see.words
    yes = Key(words.plain("button-delete-yes"), DeleteAll(True))
    no = Key(words.plain("button-delete-no"), DeleteAll(False))
    return Page(words("delete-ask"), ((yes,), (no,)))


async def operator(see: See) -> Page:
    """The operator's page: who may use this bot."""
    words = see.words
    is_open = await access.mode(see.tx, see.access) == access.OPEN
    toggle = "invite" if is_open else "open"
    keys = (
        (Key(words.plain(f"access-{toggle}"), Access(toggle)),),
        (Key(words.plain("access-link"), Access("link")),),
    )
    return Page(words("operator-open" if is_open else "operator-closed"), keys)


async def invitation(see: See, link: str) -> Page:
    """A single-use link to pass on."""
    return Page(see.words("invitation", link=link))
