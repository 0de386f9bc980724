"""The subjects of notices that belong to a care link: they die with it."""

from __future__ import annotations


def subject(link_id: int, rest: str) -> str:
    """Return the subject of a notice that must die with the link, whatever its kind."""
    return f"care:{link_id}:{rest}"


def link_of(subject: str) -> int:
    """Return the id of the link in what `subject` returned."""
    return int(subject.split(":")[1])
