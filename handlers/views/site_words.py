"""Injections in words: places, givers, reactions, and the line that has them all."""

from __future__ import annotations

from journal import reactions
from journal.sites import STANDARD, Given
from locales import Words
from locales.words import Html


def site_label(site: str, words: Words) -> str:
    """Such as "Left thigh", at the start of a label."""
    return words.plain(f"site-{site}") if site in STANDARD else site


def place(site: str, words: Words) -> str:
    """Such as "left thigh", within a sentence."""
    return words.plain(f"place-{site}") if site in STANDARD else site


def with_given(line: str, given: Given | None, words: Words) -> str:
    """The line of a dose with the details that are known, such as ", left thigh, at the clinic, batch A12"."""
    found = parts(given, words) if given else []
    return words("given-line", dose=line, details=Html(", ".join(found))) if found else line


def parts(given: Given, words: Words) -> list[Html]:
    """The details that are known: place, giver, batch."""
    found = [words("given-site", place=place(given.site, words))] if given.site else []
    if given.giver:
        found.append(words(f"given-by-{given.giver}"))
    if given.batch:
        found.append(words("given-batch", batch=given.batch))
    return found


def typed_site(text: str, words: Words) -> str:
    """The standard place that the words name; else the words themselves."""
    named = {site_label(site, words).casefold(): site for site in STANDARD}
    return named.get(text.casefold().strip(" .!"), text)


def typed_reactions(text: str, words: Words) -> list[str]:
    """What was typed, split at commas: each one of reactions.KINDS, or the words; what has no letter is nothing."""
    named = {words.plain(f"reaction-{kind}").casefold(): kind for kind in reactions.KINDS}
    said = [part.strip(" .!") for part in text.replace(";", ",").split(",")]
    return [named.get(part.casefold(), part) for part in said if any(letter.isalnum() for letter in part)]


def reaction_words(said: list[str], words: Words) -> str:
    """Such as "redness, pain"; empty for none."""
    return ", ".join(words.plain(f"reacted-{each}") if each in reactions.KINDS else each for each in said)
