"""iCalendar, read back by the icalendar package: texts, folding, days and years."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from historycli.collection import Collection, open_collection
from historycli.dates import HistoricalDate
from historycli.event import Event
from historycli.inline import one_line
from historycli.share import ics
from tests.strategies import events, texts

TODAY = datetime.date(2026, 6, 4)
STAMP = datetime.date(2026, 5, 1)


def written(events: Iterable[Event], start: datetime.date = TODAY) -> str:
    return "".join(ics.write(events, start, STAMP))


class Read(NamedTuple):
    """An event as the icalendar package reads it."""

    uid: str
    summary: str
    description: str
    location: str
    topics: list[str]
    start: datetime.date
    rule: dict[str, list[object]]
    stamp: datetime.datetime | None


def read(events: Iterable[Event], start: datetime.date = TODAY) -> list[Read]:
    calendar = icalendar.Calendar.from_ical(written(events, start))
    found = [component for component in calendar.walk("VEVENT") if isinstance(component, icalendar.Event)]
    assert [component.errors for component in (calendar, *found) if component.errors] == []
    return [
        Read(
            uid=str(component["UID"]),
            summary=str(component["SUMMARY"]),
            description=str(component["DESCRIPTION"]),
            location=str(component["LOCATION"]),
            topics=component.categories,
            start=component.start,
            rule=dict(component.rrules[0]),
            stamp=component.DTSTAMP,
        )
        for component in found
    ]


@settings(max_examples=50)
@given(events)
def test_any_text_survives(event: Event) -> None:
    own, *others = read([event])
    assert own.summary.partition(": ")[2] == one_line(event.title)
    assert own.location == one_line(event.place)
    assert own.description.endswith(f"\nRead on: historycli show {event.name}")
    assert own.topics == list(event.topics)
    assert len(others) == len(event.also_on)


@given(st.lists(texts, min_size=1).map("".join))
def test_a_line_is_folded_within_characters_never(text: str) -> None:
    line = "SUMMARY:" + one_line(text)
    folded = ics.folded(line)
    pieces = folded.encode("utf-8").split(b"\r\n")
    assert pieces.pop() == b""
    assert all(len(piece) <= 75 and piece.decode("utf-8") for piece in pieces)
    assert folded.replace("\r\n ", "") == line + "\r\n"


@settings(max_examples=50)
@given(events)
def test_no_text_breaks_a_line(event: Event) -> None:
    text = written([event])
    names = {"BEGIN", "END", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "RRULE", "SUMMARY"}
    names |= {"DESCRIPTION", "LOCATION", "CATEGORIES", "TRANSP"}
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        assert line.partition(":")[0] in names
        assert line.isprintable()


def test_an_event_is_all_day_and_yearly_with_its_year_in_words(collection: Collection) -> None:
    own, other = read([collection.find("secret speech")])
    assert own.uid == "secret-speech-published@historycli"
    assert own.summary == "1956: A secret speech is published"
    assert (own.start, own.rule) == (datetime.date(2026, 6, 4), {"FREQ": ["YEARLY"]})
    assert own.stamp == datetime.datetime(2026, 5, 1, tzinfo=datetime.timezone.utc)
    assert other.uid == "secret-speech-published.02-25.1956@historycli"
    assert other.summary == "1956: Khrushchev speaks to a closed session in Moscow"
    assert other.description.startswith("Told on 4 June 1956: The US State Department")
    assert (other.start, other.rule) == (datetime.date(2027, 2, 25), {"FREQ": ["YEARLY"]})
    (caesar,) = read([collection.find("caesar")])
    assert caesar.summary == "44 BC: Senators kill Julius Caesar"


@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("2026-06-04", "2027-02-28"),
        ("2027-02-28", "2027-02-28"),
        ("2027-03-01", "2028-02-29"),
        ("2028-02-28", "2028-02-29"),
        ("9999-12-31", "9999-02-28"),
    ],
)
def test_29_february_is_the_last_day_of_the_month(start: str, first: str, collection: Collection) -> None:
    (leap,) = read([collection.find("columbus")], datetime.date.fromisoformat(start))
    assert leap.start == datetime.date.fromisoformat(first)
    assert leap.rule == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}


@settings(max_examples=50)
@given(events, st.dates(max_value=datetime.date(9998, 12, 31)))
def test_an_event_begins_within_the_year(event: Event, start: datetime.date) -> None:
    for one in read([event], start):
        assert type(one.start) is datetime.date  # and no time of day
        assert 0 <= (one.start - start).days <= 366


def test_the_bundled_events_have_names_of_their_own() -> None:
    with open_collection() as collection:
        names = [one.uid for one in read(collection.all())]
    assert len(set(names)) == len(names) > 800


def test_a_pack_tells_its_events_from_the_bundled_ones() -> None:
    date = HistoricalDate(1999, 1, 1, "gregorian")
    event = Event("x", "X", date, "europe", ("law",), "X", "X.", pack="mine")
    assert [one.uid for one in read([event])] == ["mine.x@historycli"]
