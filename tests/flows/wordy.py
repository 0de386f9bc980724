"""A week in which Ana types whatever can be typed, and Bo reads along: every table about people gets rows."""

from __future__ import annotations

from datetime import timedelta

from simulator.people import Human
from tests.flows.booking import book
from tests.flows.care import linked
from tests.flows.talk import do
from tests.world import World, at

INJECTION = "Vitamin Xylophone 1 mg injection every 4 weeks from 3 Mar 2026 at 10:00"
TABLET = "Zedoary 7 spoonfuls every day at 11:00"
# Long and odd enough not to turn up in what is encrypted by chance.
TYPED = (
    "Xylophone",
    "Zedoary",
    "spoonfuls",
    "Quillfeather",
    "Marrowdale",
    "Hazelnut",
    "juniper hip",
    "KUMQUAT",
    "marzipan",
    "lantern",
    "Pomegranate",
    "harpsichord",
    "thimbles",
    "Tamarind",
    "gooseberry",
)


async def live(world: World) -> tuple[Human, Human]:
    """The week; ends in the middle of a dialogue. Returns Ana and Bo."""
    ana = await world.arrive("Ana Quillfeather")
    await world.take(ana, INJECTION)
    await world.take(ana, TABLET)
    bo = await linked(world, ana, name="Bo Marrowdale", ticks=("May record a dose for me: no",))
    await count(world, ana)
    await inject(world, ana)
    await rate(world, ana)
    await helped(world, bo)
    await book(world, ana, "20 Apr 2026 9:30", "Hazelnut Clinic", "Book a date")
    await do(world, ana, "gooseberry", "/add", "Tamarind")
    return ana, bo


async def count(world: World, ana: Human) -> None:
    """She counts what she has in a unit of her own."""
    await do(world, ana, "/regimens", "[Zedoary]", "[Count my supply]", "thimbles", "28", "1")


async def inject(world: World, ana: Human) -> None:
    """Tuesday's injection with its details, and on Wednesday a reaction."""
    await world.go(at("2026-03-03 10:00"))
    message = ana.last.id
    for label in ("Taken", "Other place"):
        await world.tap(ana, label, message)
    await world.say(ana, "juniper hip")
    await world.tap(ana, "Batch")
    await world.say(ana, "KUMQUAT77")
    await world.go(at("2026-03-04 10:00"))
    await do(world, ana, "[Yes]", "[Something else]", "marzipan rash")


async def rate(world: World, ana: Human) -> None:
    """A symptom and a tag of her own, and a note."""
    await do(world, ana, "/symptoms", "[Add my own]", "Foggy lantern")
    await do(world, ana, "/checkin", "[8]", "[8]", "[8]", "[4]", "[Change]", "[Fatigue]", "[9]")
    await do(world, ana, "[Add what else there was]", "[My own]", "Pomegranate drive", "[Done]")
    await do(world, ana, "[Add a note]", "slept beside the harpsichord")


async def helped(world: World, bo: Human) -> None:
    """Bo records a dose."""
    await world.go(timedelta(hours=2))
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Open doses]", "[Record for Ana]")


async def looked_at(world: World, ana: Human, bo: Human) -> str:
    """All that both have on their screens after a look at every page."""
    for page in ("/regimens", "/history", "/today", "/stock", "/caregivers"):
        await world.say(ana, page)
    return " ".join(text for message in (*ana.chat, *bo.chat) for text in (message.body, *message.labels))
