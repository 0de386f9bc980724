"""The words of an export, in the person's language; what they typed is in the rows themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Plain texts. `hidden` stands for every name in the calendar, which phones preview; "" shows the names.

    By id of the row: `symptoms` names, `plans` (of versions) and `prompts` (of findings) sentences; `places` by code.
    """

    hidden: str
    helper: str
    method: str
    symptoms: Mapping[int, str]
    plans: Mapping[int, str]
    prompts: Mapping[int, str]
    places: Mapping[str, str]
