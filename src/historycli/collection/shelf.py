"""One compiled database, opened read-only, and the questions asked of it."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from historycli.collection.rows import event_of
from historycli.dates import Day, HistoricalDate, Year
from historycli.errors import CollectionError
from historycli.event import Anniversary, Event

__all__ = ["SCHEMA_VERSION", "Shelf"]

SCHEMA_VERSION = 1
_REINSTALL = "Install historycli again"
_IN_A_CHECKOUT = "in a checkout run: python -m historycli.collection"
_SHOWN = "SELECT shown.position, event.* FROM shown JOIN event ON event.id = shown.event WHERE "
_ON_DAY = "shown.month = ? AND shown.day = ?"


class Shelf:
    """The events of one database file; ``pack`` names the user's pack it holds, empty for the bundled data.

    Raises CollectionError where the file is missing, damaged or of another version.
    """

    def __init__(self, path: Path, pack: str = "") -> None:
        if not path.is_file():
            raise CollectionError(f"there is no collection at {path}", f"{_REINSTALL}; {_IN_A_CHECKOUT}.")
        self.path, self.pack = path, pack
        # Immutable: no lock is taken, so a read-only folder and a hundred shells at once are no trouble.
        self._database = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True)
        self._database.row_factory = sqlite3.Row
        try:
            version = self._ask("PRAGMA user_version")[0][0]
            if version != SCHEMA_VERSION:
                raise CollectionError(
                    f"{path} is of schema {version}, and this program reads {SCHEMA_VERSION}",
                    f"{_REINSTALL}; {_IN_A_CHECKOUT}.",
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
        """The articles whose own day it is, by year and slug."""
        rows = self._ask(f"{_SHOWN} {_ON_DAY} AND shown.is_article = 1 ORDER BY shown.year, slug", *day)
        return [self._event(row) for row in rows]

    def on_day(self, day: Day, limit: int) -> list[Anniversary]:
        """The events shown on a day of the year, by year; ``limit`` of them, -1 for all."""
        return self._shown(f"{_ON_DAY} ORDER BY shown.year, slug LIMIT ?", *day, limit)

    def count_on_day(self, day: Day) -> int:
        return int(self._ask(f"SELECT count(*) FROM shown WHERE {_ON_DAY}", *day)[0][0])

    def on_date(self, date: HistoricalDate, limit: int) -> list[Anniversary]:
        """The events of that day of that very year, those it is another day of among them."""
        return self._shown(f"{_ON_DAY} AND shown.year = ? ORDER BY slug LIMIT ?", *date.day_of_year, date.year, limit)

    def in_year(self, year: Year, limit: int) -> list[Anniversary]:
        """The events of one year, by day."""
        return self._shown("shown.year = ? ORDER BY shown.month, shown.day, slug LIMIT ?", year.number, limit)

    def count_in_year(self, year: Year) -> int:
        return int(self._ask("SELECT count(*) FROM shown WHERE year = ?", year.number)[0][0])

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

    def count(self) -> int:
        return int(self._ask("SELECT count(*) FROM event")[0][0])

    def nth(self, number: int) -> Event:
        """The event at place ``number`` of ``count()``, from 0."""
        return self._event(self._ask("SELECT * FROM event WHERE id = ?", number + 1)[0])

    def all(self) -> Iterator[Event]:
        """Every event by day, year and slug, read one at a time."""
        for row in self._rows("SELECT id FROM event ORDER BY month, day, year, slug"):
            yield self.nth(row["id"] - 1)

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

    def _shown(self, where: str, *values: object) -> list[Anniversary]:
        return [self._event(row).shown[row["position"]] for row in self._ask(f"{_SHOWN} {where}", *values)]

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
