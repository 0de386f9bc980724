"""Amounts and routes. An amount is echoed in the person's own words and never calculated with."""

from __future__ import annotations

import re

from handlers.plain_words.numbers import NUMBER
from handlers.plain_words.parts import Rule, Sign, always

ROUTES = {
    "tablet": r"tab(?:let)?s?\b\.?|pills?|caplets?",
    "capsule": r"cap(?:sule)?s?\b\.?|soft ?gels?",
    "liquid": r"liquid|syrup|(?:oral )?solution|suspension|elixir",
    "drops": r"drops?|drp",
    "spray": r"sprays?|puffs?",
    "patch": r"patch(?:es)?|plasters?",
    "injection": (
        r"injections?|inj\b\.?|shots?|jabs?|vials?|ampoules?|ampules?|intramuscular(?:ly)?|subcutaneous(?:ly)?"
        r"|im\b|i\.m\.|s\.?c\."
    ),
    "other": (
        r"sachets?|scoops?|lozenges?|gumm(?:y|ies)|suppositor(?:y|ies)|inhaler|creams?|gel|powder"
        r"|t(?:ea|able)?sp(?:oon(?:ful)?)?s?"
    ),
}
_FORM = "|".join(ROUTES.values())
_UNIT = (
    r"mcg|µg|ug|mg|kg|g|i\.?[ue]\.?|units?|microgram(?:me)?s?|milligram(?:me)?s?|gram(?:me)?s?|ml"
    r"|millilit(?:er|re)s?|mmol|meq|%"
)
_GROUPED = r"\d{1,3}(?: \d{3})+(?= ?(?:i\.?[ue]|units))|\d{1,3}(?: 000)+"
_FIGURE = rf"(?:{_GROUPED}|\d+(?:[.,]\d+)*(?: ?- ?\d+(?:[.,]\d+)?|/\d+| ?[½¼¾])?|[½¼¾])"
_WORDS = rf"(?:one and a half|half an?|half|a quarter(?: of a)?|{NUMBER}(?: (?:or|to) {NUMBER})?)"
_STRENGTH = rf"{_FIGURE} ?(?:{_UNIT})(?![a-z])(?: ?/ ?(?:{_FIGURE} ?)?(?:ml|h|hour|day|tablet|drop|puff|spray)\b)?"
_ONE = rf"(?:(?:\d+ ?[x×] ?)?{_STRENGTH}|(?:{_FIGURE}|{_WORDS}) ?(?:{_FORM})(?![a-z]))"


def route_of(text: str) -> str:
    """The one route that the words of amounts and forms name, "other" if they name several, "" if none."""
    named = [route for route, words in ROUTES.items() if re.search(rf"(?<![a-z])(?:{words})(?![a-z])", text)]
    return named[0] if len(named) == 1 else "other" if named else ""


RULES: tuple[Rule, ...] = (
    Rule(rf"(?P<dose>{_ONE}(?:[ ,]*[,(= ] ?{_ONE}\)?)*)(?: of)?", always(Sign("dose")), names=True),
    Rule(rf"(?P<kept>(?:eye|ear|nose|cough|throat|mouth) )?(?:{_FORM})", always(Sign("form")), names=True),
    Rule(
        r"please|(?:remind me (?:to|about|of) )?(?:take|taking|inject|use)|remind me (?:to|about|of)|thanks|thank you",
        always(Sign("noise")),
        names=True,
    ),
)
