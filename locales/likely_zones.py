"""Time zones that speakers of a language most often live in: data for a first guess."""

from __future__ import annotations

LIKELY: dict[str, tuple[str, ...]] = {
    "ar": ("Africa/Cairo", "Asia/Riyadh", "Asia/Dubai", "Africa/Casablanca", "Asia/Baghdad", "Africa/Algiers"),
    "cs": ("Europe/Prague",),
    "da": ("Europe/Copenhagen",),
    "de": ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich"),
    "el": ("Europe/Athens", "Asia/Nicosia"),
    "en": (
        "Europe/London", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
        "Europe/Dublin", "Australia/Sydney", "Asia/Kolkata",
    ),
    "es": (
        "Europe/Madrid", "America/Mexico_City", "America/Bogota", "America/Argentina/Buenos_Aires", "America/Lima",
        "America/Santiago", "America/Caracas", "America/New_York",
    ),
    "fa": ("Asia/Tehran", "Asia/Kabul"),
    "fi": ("Europe/Helsinki",),
    "fr": ("Europe/Paris", "Europe/Brussels", "America/Toronto", "Europe/Zurich", "Africa/Abidjan"),
    "he": ("Asia/Jerusalem",),
    "hi": ("Asia/Kolkata",),
    "hu": ("Europe/Budapest",),
    "id": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "it": ("Europe/Rome", "Europe/Zurich"),
    "ja": ("Asia/Tokyo",),
    "ko": ("Asia/Seoul",),
    "nb": ("Europe/Oslo",),
    "nl": ("Europe/Amsterdam", "Europe/Brussels"),
    "no": ("Europe/Oslo",),
    "pl": ("Europe/Warsaw",),
    "pt": ("America/Sao_Paulo", "Europe/Lisbon", "America/Manaus", "Africa/Luanda", "Africa/Maputo"),
    "ro": ("Europe/Bucharest", "Europe/Chisinau"),
    "ru": (
        "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Europe/Samara", "Asia/Krasnoyarsk",
        "Asia/Vladivostok", "Asia/Almaty", "Europe/Minsk",
    ),
    "sv": ("Europe/Stockholm", "Europe/Helsinki"),
    "tr": ("Europe/Istanbul",),
    "uk": ("Europe/Kyiv",),
    "vi": ("Asia/Ho_Chi_Minh",),
    "zh": ("Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong", "Asia/Singapore"),
}  # fmt: skip
