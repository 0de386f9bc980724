"""What somebody else can do with a person's buttons, rows and links: see nothing, change nothing, be told kindly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from handlers import buttons
from handlers.registry import BUTTONS, COMMANDS
from journal import scopes
from journal.tables import StockEntry
from simulator.people import Human
from tests.flows.actors import ACTORS, DIARIST, DOES, GRANTS, Actor, diarist, grant
from tests.flows.care import invite
from tests.flows.filling import fill, held
from tests.flows.forging import Forger, broken, forger
from tests.flows.heard import Heard
from tests.flows.talk import do
from tests.flows.wordy import TYPED, live
from tests.world import World

CANARY = 7319  # a number of hers
HEADS = st.sampled_from([buttons.VERSION + code for code in buttons.CODES])
PARTS = st.lists(st.text(max_size=30) | st.from_regex(r"[-+ _0-9\u0661]{1,12}", fullmatch=True))
FORGED = (
    HEADS.flatmap(lambda head: PARTS.map(lambda parts: "|".join([head, *parts])))
    | st.text(max_size=80)
    | st.binary(max_size=80).map(lambda data: data.decode("latin-1"))
)


@pytest.fixture
async def both(world: World) -> tuple[Human, Human]:
    ana, bo = await live(world)
    await fill(world, ana)
    async with world.app.db.write() as tx:
        await tx.execute(update(StockEntry).values(amount=CANARY * 1000))
    return ana, bo


class Tried:
    """One person tries things; what they were shown is kept."""

    def __init__(self, world: World, person: Human) -> None:
        self.world, self.person, self.heard = world, person, Heard(world, person)
        world.sim.changed()
        self._before = len(self.heard.shown), len(person.toasts)

    async def press(self, data: str) -> None:
        """Press it: it is answered, and by no fault."""
        self.person.tap_data(max((each.id for each in self.person.chat), default=1), data)
        await self._answered(data)

    async def say(self, text: str) -> None:
        """Write it: it is answered, and by no fault."""
        self.person.say(text)
        await self._answered(text)

    async def _answered(self, what: str) -> None:
        shown, called = len(self.heard.shown), len(self.world.sim.calls)
        await self.world.app.poller.once()
        await self.world.app.inbox.drain()
        said = [each.body for _, each in list(self.heard.shown.values())[shown:]]
        calls = [each for each in self.world.sim.calls[called:] if each.chat_id == self.person.id]
        assert not self.person.unanswered, what
        assert not any("went wrong" in each for each in said), (what, said)
        assert any(each.ok or "not modified" in each.description for each in calls), f"nothing was said to {what}"

    async def all(self, known: Forger, actor: Actor, most: int) -> None:
        """Every kind of button that is not theirs to press, those about links in all variants; every command."""
        for kind in buttons.CODES.values():
            for press in known.presses(kind, 12 if "link" in kind.__slots__ else most):
                if not actor.may(press):
                    await self.press(buttons.write(press))
        for command in COMMANDS:
            await self.say(f"/{command.name} 1")

    def leaks(self, allowed: tuple[str, ...]) -> list[str]:
        """Which of others' words and numbers they were shown, beyond what they may read."""
        shown = [each for _, each in list(self.heard.shown.values())[self._before[0] :]]
        words = [text for each in shown for text in (each.body, *each.labels)] + self.person.toasts[self._before[1] :]
        own = self.person.user.first_name.split()
        secret = [each for each in (*TYPED, str(CANARY), f"{CANARY:,}") if each not in (*allowed, *own)]
        return [each for each in secret if each in "\n".join(words)]


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: actor.name.replace(" ", "-"))
async def test_nobody_gets_at_her_rows(world: World, both: tuple[Human, Human], actor: Actor) -> None:
    ana, _ = both
    person = await actor.arrange(world, *both)
    known, tried = await forger(world, ana), Tried(world, person)
    before, told = await held(world, ana), len(ana.chat)
    await tried.all(known, actor, 12 if actor.name == "a stranger" else 1)
    assert tried.leaks(actor.hears) == []
    assert await held(world, ana) == before
    assert len(ana.chat) == told


@pytest.mark.parametrize("scope", scopes.SCOPES)
async def test_no_scope_gives_more_than_it_says(world: World, both: tuple[Human, Human], scope: str) -> None:
    ana, _ = both
    tried = Tried(world, await DIARIST.arrange(world, *both))
    await grant(world, scope)
    known, before, told = await forger(world, ana), await held(world, ana), len(ana.chat)
    await tried.all(known, replace(DIARIST, does=DOES.get(scope, ())), 1)
    assert tried.leaks(DIARIST.hears) == []
    assert await held(world, ana) == before
    assert len(ana.chat) == told


async def test_what_is_cut_short_or_of_another_version_is_out_of_date(world: World, both: tuple[Human, Human]) -> None:
    """Also for herself: nothing of hers changes by it."""
    ana, _ = both
    known, tried = await forger(world, ana), Tried(world, ana)
    before = {**await held(world, ana), "inboxupdate": {}}
    for kind in buttons.CODES.values():
        for press in known.presses(kind, 1):
            for data in broken(buttons.write(press)):
                assert buttons.read(data) is None, data
            await tried.press(data)
            assert "out of date" in ana.last.body
    assert {**await held(world, ana), "inboxupdate": {}} == before


@given(FORGED)
def test_random_data_reads_as_nothing_or_as_what_was_written(data: str) -> None:
    press = buttons.read(data)
    assert press is None or buttons.write(press) == data


async def test_links_of_others_open_nothing(world: World, both: tuple[Human, Human]) -> None:
    ana, _ = both
    used, fresh = await invite(world, ana), await invite(world, ana)
    eve, zoe = await world.arrive("Eve", 1003), await world.arrive("Zoe", 1004)
    zoe.open(used)
    await world.settle()
    before, tried = await held(world, ana), Tried(world, eve)
    token = fresh.split("=")[1]
    for text in (used.split("=")[1], token[:-1], token + "x", token.swapcase(), token[5:], "care_", "x" * 64, "1"):
        await tried.say(f"/start {text}")
    assert tried.leaks(()) == []
    assert await held(world, ana) == before


async def test_who_blocks_the_bot_meanwhile_changes_nothing_and_holds_up_nobody(
    world: World, both: tuple[Human, Human]
) -> None:
    ana, _ = both
    eve = await world.arrive("Eve", 1003)
    known, before = await forger(world, ana), await held(world, ana)
    for kind in buttons.CODES.values():
        for press in known.presses(kind, 1):
            eve.tap_data(eve.last.id, buttons.write(press))
    eve.block()
    await world.settle()
    assert await held(world, ana) == before
    assert "What I can do" in await world.say(ana, "/help")


async def test_who_was_a_caregiver_of_somebody_deleted_finds_nothing(world: World, both: tuple[Human, Human]) -> None:
    ana, bo = both
    known = await forger(world, ana)
    await do(world, ana, "/delete", "[Yes, delete everything]")
    tried = Tried(world, bo)
    await tried.all(known, Actor("left behind", diarist), 1)
    assert tried.leaks(()) == []


def test_every_scope_and_every_button_is_in_the_table() -> None:
    assert set(GRANTS) >= set(scopes.SCOPES)
    assert set(buttons.CODES.values()) == set(BUTTONS)
