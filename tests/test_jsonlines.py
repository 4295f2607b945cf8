"""JSON Lines: out, in and out again without the loss of a byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from historycli.collection import open_collection
from historycli.entries.build import build_event
from historycli.entries.parse import Draft
from historycli.entries.tree import faults_of
from historycli.event import Event
from historycli.share import jsonlines
from tests.strategies import events


def draft_of(line: str) -> Draft:
    entry = jsonlines.read_line(line)
    return Draft("x", entry.day, entry.slug, entry.table, entry.is_article, entry.title, entry.body)


def test_the_bundled_events_come_back_as_they_went() -> None:
    """Through the rules of lint too: what was read from a file is no worse for having been a line."""
    with open_collection() as collection:
        for event in collection.all():
            (line,) = jsonlines.write([event])
            draft = draft_of(line)
            assert list(faults_of(draft, strict=True)) == []
            assert build_event(draft) == event
            assert list(jsonlines.write([build_event(draft)])) == [line]


@settings(max_examples=50)
@given(events)
def test_any_event_comes_back_as_it_went(event: Event) -> None:
    (line,) = jsonlines.write([event])
    again = build_event(draft_of(line), event.pack)
    assert again == event
    assert list(jsonlines.write([again])) == [line]


@settings(max_examples=50)
@given(events)
def test_an_event_is_one_line(event: Event) -> None:
    (line,) = jsonlines.write([event])
    assert line.splitlines() == [line[:-1]]
    assert json.loads(line) == jsonlines.event_dict(event)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "it is not JSON: Expecting value at character 1"),
        ("{", "it is not JSON"),
        ("[]", "it is not an object"),
        ("[" * 100_000, "it is nested too deeply"),
        ("{}", "it has no date"),
        ('{"date": "1956-06-04"}', "it has no date"),
        ('{"date": {"date": "1956-06-31"}}', "June has 30 days"),
        ('{"date": {"date": "0-06-04"}}', "there is no year 0"),
        ('{"date": {"date": "1956-06-04"}}', "its slug is missing"),
        ('{"date": {"date": "1956-06-04"}, "slug": "x", "title": " "}', "its title is missing"),
        ('{"date": {"date": "1956-06-04"}, "slug": "x", "title": "X", "body": 3}', "its body is missing or no text"),
        (r'{"date": {"date": "1956-06-04"}, "slug": "x", "title": "\ud800"}', "it holds half of a character"),
    ],
)
def test_what_is_no_event_is_told(line: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        jsonlines.read_line(line)


@pytest.mark.parametrize(
    ("keys", "field", "message"),
    [
        ({"summery": "X."}, "summery", "unknown field; did you mean 'summary'?"),
        ({"topics": "war"}, "topics", "must be a list of texts between square brackets"),
        ({"sources": [{"titel": "X"}]}, "source 1 titel", "unknown field; did you mean 'title'?"),
        ({"date": {"date": "1956-06-04", "calendar": "maya"}}, "calendar", "'maya' is not one of julian, gregorian"),
    ],
    ids=["unknown key", "wrong type", "within a table", "calendar"],
)
def test_what_is_wrong_with_an_event_is_left_to_lint(keys: dict[str, object], field: str, message: str) -> None:
    line = {"slug": "x", "title": "X", "date": {"date": "1956-06-04"}, **keys}
    faults = faults_of(draft_of(json.dumps(line)), strict=False)
    assert (field, message) in [(fault.field, fault.message) for fault in faults]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.text() | json_values.map(json.dumps))
def test_no_line_breaks_the_reader(line: str) -> None:
    with pytest.raises(ValueError, match="it "):
        jsonlines.read_line(line)


@given(st.sampled_from(["date", "slug", "title", "body", "topics", "sources", "kind", "grim"]), json_values)
def test_no_value_breaks_the_reader(key: str, value: object) -> None:
    line = {"slug": "x", "title": "X", "date": {"date": "1956-06-04"}, key: value}
    try:
        assert all(str(fault) for fault in faults_of(draft_of(json.dumps(line)), strict=True))
    except ValueError as error:
        assert str(error)
