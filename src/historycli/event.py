"""Event, the thing the whole program is about, and the closed vocabularies.

Events are made from text files by ``historycli.entries``, kept in SQLite by
``historycli.collection`` and drawn by ``historycli.render``. All are frozen:
whoever holds one may hand it on without fear. They are named tuples, since the
same dataclasses take four times as long to make at every start (2.1 ms, not 0.5).
"""

from __future__ import annotations

from typing import NamedTuple

from historycli.dates import GREGORIAN, JULIAN, UNDATED, Day, HistoricalDate, format_year

__all__ = [
    "KINDS",
    "READING_KINDS",
    "REGIONS",
    "TOPICS",
    "AlsoOn",
    "Anniversary",
    "Event",
    "Reading",
    "Section",
    "Source",
]

KINDS = ("event", "birth", "death", "observance")
REGIONS = (
    "africa", "east-asia", "south-asia", "southeast-asia", "central-asia", "middle-east", "europe",
    "north-america", "latin-america", "oceania", "polar", "space", "world",
)  # fmt: skip
TOPICS = (
    "politics", "war", "diplomacy", "rights", "law", "economy", "society", "science", "medicine", "technology",
    "space", "exploration", "environment", "disaster", "arts", "literature", "music", "screen", "religion", "sport",
)  # fmt: skip
READING_KINDS = ("book", "article", "primary", "film", "web")


class Source(NamedTuple):
    """Where the facts of an entry come from, and which of them."""

    title: str
    publisher: str
    url: str
    supports: str = ""


class Reading(NamedTuple):
    """A work to go on with. ``year`` is that of its publication, None where unknown."""

    kind: str
    title: str
    note: str
    author: str = ""
    year: int | None = None
    publisher: str = ""
    isbn: str = ""
    url: str = ""

    @property
    def published(self) -> str:
        """``"W. W. Norton, 2003"``: the publisher and the year, as far as they are known."""
        return ", ".join(part for part in (self.publisher, format_year(self.year or UNDATED)) if part)


class AlsoOn(NamedTuple):
    """Another day on which the same story is remembered, with that day's own year."""

    day: Day
    year: int
    reason: str


class Section(NamedTuple):
    """A part of an article: its heading and its paragraphs, in the entries' small Markdown."""

    heading: str
    paragraphs: tuple[str, ...]


class Event(NamedTuple):
    """A dated event: an article where it has a ``body``, a short entry where it has none.

    ``date`` is the day the entry stands on. ``julian`` is the Old Style date of an
    event after 15 October 1582, where its sources give one. ``pack`` names the
    user's pack it comes from and is empty for the bundled ones.
    """

    slug: str
    title: str
    date: HistoricalDate
    region: str
    topics: tuple[str, ...]
    place: str
    summary: str
    kind: str = "event"
    detail: str = ""
    body: str = ""
    fun_fact: str = ""
    grim: bool = False
    disputed: str = ""
    date_checked: str = ""
    julian: HistoricalDate | None = None
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    also_on: tuple[AlsoOn, ...] = ()
    sources: tuple[Source, ...] = ()
    readings: tuple[Reading, ...] = ()
    pack: str = ""

    @property
    def is_article(self) -> bool:
        return bool(self.body)

    @property
    def name(self) -> str:
        """What to type for it: the slug, with the pack before it where it has one."""
        return f"{self.pack}:{self.slug}" if self.pack else self.slug

    @property
    def shown(self) -> tuple[Anniversary, ...]:
        """The days it is told on: its own, then each ``also_on`` with that day's year and reason."""
        others = (Anniversary(self, other.day, other.year, other.reason) for other in self.also_on)
        return (Anniversary(self, self.date.day_of_year, self.date.year), *others)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The article in parts; the first has no heading and opens with the lead paragraph."""
        parts = ("\n" + self.body).split("\n## ")
        sections = []
        for number, part in enumerate(parts):
            heading, _, text = part.partition("\n") if number else ("", "", part)
            paragraphs = tuple(block.strip() for block in text.split("\n\n") if block.strip())
            sections.append(Section(heading.strip(), paragraphs))
        return tuple(sections)

    @property
    def opening(self) -> str:
        """What a day's page shows of it: an article's lead paragraph, else the summary."""
        return self.sections[0].paragraphs[0] if self.is_article else self.summary

    @property
    def asides(self) -> tuple[tuple[str, str], ...]:
        """What is told beside the story, each with its label: the fun fact, what is disputed, the other days."""
        told = (("Fun fact", self.fun_fact), ("Disputed", self.disputed))
        days = ((f"Also on {other.day} {format_year(other.year)}", f"{other.reason}.") for other in self.also_on)
        return (*(aside for aside in told if aside[1]), *days)

    @property
    def other_calendar(self) -> HistoricalDate | None:
        """The same day by the other calendar, where a reader of sources would meet it."""
        if self.julian:
            return self.julian
        if self.date.calendar == JULIAN and self.date.year >= 1583:
            return self.date.in_calendar(GREGORIAN)
        return None


class Anniversary(NamedTuple):
    """An event as a day shows it: on its own day, or on another (with that day's year and reason)."""

    event: Event
    day: Day
    year: int
    reason: str = ""
