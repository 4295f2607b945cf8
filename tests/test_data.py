"""The bundled entries: true to the lint, whole, and never losing a name that was published."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from historycli.collection import Collection, open_collection
from historycli.dates import Day, days_in_month
from historycli.entries.tree import read_tree

DATA = Path(__file__).parents[1] / "data"
PUBLISHED = Path(__file__).with_name("published_slugs.txt")


@pytest.fixture(scope="module")
def bundled() -> Iterator[Collection]:
    with open_collection() as collection:
        yield collection


def test_the_entries_have_no_fault() -> None:
    _, faults = read_tree(DATA)
    assert not faults, "\n".join(map(str, faults))


def test_every_published_name_still_finds_its_entry(bundled: Collection) -> None:
    """A slug may be renamed if it stays as an alias; new ones are added with UPDATE_SCREENS=1."""
    published = PUBLISHED.read_text(encoding="utf-8").split()
    names = bundled.shelves[0].names()
    if os.environ.get("UPDATE_SCREENS"):
        PUBLISHED.write_text("".join(f"{name}\n" for name in sorted({*published, *names})), encoding="utf-8")
    assert not [name for name in published if bundled.get(name) is None]
    assert len(published) > 100


def test_every_field_and_every_kind_of_date_is_in_use() -> None:
    events, _ = read_tree(DATA)
    articles = [event for event in events if event.is_article]
    uses = {
        "BC": any(event.date.year < 0 for event in articles),
        "before the reform": any(0 < event.date.year < 1582 for event in articles),
        "Old Style": any(event.julian for event in articles),
        "29 February": any(event.date.day_of_year == Day(2, 29) for event in articles),
        "another calendar": any(event.date.calendar == "gregorian" and event.date.year < 1582 for event in articles),
        "also_on": any(event.also_on for event in articles),
        "disputed": any(event.disputed for event in articles),
        "grim": any(event.grim for event in articles),
        "aliases": any(event.aliases for event in articles),
        "related": any(event.related for event in articles),
        "date_checked": any(event.date_checked for event in events),
        "detail": any(event.detail for event in events),
        "letters beyond ASCII": any(not event.title.replace("’", "").isascii() for event in articles),
    }
    assert {event.kind for event in events} == {"event", "birth", "death", "observance"}
    assert [name for name, used in uses.items() if not used] == []


def test_every_day_has_an_article_and_six_short_entries() -> None:
    events, _ = read_tree(DATA)
    days = [Day(month, day + 1) for month in range(1, 13) for day in range(days_in_month(month))]
    assert len(days) == 366
    for day in days:
        mine = [event for event in events if event.date.day_of_year == day]
        assert any(event.is_article for event in mine), day
        assert sum(not event.is_article for event in mine) >= 6, day
