"""Names of languages, each in itself."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError


def own_name(code: str) -> str:
    """Such as "English" or "Deutsch"; the code itself for a language that Babel does not know."""
    try:
        name = Locale.parse(code, sep="-").get_display_name()
    except (ValueError, UnknownLocaleError):
        name = None
    return name[:1].upper() + name[1:] if name else code
