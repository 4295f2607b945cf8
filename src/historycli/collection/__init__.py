"""Events kept in SQLite, and the public way to ask for them."""

from __future__ import annotations

import datetime
import difflib
import heapq
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from historycli.collection.lead import choose_lead
from historycli.collection.shelf import Shelf
from historycli.dates import Day, HistoricalDate, Year
from historycli.errors import NotFound
from historycli.event import Anniversary, Event
from historycli.letters import fold

__all__ = ["BUNDLED", "Collection", "open_collection"]

BUNDLED = Path(__file__).parents[1] / "collection.db"


def open_collection(path: Path = BUNDLED) -> Collection:
    """Open the bundled collection, or the compiled one at ``path``.

    Raises CollectionError where it is missing, damaged or of another version.
    """
    return Collection([Shelf(path)])


class Collection:
    """The bundled events and those of the user's packs, asked as one."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        """``shelves`` with the bundled one first."""
        self.shelves = tuple(shelves)

    def __enter__(self) -> Collection:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the databases; asking afterwards is an error."""
        for shelf in self.shelves:
            shelf.close()

    @property
    def written(self) -> datetime.date:
        """The date of the data: the day, in UTC, on which the last of its files was written."""
        return max(shelf.written for shelf in self.shelves)

    def on(self, day: Day, limit: int = -1) -> list[Anniversary]:
        """The events of a day of the year, by year; at most ``limit``, -1 for all."""
        return self._merge([shelf.on_day(day, limit) for shelf in self.shelves], limit)

    def count_on(self, day: Day) -> int:
        """How many events ``on`` would give without a limit."""
        return sum(shelf.count_on_day(day) for shelf in self.shelves)

    def on_date(self, date: HistoricalDate, limit: int = -1) -> list[Anniversary]:
        """The events of that very date, by slug."""
        return self._merge([shelf.on_date(date, limit) for shelf in self.shelves], limit)

    def in_year(self, year: Year, limit: int = -1) -> list[Anniversary]:
        """The events of one year, by day."""
        return self._merge([shelf.in_year(year, limit) for shelf in self.shelves], limit)

    def count_in(self, year: Year) -> int:
        """How many events ``in_year`` would give without a limit."""
        return sum(shelf.count_in_year(year) for shelf in self.shelves)

    def lead(self, day: Day, year: int) -> Event | None:
        """The article that leads the page of ``day`` in ``year``, None where the day has no article."""
        return choose_lead([event for shelf in self.shelves for event in shelf.articles_on(day)], year)

    def get(self, name: str) -> Event | None:
        """The event of exactly that slug or alias (``pack:slug`` for one pack's), or None."""
        pack, colon, slug = name.rpartition(":")
        shelves = [shelf for shelf in self.shelves if not colon or shelf.pack == pack]
        return next((event for shelf in shelves if (event := shelf.named(slug))), None)

    def find(self, words: str) -> Event:
        """The event that ``words`` name: a slug, an alias, or a part of one that only one event has.

        The words may stand apart and in any order. Raises NotFound, with the
        names that fit or come near, where none or several do.
        """
        if event := self.get(words.strip()):
            return event
        wanted = re.findall(r"[a-z0-9]+", fold(words).casefold())
        slug = "-".join(wanted)
        if event := self.get(slug) if slug else None:
            return event
        for parts in ([slug], wanted):
            for shelf in self.shelves if slug else ():
                fitting = shelf.slugs_with(parts)
                if len(fitting) == 1:
                    return shelf.named(fitting[0]) or self._not_found(words, fitting)
                if fitting:
                    self._not_found(words, fitting, several=True)
        return self._not_found(words, self._near(slug))

    def _not_found(self, words: str, names: Sequence[str], several: bool = False) -> Event:
        shown = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
        if several:
            raise NotFound(f"{words!r} fits {len(names)} entries", f"Say which: {shown}.")
        raise NotFound(
            f"there is no entry {words!r}", f"Did you mean {shown}?" if names else "Look for it with: historycli list"
        )

    def _near(self, slug: str) -> list[str]:
        """Slugs that are spelt nearly like this one, nearest first."""
        close = difflib.get_close_matches(slug, self.shelves[0].names(), 5, 0.6)
        return list(dict.fromkeys(event.slug for name in close if (event := self.shelves[0].named(name))))

    def all(self) -> Iterator[Event]:
        """Every event by day, year and slug, the bundled ones first, then pack by pack; read one at a time."""
        for shelf in self.shelves:
            yield from shelf.all()

    def random(self) -> Event:
        """An event at random. Raises NotFound where the collection is empty."""
        import random  # 3 ms, and nothing else needs it

        counts = [shelf.count() for shelf in self.shelves]
        if not sum(counts):
            raise NotFound("the collection is empty")
        place = random.randrange(sum(counts))
        for shelf, count in zip(self.shelves, counts, strict=True):
            if place < count:
                return shelf.nth(place)
            place -= count
        raise AssertionError("the place lies within the counts")

    @staticmethod
    def _merge(lists: Sequence[list[Anniversary]], limit: int) -> list[Anniversary]:
        """One list in the order that each of them has."""
        if len(lists) == 1:
            return lists[0]
        merged = list(heapq.merge(*lists, key=lambda shown: (shown.year, shown.day, shown.event.slug)))
        return merged if limit < 0 else merged[:limit]
