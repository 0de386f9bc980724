"""Booking the injection of Ana's plan through the chat, and when she was reminded of it."""

from __future__ import annotations

from simulator.people import Human
from tests.world import World

MONTHLY = "Vitamin X 1 mg injection every 4 weeks from 23 Mar 2026 at 10:00"  # then 20 Apr, 18 May


async def page(world: World, person: Human) -> str:
    await world.say(person, "/regimens")
    return await world.tap(person, "Vitamin X")


async def book(world: World, person: Human, when: str, place: str = "Health centre", label: str = "Book a date") -> str:
    await page(world, person)
    await world.tap(person, label)
    await world.say(person, when)
    await world.say(person, place)
    return await world.tap(person, "Save")


def reminded(person: Human) -> list[str]:
    """The moments of the reminders so far, in UTC."""
    shown = ("Dose due", "Vitamin X, 1 mg: taken")
    return [f"{m.date:%d %b %H:%M}" for m in person.chat if m.from_bot and m.text.startswith(shown)]
