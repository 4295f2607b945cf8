"""Search, lists, timelines and spans of days."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historycli.collection import Collection, Filters, open_collection
from historycli.collection.query import Term, fts_query, terms_of
from historycli.commands.stretches import stretches_of
from historycli.dates import HistoricalDate
from historycli.errors import NotFound
from historycli.event import Event
from tests.conftest import Cli


@pytest.fixture(scope="module")
def bundled() -> Iterator[Collection]:
    with open_collection() as collection:
        yield collection


# Written before any was tried: what a reader half remembers, and the entry that must come first.
@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("moby dick", "moby-dick-published"),
        ("secret speech", "khrushchev-secret-speech"),
        ("origin of species", "origin-of-species-published"),
        ("waitangi", "treaty-of-waitangi"),
        ("smallpox somalia", "last-natural-smallpox-case"),
        ("diamond sutra", "diamond-sutra-printed"),
        ("tunguska", "tunguska-event"),
        ("caesar ides", "assassination-of-julius-caesar"),
        ("rubicon", "caesar-crosses-the-rubicon"),
        ("Pluto", "discovery-of-pluto"),
        ("INSULIN", "first-insulin-injection"),
        ("braille", "birth-of-louis-braille"),
        ("mumtaz", "mumtaz-mahal-dies"),
        ("bandung", "bandung-conference"),
        ("gagarin", "gagarin-orbits-earth"),
        ("chappe telegraph", "chappe-first-telegraph-message"),
        ("copernicus", "birth-of-copernicus"),
        ('"south pole"', "amundsen-reaches-south-pole"),
        ("brazil slavery", "brazil-abolishes-slavery"),
        ("eclipse jamaica", "columbus-lunar-eclipse"),
        ("ramanujan hardy", "ramanujan-writes-to-hardy"),
        ("khrushch*", "khrushchev-secret-speech"),
    ],
)
def test_the_entry_that_comes_first(typed: str, slug: str, bundled: Collection) -> None:
    assert bundled.search(typed)[0].event.slug == slug


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("one two", [Term(("one",)), Term(("two",))]),
        ('"one two" three', [Term(("one", "two")), Term(("three",))]),
        ("beg*", [Term(("beg",), prefix=True)]),
        ("Łódź BOGOTÁ", [Term(("lodz",)), Term(("bogota",))]),
        ("c++ - * \" AND", [Term(("c",)), Term(("and",))]),
        ('"unclosed phrase', [Term(("unclosed", "phrase"))]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_terms(typed: str, terms: list[Term]) -> None:
    assert terms_of(typed) == terms


def test_a_query_has_no_operator_left() -> None:
    assert fts_query(terms_of("a OR b NEAR(c) title:d")) == '"a" AND "or" AND "b" AND "near c" AND "title d"'


@given(st.text(max_size=40))
def test_whatever_is_typed_is_found_or_not(typed: str) -> None:
    with open_collection() as collection:
        try:
            found = collection.search(typed, limit=3)
        except NotFound as nothing:
            assert nothing.message
        else:
            assert found


def test_words_that_are_near_are_offered(bundled: Collection) -> None:
    with pytest.raises(NotFound) as nothing:
        bundled.search("khrushchov")
    assert "khrushchev" in nothing.value.advice


def test_filters_narrow_a_search(bundled: Collection) -> None:
    everywhere = {match.event.slug for match in bundled.search("war", limit=500)}
    african = bundled.search("war", Filters(regions=("africa",)), limit=500)
    assert {match.event.region for match in african} == {"africa"}
    assert {match.event.slug for match in african} < everywhere


@given(
    st.sampled_from(["science", "war", ""]),
    st.sampled_from(["africa", "polar", ""]),
    st.integers(-3000, 3000).filter(bool),
    st.integers(-3000, 3000).filter(bool),
)
def test_filters_let_through_what_they_say(topic: str, region: str, first: int, last: int) -> None:
    filters = Filters((topic,) if topic else (), (region,) if region else (), (), first, last)
    with open_collection() as collection:
        events = collection.select(filters)
        everything = collection.select(Filters())
        assert collection.count(filters) == len(events)
        assert sum(collection.years(filters).values()) == len(events)
    fitting = [
        event
        for event in everything
        if (not topic or topic in event.topics)
        and (not region or region == event.region)
        and first <= event.date.year <= last
    ]
    assert events == fitting


@pytest.mark.parametrize("order", ["date", "day", "title"])
def test_lists_are_sorted(order: str, bundled: Collection) -> None:
    events = bundled.select(Filters(), order)
    keys: dict[str, Callable[[Event], object]] = {
        "date": lambda event: event.date,
        "day": lambda event: (event.date.day_of_year, event.date.year),
        "title": lambda event: event.title.lower(),
    }
    plain = [event for event in events if event.title.isascii()]
    assert plain == sorted(plain, key=keys[order])  # type: ignore[arg-type]


class Years:
    """A collection that knows nothing but years."""

    def __init__(self, *years: int) -> None:
        self.all = years

    def years(self, _: Filters) -> dict[int, int]:
        return {year: self.all.count(year) for year in sorted(set(self.all))}

    def articles(self, _: Filters) -> list[Event]:
        return [
            Event(str(year), f"In {year}", HistoricalDate(year, 1, 1, "julian"), "europe", ("law",), "", "", body="x")
            for year in sorted(self.all)
        ]


@pytest.mark.parametrize(
    ("years", "names"),
    [
        ((1956,), ["1956"]),
        ((1956, 1959), ["1956", "1957", "1958", "1959"]),
        ((1901, 1956), ["1900s", "1910s", "1920s", "1930s", "1940s", "1950s"]),
        ((-150, 100, 301), ["2nd c. BC", "1st c. BC", "1st c.", "2nd c.", "3rd c.", "4th c."]),
    ],
)
def test_a_timeline_is_cut_into_stretches(years: tuple[int, ...], names: list[str]) -> None:
    stretches = stretches_of(Years(*years), Filters())  # type: ignore[arg-type]
    assert [stretch.name for stretch in stretches] == names
    assert sum(stretch.events for stretch in stretches) == len(years)
    for stretch in stretches:
        assert all(stretch.first <= event.date.year <= stretch.last for event in stretch.articles)


@given(st.lists(st.integers(-4000, 4000).filter(bool), min_size=1, max_size=30))
def test_every_year_is_in_one_stretch(years: list[int]) -> None:
    stretches = stretches_of(Years(*years), Filters())  # type: ignore[arg-type]
    assert sum(stretch.events for stretch in stretches) == len(years)
    for before, after in itertools.pairwise(stretches):
        assert after.first == before.last + 1 or (before.last, after.first) == (-1, 1)


def test_a_month_on_a_wide_screen_is_a_grid(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    page = cli("month", "--format", "rich").out
    assert re.search(r"Monday +Tuesday +Wednesday", page)
    assert ">4< 1956" in page
    assert max(map(len, page.splitlines())) <= 120


def test_a_link_is_printed_where_there_is_no_browser(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    assert (
        cli("open", "secret", "speech", "3").out
        == "https://history.state.gov/historicaldocuments/frus1955-57v09/d199\n"
    )
    assert cli("open", "secret", "speech").out.startswith("https://")
    missing = cli("open", "secret", "speech", "1")
    assert (missing.code, missing.err.splitlines()[1]) == (3, "These have: 2, 3, 4.")


def test_a_link_goes_to_the_browser(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {seen}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    monkeypatch.setattr("webbrowser._tryorder", None)
    monkeypatch.setattr("webbrowser._browsers", {})
    assert cli("open", "secret", "speech", "2").out == ""
    assert seen.read_text().startswith("https://history.state.gov/")
