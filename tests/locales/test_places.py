from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.likely_zones import LIKELY
from locales.places import Place, find_zones, guess_zones, zone_at


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Europe/Berlin", "de", Place("Europe/Berlin", "Berlin")),
        ("america/new york", "de", Place("America/New_York", "New York")),
        ("Europe/Berlin", "ru", Place("Europe/Berlin", "Берлин")),
        ("Берлин", "ru", Place("Europe/Berlin", "Берлин")),
        ("Нью-Йорк", "ru", Place("America/New_York", "Нью-Йорк")),
        ("нью йорк", "ru", Place("America/New_York", "Нью-Йорк")),
        ("東京", "ja", Place("Asia/Tokyo", "東京")),
        ("القاهرة", "ar", Place("Africa/Cairo", "القاهرة")),
        ("תל אביב", "he", Place("Asia/Jerusalem", "תל אביב")),
        ("Wien", "de", Place("Europe/Vienna", "Wien")),
        ("Mumbai", "en", Place("Asia/Kolkata", "Mumbai")),
        ("München", "de", Place("Europe/Berlin", "München")),
        ("koln", "en", Place("Europe/Berlin", "Köln")),
        ("Duesseldorf", "de", Place("Europe/Berlin", "Düsseldorf")),
        ("  SÃO   paulo ", "pt-BR", Place("America/Sao_Paulo", "São Paulo")),
        ("Saint Petersburg", "en", Place("Europe/Moscow", "Saint Petersburg")),
        ("San Francisco", "en", Place("America/Los_Angeles", "San Francisco")),
        ("Paris", "no such language", Place("Europe/Paris", "Paris")),
    ],
)
def test_a_place_is_found_by_its_name(text: str, language: str, place: Place) -> None:
    assert find_zones(text, language)[0] == place


def test_larger_cities_come_first_and_each_zone_of_a_whole_name_once() -> None:
    assert [place.zone for place in find_zones("Birmingham")] == ["Europe/London", "America/Chicago"]
    assert find_zones("Paris") == [Place("Europe/Paris", "Paris")]


def test_a_beginning_is_enough_and_the_list_is_short() -> None:
    assert find_zones("Lond")[0] == Place("Europe/London", "London")
    assert [len(find_zones("san", limit=limit)) for limit in (0, 1, 6)] == [0, 1, 6]


def test_a_name_that_many_places_share_offers_them_all() -> None:
    zones = {place.zone for place in find_zones("Santiago", "es")}
    assert {"America/Santiago", "America/Santo_Domingo", "America/Havana"} <= zones


@pytest.mark.parametrize(
    "text", ["", "a", "UTC+2", "utc -03:00", "GMT", "+2", "Etc/GMT-2", "💊", "Nowhereville", "x" * 5000]
)
def test_an_offset_or_nothing_known_is_no_zone(text: str) -> None:
    assert find_zones(text) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12), st.sampled_from(["en", "de", "ar", "", "zz-ZZ", "pt-br", "💊"]))
def test_every_place_found_has_a_zone_that_exists(text: str, language: str) -> None:
    assert all(ZoneInfo(place.zone) and place.name for place in find_zones(text, language))


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [(52.5, 13.4, "Europe/Berlin"), (50.45, 30.5, "Europe/Kyiv"), (-33.9, 151.2, "Australia/Sydney")],
)
def test_a_location_lies_in_a_zone(latitude: float, longitude: float, zone: str) -> None:
    assert zone_at(latitude, longitude) == zone


@pytest.mark.parametrize(("latitude", "longitude"), [(0, -140), (91, 0), (0, 181), (float("nan"), 0)])
def test_the_sea_and_nonsense_have_none(latitude: float, longitude: float) -> None:
    assert zone_at(latitude, longitude) is None


def test_the_borders_are_loaded_only_for_a_location() -> None:
    code = "import sys, locales.places as p; p.find_zones('Berlin'); sys.exit('tzfpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_language_suggests_zones_and_its_region_comes_first() -> None:
    assert guess_zones("en")[:2] == ["Europe/London", "America/New_York"]
    assert guess_zones("de")[0] == "Europe/Berlin"
    assert guess_zones("pt-BR")[0] == "America/Sao_Paulo"
    assert guess_zones("en_AU")[0] == "Australia/Sydney"
    assert guess_zones("xx") == guess_zones("") == guess_zones("en")


def test_every_suggested_zone_exists() -> None:
    assert all(ZoneInfo(zone) for zones in LIKELY.values() for zone in zones)


def test_the_table_is_small() -> None:
    assert len(files("locales").joinpath("data/cities.tsv.gz").read_bytes()) <= 120_000
