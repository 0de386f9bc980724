"""The invited person's side: opening the link, the consent, yes or no."""

from __future__ import annotations

from handlers import arrival
from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses_care import CareAnswer
from handlers.reply import Reply, say, show
from journal import care_invitations, caregiving, people, rights
from journal.errors import JournalError


async def start(act: Act) -> Reply:
    """`/start`, perhaps with the token of an invitation to read along."""
    if not act.text.startswith(care_invitations.PREFIX):
        return await arrival.start(act)
    link = await care_invitations.opened(act.tx, act.person, act.text, act.now)
    if link is None:
        return say("care-link-dead")
    if rights.is_patient(act.person, link):
        return say("care-link-own")
    return show("care_invited", link=caregiving.ident(link))


async def answered(act: Act, press: CareAnswer) -> Reply:
    """Accept (after a consent of their own) or decline. Raises JournalError: bad_button, care_gone and others."""
    if press.answer == "decline":
        await care_invitations.decline(act.tx, act.person, press.link, act.now)
        return show("text", edit=act.message, text="care-declined")
    if press.answer not in ("accept", "agree"):
        raise JournalError("bad_button")
    if press.answer == "accept" and act.person.agreed_at is None and act.person.cares_since is None:
        await care_invitations.check_open(act.tx, act.person, press.link, act.now)
        return show("care_consent", edit=act.message, link=press.link)
    await care_invitations.accept(act.tx, act.person, press.link, cleaned(act.shown_as[1]), act.now)
    reply = show("care_mine", edit=act.message, link=press.link)
    return reply.and_show(*arrival.ask(act.person).shows) if people.open_question(act.person) else reply
