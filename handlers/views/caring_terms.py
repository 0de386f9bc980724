"""What a caregiver gets: in words, as switches, and the steps from there to the invitation's link."""

from __future__ import annotations

from urllib.parse import urlencode

from handlers.context import See
from handlers.page import Key, Page, Rows, grid
from handlers.presses_care import CareAct, CareChoose, CareRead, CareTerm
from journal import care_terms, caregiving, drafts, regimens
from journal.care_terms import MISSED_AFTER, MORE, NEVER, OFF, ON, SILENT_DAYS
from journal.errors import JournalError
from journal.scopes import Allowed
from locales import Words

SHARE = "https://t.me/share/url"
# The switches in their order; those that open a choice of their own stand among them.
CHOICES = ("missed", "silent", "regimens")
ORDER = (
    *MORE,
    "weekly",
    "missed",
    "overdue",
    "silent",
    "regimens",
    "may_record",
    "may_nudge",
    "names_in_previews",
    "through_quiet",
    "protect",
)


async def terms_of(see: See, link_id: int) -> tuple[Allowed, str]:
    """What is ticked and the caregiver's name: of a link of the person's, or (0) of the invitation being made.

    Raises JournalError: care_gone, bad_button.
    """
    if link_id:
        link = await caregiving.own(see.tx, see.person, link_id)
        return caregiving.allowed(link), link.caregiver_name
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != "caring":
        raise JournalError("bad_button")
    return care_terms.load(draft[1]["terms"]), ""


async def view(see: See, link: int, last: str = "") -> Page:
    """Every switch; after one of a choice the choice again."""
    if last in ("all", "with", "without"):
        return await choose(see, link, "regimens")
    allowed, name = await terms_of(see, link)
    words = see.words
    keys = [Key(item(words, what, value_of(allowed, what)), _press(link, what, allowed)) for what in ORDER]
    heading = words("care-terms-of", name=name) if name else words("care-terms")
    return Page("\n".join([heading, words("care-terms-hint")]), (*grid(keys, 1), *_below(link, words)))


def _below(link: int, words: Words) -> Rows:
    if link:
        return ((Key(words.plain("button-back"), CareRead(link, "open")),),)
    on = Key(words.plain("care-next"), CareAct(0, "name"))
    return ((on, Key(words.plain("add-button-cancel"), CareAct(0, "drop"))),)


def _press(link: int, what: str, allowed: Allowed) -> CareTerm | CareChoose:
    if what in CHOICES:
        return CareChoose(link, what)
    return CareTerm(link, what, OFF if value_of(allowed, what) == ON else ON, False)


def value_of(allowed: Allowed, what: str) -> str:
    """The present value, as in `care_terms.turned`; of the regimens how many, or "all"."""
    if what in MORE:
        return ON if what in allowed.sees else OFF
    if what == "missed":
        return str(allowed.missed_after or NEVER)
    if what == "silent":
        return str(allowed.silent_days or NEVER)
    if what == "regimens":
        return "all" if allowed.regimens is None else str(len(allowed.regimens))
    return ON if getattr(allowed, what) else OFF


def item(words: Words, what: str, value: str) -> str:
    """One thing with its value, as a button says it."""
    code = what.replace("_", "-")
    if what == "missed" and value != NEVER:
        return words.plain(f"care-item-{code}", count=int(value) // 60)
    if value == "all":
        return words.plain("care-item-regimens-all")
    if what in CHOICES:
        return words.plain(f"care-item-{code}", count=int(value))
    return words.plain(f"care-item-{code}", on="yes" if value == ON else "no")


def lines(words: Words, allowed: Allowed) -> list[str]:
    """What a caregiver gets, in a few lines; no name of anything that is taken."""
    sees = words.list([words(f"care-see-{code}") for code in ("doses", *MORE) if code in allowed.sees])
    found = [words("care-gets-sees", sees=sees)]
    if allowed.regimens is not None:
        found.append(words("care-gets-some", count=len(allowed.regimens)))
    if allowed.missed_after is not None:
        found.append(words("care-gets-missed", count=allowed.missed_after // 60))
    if allowed.silent_days is not None:
        found.append(words("care-gets-silent", count=allowed.silent_days))
    switches = ("weekly", "overdue", "through_quiet", "may_record", "may_nudge", "names_in_previews", "protect")
    found += [words(f"care-gets-{each.replace('_', '-')}") for each in switches if getattr(allowed, each)]
    return [words("care-gets", what=each) for each in found]


async def choose(see: See, link: int, what: str) -> Page:
    """What one thing can be. Raises JournalError: care_gone, bad_button."""
    allowed, _ = await terms_of(see, link)
    words, back = see.words, Key(see.words.plain("button-back"), CareAct(link, "terms"))
    if what == "regimens":
        rows = grid(await _regimens(see, link, allowed), 1)
    elif what in ("missed", "silent"):
        values = (0, *(MISSED_AFTER if what == "missed" else SILENT_DAYS))
        keys = [Key(item(words, what, str(each)), CareTerm(link, what, str(each), False)) for each in values]
        rows = grid(keys, 1)
    else:
        raise JournalError("bad_button")
    return Page(words(f"care-choose-{what}"), (*rows, (back,)))


async def _regimens(see: See, link: int, allowed: Allowed) -> list[Key]:
    words, every = see.words, allowed.regimens is None
    keys = [
        Key(words.plain("care-all", on="yes" if every else "no"), CareTerm(link, "all", OFF if every else ON, False))
    ]
    if allowed.regimens is None:
        return keys
    for regimen in await regimens.of(see.tx, see.person):
        number = regimens.ident(regimen)
        on = number in allowed.regimens
        label = words.plain("care-one", name=regimen.label, on="yes" if on else "no")
        keys.append(Key(label, CareTerm(link, "without" if on else "with", str(number), False)))
    return keys


async def sure(see: See, link: int, what: str, value: str) -> Page:
    """Asked once before a caregiver gets more. Raises JournalError: care_gone, bad_button."""
    allowed, name = await terms_of(see, link)
    after = await caregiving.turned(see.tx, see.person, allowed, what, value)
    words = see.words
    shown = "regimens" if what in ("all", "with", "without") else what
    more = item(words, shown, value_of(after, shown))
    yes = Key(words.plain("care-yes"), CareTerm(link, what, value, True))
    no = Key(words.plain("care-no"), CareAct(link, "terms"))
    return Page(words("care-sure", name=name or words("care-someone"), more=more), ((yes,), (no,)))


async def name(see: See) -> Page:
    """How is the person to be called there? Raises JournalError: bad_button."""
    draft = await drafts.get(see.tx, see.person)
    if draft is None or draft[0] != "caring":
        raise JournalError("bad_button")
    first = draft[1]["first"]
    rows: Rows = ((Key(first, CareAct(0, "named")),),) if first else ()
    words = see.words
    return Page(words("care-name-ask"), (*rows, (Key(words.plain("add-button-cancel"), CareAct(0, "drop")),)))


async def made(see: See, link: str) -> Page:
    """The link, and Telegram's own way to send it to somebody."""
    words = see.words
    share = f"{SHARE}?{urlencode({'url': link, 'text': words.plain('care-share-text')})}"
    return Page(words("care-link-made", link=link), ((Key(words.plain("care-share"), url=share),),))
