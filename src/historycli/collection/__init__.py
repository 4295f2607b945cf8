"""Events kept in SQLite, and the public way to ask for them."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from historycli.collection.filters import Filters
from historycli.collection.lead import choose_lead
from historycli.collection.shelf import EVERYTHING, Match, Shelf
from historycli.collection.taste import Taste
from historycli.dates import Day, HistoricalDate, Year
from historycli.errors import NotFound
from historycli.event import Anniversary, Event
from historycli.letters import slug_words

__all__ = ["BUNDLED", "Collection", "Filters", "Match", "Taste", "open_collection"]

_SORT_KEYS: dict[str, Callable[[Event], tuple[object, ...]]] = {
    "date": lambda event: (event.date.year, event.date.month, event.date.day, event.slug),
    "day": lambda event: (event.date.month, event.date.day, event.date.year, event.slug),
    "title": lambda event: (event.title.casefold(), event.date.year, event.slug),
}
NO_TASTE = Taste()
BUNDLED = Path(__file__).parents[1] / "collection.db"


def open_collection(path: Path = BUNDLED) -> Collection:
    """Open the bundled collection, or the compiled one at ``path``.

    Raises CollectionError where it is missing, damaged or of another version.
    """
    return Collection([Shelf(path)])


class Collection:
    """The bundled events and those of the user's packs, asked as one."""

    def __init__(self, shelves: Sequence[Shelf], taste: Taste = NO_TASTE) -> None:
        """``shelves`` with the bundled one first; ``taste`` has its say on days' pages alone."""
        self.shelves = tuple(shelves)
        self.taste = taste

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
        if self.taste.leave_out:
            everything = self._merge([shelf.on_day(day, -1) for shelf in self.shelves], -1)
            shown = [one for one in everything if self.taste.shows(one.event)]
            return shown if limit < 0 else shown[:limit]
        return self._merge([shelf.on_day(day, limit) for shelf in self.shelves], limit)

    def count_on(self, day: Day) -> int:
        """How many events ``on`` would give without a limit."""
        if self.taste.leave_out:
            return len(self.on(day))
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
        articles = [event for shelf in self.shelves for event in shelf.articles_on(day)]
        return choose_lead(self.taste.candidates(articles), year)

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
        wanted = slug_words(words)
        slug = "-".join(wanted)
        if event := self.get(slug) if slug else None:
            return event
        for parts in ([slug], wanted):
            for shelf in self.shelves if slug else ():
                fitting = shelf.slugs_with(parts)
                if len(fitting) > 1:
                    more = f" and {len(fitting) - 6} more" if len(fitting) > 6 else ""
                    raise NotFound(
                        f"{words!r} fits {len(fitting)} entries", f"Say which: {', '.join(fitting[:6])}{more}."
                    )
                if fitting and (event := shelf.named(fitting[0])):
                    return event
        near = ", ".join(self._near(slug))
        raise NotFound(
            f"there is no entry {words!r}", f"Did you mean {near}?" if near else "Look for it with: historycli list"
        )

    def _near(self, slug: str) -> list[str]:
        """Slugs that are spelt nearly like this one, nearest first."""
        close = difflib.get_close_matches(slug, self.shelves[0].names(), 5, 0.6)
        return list(dict.fromkeys(event.slug for name in close if (event := self.shelves[0].named(name))))

    def all(self, filters: Filters = EVERYTHING) -> Iterator[Event]:
        """Every event that the filters let through, by day, year and slug, shelf by shelf; read one at a time."""
        for shelf in self.shelves:
            yield from shelf.all(filters)

    def random(self, filters: Filters = EVERYTHING) -> Event:
        """An event at random, of those the filters let through. Raises NotFound where there is none."""
        import random  # 3 ms, and nothing else needs it

        counts = [shelf.count(filters) for shelf in self.shelves]
        if not sum(counts):
            raise NotFound("no event is like that", "Ask for less, or see what there is: historycli about")
        place = random.randrange(sum(counts))
        for shelf, count in zip(self.shelves, counts, strict=True):
            if place < count:
                return shelf.select(filters, "date", 1, place)[0]
            place -= count
        raise AssertionError("the place lies within the counts")

    def select(self, filters: Filters, order: str = "date", limit: int = -1) -> list[Event]:
        """The events that the filters let through, by ``"date"``, ``"day"`` of the year or ``"title"``."""
        lists = [shelf.select(filters, order, limit) for shelf in self.shelves]
        merged = sorted(chain(*lists), key=_SORT_KEYS[order]) if len(lists) > 1 else lists[0]
        return merged if limit < 0 else merged[:limit]

    def count(self, filters: Filters = EVERYTHING) -> int:
        """How many events the filters let through."""
        return sum(shelf.count(filters) for shelf in self.shelves)

    def years(self, filters: Filters = EVERYTHING) -> dict[int, int]:
        """Each year that has events, in order, and how many."""
        counts: dict[int, int] = {}
        for shelf in self.shelves:
            for year, count in shelf.years(filters):
                counts[year] = counts.get(year, 0) + count
        return dict(sorted(counts.items()))

    def search(self, typed: str, filters: Filters = EVERYTHING, limit: int = 20) -> list[Match]:
        """The events in which all of the words stand, the best first.

        Words in quotation marks must stand together; where no event has the words
        themselves, those that begin like them count. Raises NotFound, with words
        that are near, where nothing is found.
        """
        from historycli.collection.near import nearest_words
        from historycli.collection.query import fts_query, terms_of

        terms = terms_of(typed)
        for prefixes in (False, True) if terms else ():
            query = fts_query(terms, prefixes=prefixes)
            found = [match for shelf in self.shelves for match in shelf.search(query, filters, limit)]
            if found:
                return sorted(found, key=lambda match: match.score)[:limit]
        near = nearest_words([word for term in terms for word in term.words], self.shelves[0].names())
        advice = f"Did you mean {', '.join(near)}?" if near else "Try fewer or other words, or: historycli list"
        raise NotFound(f"nothing is told of {typed!r}" if terms else f"there is no word in {typed!r}", advice)

    def version_of(self, event: Event) -> str:
        """The data version of what the event was read from; empty for a pack, which its owner keeps."""
        return self.shelves[0].meta()["data_version"] if not event.pack else ""

    def articles(self, filters: Filters = EVERYTHING) -> list[Event]:
        """The articles that the filters let through, by date."""
        found = [event for shelf in self.shelves for event in shelf.articles(filters)]
        return sorted(found, key=_SORT_KEYS["date"])

    def akin(self, event: Event, limit: int) -> list[Event]:
        """Articles to read on with: of the event's first topic, and near it in place and time."""
        return self.shelves[0].akin(event, limit)

    @staticmethod
    def _merge(lists: Sequence[list[Anniversary]], limit: int) -> list[Anniversary]:
        """One list in the order that each of them has."""
        if len(lists) == 1:
            return lists[0]
        merged = sorted(chain(*lists), key=lambda shown: (shown.year, shown.day, shown.event.slug))
        return merged if limit < 0 else merged[:limit]
