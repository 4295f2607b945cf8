"""An event as a row of the database, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from historycli.dates import JULIAN, Day, HistoricalDate
from historycli.event import AlsoOn, Event, Reading, Source

__all__ = ["COLUMNS", "event_of", "row_of"]

COLUMNS = (
    "slug", "year", "month", "day", "calendar", "julian", "kind", "region", "topics", "grim", "is_article", "place",
    "title", "summary", "detail", "fun_fact", "body", "disputed", "date_checked", "aliases", "related", "also_on",
    "sources", "readings",
)  # fmt: skip


def row_of(event: Event) -> tuple[str | int, ...]:
    """The values of an event, in the order of COLUMNS."""
    return (
        event.slug, event.date.year, event.date.month, event.date.day, event.date.calendar,
        event.julian.iso if event.julian else "", event.kind, event.region, _words(event.topics), int(event.grim),
        int(event.is_article), event.place, event.title, event.summary, event.detail, event.fun_fact, event.body,
        event.disputed, event.date_checked, _words(event.aliases), _words(event.related),
        _json([[other.day.iso, other.year, other.reason] for other in event.also_on]),
        _json([list(source) for source in event.sources]),
        _json([list(reading) for reading in event.readings]),
    )  # fmt: skip


def event_of(row: sqlite3.Row, pack: str = "") -> Event:
    """The event of a row that has all COLUMNS."""
    return Event(
        slug=row["slug"],
        title=row["title"],
        date=HistoricalDate(row["year"], row["month"], row["day"], row["calendar"]),
        region=row["region"],
        topics=tuple(row["topics"].split()),
        place=row["place"],
        summary=row["summary"],
        kind=row["kind"],
        detail=row["detail"],
        body=row["body"],
        fun_fact=row["fun_fact"],
        grim=bool(row["grim"]),
        disputed=row["disputed"],
        date_checked=row["date_checked"],
        julian=HistoricalDate.parse(row["julian"], JULIAN) if row["julian"] else None,
        aliases=tuple(row["aliases"].split()),
        related=tuple(row["related"].split()),
        also_on=tuple(AlsoOn(Day.parse(day), year, reason) for day, year, reason in _list(row["also_on"])),
        sources=tuple(Source(*values) for values in _list(row["sources"])),
        readings=tuple(Reading(*values) for values in _list(row["readings"])),
        pack=pack,
    )


def _words(words: Sequence[str]) -> str:
    """Words between spaces, so that ' war ' finds a whole one."""
    return f" {' '.join(words)} " if words else ""


def _json(values: list[list[Any]]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else ""


def _list(text: str) -> list[list[Any]]:
    values: list[list[Any]] = json.loads(text) if text else []
    return values
