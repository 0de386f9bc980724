"""Kinds of notices about somebody who has not written for years (journal.retention)."""

from __future__ import annotations

GONE = "gone"  # says when everything will be deleted
REMOVAL = "removal"  # deletes it: says nothing

ALL = (GONE, REMOVAL)
