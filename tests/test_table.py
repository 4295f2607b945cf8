"""CSV: an event a row, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings

from historycli.collection import Collection
from historycli.event import Event
from historycli.inline import one_line
from historycli.share import table
from tests.strategies import events

EXPORTS = (Path(__file__).parents[1] / "docs" / "exports.md").read_text(encoding="utf-8")


def rows(*events: Event) -> list[dict[str, str]]:
    text = "".join(table.write(events))
    assert text.count("\r\n") == len(events) + 1
    return list(csv.DictReader(text.split("\r\n"), strict=True))


@settings(max_examples=50)
@given(events)
def test_any_title_survives(event: Event) -> None:
    (row,) = rows(event)
    assert row["title"].removeprefix("'") == one_line(event.title).removeprefix("'")
    assert (row["slug"], int(row["year"])) == (event.slug, event.date.year)


@settings(max_examples=50)
@given(events)
def test_no_cell_is_a_formula(event: Event) -> None:
    (row,) = rows(event)
    assert set(row) == set(table.COLUMNS)
    begins = {name for name, cell in row.items() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))}
    assert begins <= {"year"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", " =", "\t=", "\r=", "\n@"], ids=repr)
def test_a_formula_is_disarmed(sign: str, collection: Collection) -> None:
    event = collection.find("caesar")._replace(title=f"{sign}HYPERLINK(1)")
    assert rows(event)[0]["title"] == f"'{sign.strip()}HYPERLINK(1)"


def test_a_row(collection: Collection) -> None:
    speech, caesar = rows(collection.find("secret speech"), collection.find("caesar"))
    assert speech["also_on"] == "25 February 1956: Khrushchev speaks to a closed session in Moscow"
    assert speech["readings"] == "William Taubman, Khrushchev: The Man and His Era (W. W. Norton, 2003); Document 199"
    assert (speech["article"], speech["grim"], speech["topics"]) == ("true", "false", "politics rights")
    assert (caesar["year"], caesar["month"], caesar["day"], caesar["calendar"]) == ("-44", "3", "15", "julian")
    assert (caesar["article"], caesar["grim"]) == ("false", "true")
    wikipedia = "https://en.wikipedia.org/wiki/Assassination_of_Julius_Caesar"
    assert caesar["sources"] == f"Assassination of Julius Caesar (Wikipedia) {wikipedia}"


@pytest.mark.parametrize("column", table.COLUMNS)
def test_every_column_is_documented(column: str) -> None:
    assert f"`{column}`" in EXPORTS
