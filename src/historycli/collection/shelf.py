"""One compiled database, opened read-only, and the questions asked of it."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from historycli.collection.filters import Filters
from historycli.collection.rows import event_of
from historycli.dates import UNDATED, Day, HistoricalDate, Year
from historycli.errors import CollectionError
from historycli.event import Anniversary, Event

__all__ = ["EVERYTHING", "MATCH_END", "MATCH_START", "ORDERS", "SCHEMA_VERSION", "Match", "Shelf", "peek"]

SCHEMA_VERSION = 3
_REINSTALL = "Install historycli again"
_IN_A_CHECKOUT = "in a checkout run: python -m historycli.collection"
EVERYTHING = Filters()
ORDERS = {
    "date": "year, month, day, slug",
    "day": "month, day, year, slug",
    "title": "title COLLATE NOCASE, year, slug",
}
MATCH_START, MATCH_END = "\x02", "\x03"  # round each match in a context: nothing that people type


class Match(NamedTuple):
    """An event that a search found, a line of context with its matches marked, and its score (lower is better)."""

    event: Event
    context: str
    score: float


def peek(path: Path) -> dict[str, str]:
    """What a database of any version says of itself. Raises CollectionError for a file that is none."""
    try:
        with closing(sqlite3.connect(_address(path), uri=True)) as database:
            return dict(database.execute("SELECT key, value FROM meta").fetchall())
    except sqlite3.Error as error:
        raise CollectionError(f"{path} cannot be read: {error}") from None


def _address(path: Path) -> str:
    """The address that opens a file read-only, whatever letters its path has.

    Immutable: no lock is taken, so a read-only folder and a hundred shells at once are no trouble.
    """
    return f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"


class Shelf:
    """The events of one database file; ``pack`` names the user's pack it holds, empty for the bundled data.

    Raises CollectionError where the file is missing, damaged or of another version.
    """

    def __init__(self, path: Path, pack: str = "") -> None:
        if not path.is_file():
            raise CollectionError(f"there is no collection at {path}", f"{_REINSTALL}; {_IN_A_CHECKOUT}.")
        self.path, self.pack = path, pack
        self._database = sqlite3.connect(_address(path), uri=True)
        self._database.row_factory = sqlite3.Row
        try:
            version = self._ask("PRAGMA user_version")[0][0]
            if version != SCHEMA_VERSION:
                raise CollectionError(
                    f"{path} is of schema {version}, and this program reads {SCHEMA_VERSION}",
                    f"{_REINSTALL}; {_IN_A_CHECKOUT}.",
                    version,
                )
        except CollectionError:
            self.close()
            raise

    def close(self) -> None:
        self._database.close()

    def meta(self) -> dict[str, str]:
        """What the database says of itself: its data version, and whatever was compiled into it."""
        return {row["key"]: row["value"] for row in self._ask("SELECT key, value FROM meta")}

    @property
    def written(self) -> datetime.date:
        """The day, in UTC, on which the file was written."""
        return datetime.datetime.fromtimestamp(self.path.stat().st_mtime, datetime.timezone.utc).date()

    def articles_on(self, day: Day) -> list[Event]:
        """The articles whose own day it is, by year."""
        shown = self._shown("month = ? AND day = ? AND is_article = 1", "year, event", *day)
        return [one.event for one in shown]

    def on_day(self, day: Day, limit: int) -> list[Anniversary]:
        """The events shown on a day of the year, by year; ``limit`` of them, -1 for all."""
        return self._shown("month = ? AND day = ?", "year, event, position", *day, limit=limit)

    def count_on_day(self, day: Day) -> int:
        return int(self._ask("SELECT count(*) FROM shown WHERE month = ? AND day = ?", *day)[0][0])

    def on_date(self, date: HistoricalDate, limit: int) -> list[Anniversary]:
        """The events of that day of that very year, those it is another day of among them."""
        where = "month = ? AND day = ? AND year = ?"
        return self._shown(where, "event, position", *date.day_of_year, date.year, limit=limit)

    def in_year(self, year: Year, limit: int) -> list[Anniversary]:
        """The events of one year, by day."""
        return self._shown("year = ?", "month, day, event, position", year.number, limit=limit)

    def count_in_year(self, year: Year) -> int:
        return int(self._ask("SELECT count(*) FROM shown WHERE year = ?", year.number)[0][0])

    def select(self, filters: Filters, order: str, limit: int, skip: int = 0) -> list[Event]:
        """The events that the filters let through, in one of ORDERS; ``limit`` of them, -1 for all."""
        condition, values = filters.condition()
        query = f"SELECT * FROM event WHERE {condition} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"
        return [self._event(row) for row in self._ask(query, *values, limit, skip)]

    def articles(self, filters: Filters) -> list[Event]:
        """The articles that the filters let through, by date."""
        condition, values = filters.condition()
        query = f"SELECT * FROM event WHERE is_article = 1 AND {condition} ORDER BY {ORDERS['date']}"
        return [self._event(row) for row in self._ask(query, *values)]

    def count(self, filters: Filters = EVERYTHING) -> int:
        """How many events the filters let through."""
        condition, values = filters.condition()
        return int(self._ask(f"SELECT count(*) FROM event WHERE {condition}", *values)[0][0])

    def years(self, filters: Filters) -> list[tuple[int, int]]:
        """Each year that has events, and how many."""
        condition, values = filters.condition()
        query = f"SELECT year, count(*) FROM event WHERE year <> {UNDATED} AND {condition} GROUP BY year ORDER BY year"
        return [(row[0], row[1]) for row in self._ask(query, *values)]

    def search(self, query: str, filters: Filters, limit: int) -> list[Match]:
        """The events that an FTS5 query finds, the best first.

        A word in the title counts most, and an article twice as much as a short entry.
        """
        condition, values = filters.condition()
        weights = "bm25(event_text, 12, 5, 4, 1, 2, 1)"
        if filters == EVERYTHING and self.pack:  # a pack may have a million matches: no row is read to rank them
            ranked = f"SELECT rowid AS id, {weights} AS score FROM event_text WHERE event_text MATCH ?"
        else:
            ranked = (
                f"SELECT event.id, {weights} * (1 + is_article) AS score"
                f" FROM event_text JOIN event ON event.id = event_text.rowid WHERE event_text MATCH ? AND {condition}"
            )
        rows = self._ask(f"{ranked} ORDER BY score, id LIMIT ?", query, *values, limit)
        best: dict[int, float] = {row["id"]: row["score"] for row in rows}
        shown = (
            f"SELECT event.*, snippet(event_text, -1, '{MATCH_START}', '{MATCH_END}', '…', 18) AS context"
            " FROM event_text JOIN event ON event.id = event_text.rowid"
            f" WHERE event_text MATCH ? AND event_text.rowid IN ({', '.join('?' for _ in best)})"
        )
        matches = [Match(self._event(row), row["context"], best[row["id"]]) for row in self._ask(shown, query, *best)]
        return sorted(matches, key=lambda match: (match.score, match.event.date))

    def akin(self, event: Event, limit: int) -> list[Event]:
        """Articles that share the event's first topic, those of its place, region and time first."""
        nearest = (
            "SELECT id FROM event WHERE is_article = 1 AND slug <> ? AND instr(topics, ?)"
            " ORDER BY place = ? DESC, region = ? DESC, abs(year - ?), slug LIMIT ?"
        )
        values = (event.slug, f" {event.topics[0]} ", event.place, event.region, event.date.year, limit)
        return [self._numbered(row["id"]) for row in self._ask(nearest, *values)]

    def named(self, name: str) -> Event | None:
        """The event of that slug or alias."""
        rows = self._ask("SELECT event.* FROM name JOIN event ON event.id = name.event WHERE name = ?", name)
        return self._event(rows[0]) if rows else None

    def names(self) -> list[str]:
        """Every slug and alias, in order."""
        return [row[0] for row in self._ask("SELECT name FROM name ORDER BY name")]

    def slugs_with(self, words: list[str]) -> list[str]:
        """The slugs in whose names all of ``words`` stand, in any order, by slug."""
        conditions = " AND ".join("instr(name, ?)" for _ in words)
        rows = self._ask(
            f"SELECT DISTINCT slug FROM name JOIN event ON event.id = name.event WHERE {conditions} ORDER BY slug",
            *words,
        )
        return [row[0] for row in rows]

    def all(self, filters: Filters = EVERYTHING) -> Iterator[Event]:
        """Every event that the filters let through, by day, year and slug, read one at a time."""
        condition, values = filters.condition()
        for row in self._rows(f"SELECT id FROM event WHERE {condition} ORDER BY {ORDERS['day']}", *values):
            yield self._numbered(row["id"])

    def tally(self, column: str) -> dict[str, int]:
        """How many events have each value of ``year``, ``region`` or ``is_article``; or each word of ``topics``."""
        counts: dict[str, int] = {}
        for value, count in self._ask(f"SELECT {column}, count(*) FROM event GROUP BY {column}"):
            for word in str(value).split():
                counts[word] = counts.get(word, 0) + count
        return counts

    def days_covered(self) -> tuple[int, int]:
        """How many days of the year have an article of their own, and how many any event."""
        with_article, with_event = self._ask(
            "SELECT count(DISTINCT CASE is_article WHEN 1 THEN month * 100 + day END),"
            " count(DISTINCT month * 100 + day) FROM shown"
        )[0]
        return with_article, with_event

    def _shown(self, where: str, order: str, *values: object, limit: int = -1) -> list[Anniversary]:
        """The events shown where ``where`` holds; only those within the limit are read whole."""
        inner = f"SELECT * FROM shown WHERE {where} ORDER BY {order} LIMIT ?"
        columns = ", ".join(f"shown.{column}" for column in order.split(", "))
        query = f"SELECT shown.position AS place_in_list, event.* FROM ({inner}) AS shown"
        rows = self._ask(f"{query} JOIN event ON event.id = shown.event ORDER BY {columns}", *values, limit)
        return [self._event(row).shown[row["place_in_list"]] for row in rows]

    def _numbered(self, number: int) -> Event:
        return self._event(self._ask("SELECT * FROM event WHERE id = ?", number)[0])

    def _event(self, row: sqlite3.Row) -> Event:
        return event_of(row, self.pack)

    def _ask(self, query: str, *values: object) -> list[sqlite3.Row]:
        return list(self._rows(query, *values))

    def _rows(self, query: str, *values: object) -> Iterator[sqlite3.Row]:
        try:
            rows = self._database.execute(query, values)
            yield from iter(rows.fetchone, None)  # rows itself would be closed with us, perhaps after its database
        except sqlite3.DatabaseError as error:
            raise CollectionError(f"{self.path} cannot be read: {error}", f"{_REINSTALL}; {_IN_A_CHECKOUT}.") from None
