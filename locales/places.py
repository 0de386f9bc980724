"""Time zones by what people type (a city in their language, or a zone's name), by a location, and by a language.

A fixed offset ("UTC+2") is no time zone here: it knows no summer time.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from operator import itemgetter
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location

from locales.likely_zones import LIKELY

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "-": " ", "_": " "}
)
_DROPPED = re.compile(r"[^\w /+]")
_SMALLEST = 10**6  # rank of a zone without a city in the table
# How near a name is: the same, its first words, another name of the place, the first words of that, a beginning.
_SAME, _FIRST_WORDS, _OTHER_SAME, _OTHER_FIRST_WORDS, _BEGINNING, _OTHER_BEGINNING, _LATER_WORD = range(7)


@dataclass(frozen=True, slots=True)
class Place:
    """A time zone's IANA name and the name of the place to show for it."""

    zone: str
    name: str


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    key: str
    rank: int  # by number of people, 0 the largest
    main: bool


def find_zones(text: str, language: str = "en", limit: int = 6) -> list[Place]:
    """The places that `text` may mean, nearest name first, then larger cities first; [] when there is none.

    An exact IANA name gives that zone alone. Case, diacritics and hyphens do not matter.
    """
    query = _key(text)
    if query in _zones():
        zone = _zones()[query]
        return [Place(zone, _city(zone, _locale(language)))]
    found = _found(query, language) or _found(re.sub("(?<=[aou])e", "", query), language)  # Duesseldorf
    return found[:limit]


def zone_at(latitude: float, longitude: float) -> str | None:
    """The IANA zone at a location in degrees; None at sea and for what is no location. Nothing is kept."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    from tzfpy import get_tz  # 33 MB of borders, for those who share a location

    return _zones().get(_key(get_tz(longitude, latitude)))


def guess_zones(language_code: str) -> list[str]:
    """IANA zones to offer first to someone with this language ("pt-BR"): of the region if one is named."""
    language, _, region = language_code.replace("_", "-").partition("-")
    likely = LIKELY.get(language.lower(), LIKELY["en"])
    regional = sorted((zone for code, zone in _zone_rows() if code == region.upper()), key=_rank)
    return list(dict.fromkeys([*regional[:4], *likely]))[:8]


def _found(query: str, language: str) -> list[Place]:
    """The places of the nearest kind, and of what is nearly as near; each city, for whole names each zone, once."""
    if len(query) < 2 and query.isascii():
        return []
    entries = chain(_named(_locale(language)), _table())
    near = [(kind, entry.rank, entry.place) for entry in entries if (kind := _nearness(entry, query)) >= 0]
    nearest = min((kind for kind, _, _ in near), default=0)
    widest = _FIRST_WORDS if nearest == _SAME else _OTHER_FIRST_WORDS if nearest < _BEGINNING else _LATER_WORD
    near = sorted((one for one in near if one[0] <= widest), key=itemgetter(0, 1))
    chosen: dict[tuple[str, int], Place] = {}
    for _, rank, place in near:
        chosen.setdefault((place.zone, 0 if nearest < _BEGINNING else rank), place)
    return list(chosen.values())


def _nearness(entry: _Entry, query: str) -> int:
    """One of the kinds above, -1 for a name that has nothing of the query."""
    if entry.key == query:
        return _SAME if entry.main else _OTHER_SAME
    if entry.key.startswith(query):
        if entry.key[len(query)] == " ":
            return _FIRST_WORDS if entry.main else _OTHER_FIRST_WORDS
        return _BEGINNING if entry.main else _OTHER_BEGINNING
    return _LATER_WORD if entry.main and f" {query}" in entry.key else -1


def _key(text: str) -> str:
    """A name in the form in which names are compared."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return re.sub(r"\bsaint\b", "st", " ".join(_DROPPED.sub("", letters).split()))


@cache
def _table() -> tuple[_Entry, ...]:
    """Cities of 100,000 people and more, each under all its names."""
    packed = files("locales").joinpath("data/cities.tsv.gz").read_bytes()
    first, *rows = gzip.decompress(packed).decode().splitlines()
    zones = first.split("\t")
    return tuple(entry for rank, row in enumerate(rows) for entry in _entries(rank, zones, row.split("\t")))


def _entries(rank: int, zones: list[str], row: list[str]) -> Iterator[_Entry]:
    zone = zones[int(row[0])]
    for index, name in enumerate(row[1:]):
        yield _Entry(Place(zone, name), _key(name), rank, main=index == 0)


@lru_cache(maxsize=16)
def _named(locale: Locale) -> tuple[_Entry, ...]:
    """The cities that zones are named after, in the words of a language; as large as their zone's largest city."""
    places = (Place(zone, _city(zone, locale)) for _, zone in _zone_rows())
    return tuple(_Entry(place, _key(place.name), _rank(place.zone), main=True) for place in places)


def _rank(zone: str) -> int:
    """The rank of the zone's largest city."""
    return _ranks().get(zone, _SMALLEST)


@cache
def _ranks() -> dict[str, int]:
    return {entry.place.zone: entry.rank for entry in reversed(_table())}


def _city(zone: str, locale: Locale) -> str:
    return get_timezone_location(ZoneInfo(zone), locale=locale, return_city=True).rpartition("/")[2]


def _locale(language: str) -> Locale:
    """The language's locale; English for what Babel does not know."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en")


@cache
def _zones() -> dict[str, str]:
    """Every zone that is named after a place, by key."""
    names = files("tzdata").joinpath("zones").read_text().split()
    return {_key(name): name for name in names if "/" in name and not name.startswith("Etc/")}


@cache
def _zone_rows() -> tuple[tuple[str, str], ...]:
    """(country, zone) of every country, as the tz database lists them."""
    lines = files("tzdata.zoneinfo").joinpath("zone.tab").read_text().splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((row[0], row[2]) for row in rows)
