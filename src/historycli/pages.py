"""What the commands hand to the renderers: each page as a named tuple.

A renderer draws a page; it asks the collection nothing and decides nothing of
what is on it. Annotations are evaluated here: named tuples compile those that
are put off one by one, at every start.
"""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from historycli.dates import Day
from historycli.event import Anniversary, Event

__all__ = [
    "AboutPage",
    "ArticlePage",
    "DatedDay",
    "DayPage",
    "DaysPage",
    "Found",
    "ListPage",
    "Page",
    "SearchPage",
    "Stretch",
    "TimelinePage",
]


class DayPage(NamedTuple):
    """A day of the year: its lead, then its other events by year.

    ``heading`` names the day. ``today`` is the date anniversaries are counted at.
    ``guests`` are 29 February's events shown on a day of a common year.
    ``more`` is how many events were left out to keep the page to a screen.
    """

    heading: str
    day: Day
    today: datetime.date
    lead: Event | None
    whole: bool
    others: tuple[Anniversary, ...]
    guests: tuple[Anniversary, ...]
    more: int


class ArticlePage(NamedTuple):
    """One entry whole, with the entries to read on with and the date anniversaries are counted at.

    ``data_version`` is that of the collection the entry stands in; it is told to whoever reports an error.
    """

    event: Event
    today: datetime.date
    related: tuple[Event, ...]
    same_day: tuple[Event, ...]
    data_version: str


class ListPage(NamedTuple):
    """Events in a given order under a heading; ``more`` were left out."""

    heading: str
    shown: tuple[Anniversary, ...]
    more: int = 0


class AboutPage(NamedTuple):
    """What the collection holds: counts by century, region and topic, and the year's coverage."""

    version: str
    data_version: str
    articles: int
    short_entries: int
    days_with_article: int
    days_with_event: int
    centuries: Mapping[int, int]  # 20 is the twentieth, -1 the first BC
    regions: Mapping[str, int]
    topics: Mapping[str, int]
    packs: Mapping[str, int]
    licences: Mapping[str, str]


class Found(NamedTuple):
    """An event that a search found, and a line of context in runs: the text, and whether it is a match."""

    event: Event
    context: tuple[tuple[str, bool], ...]


class SearchPage(NamedTuple):
    """What a search found, the best first."""

    typed: str
    found: tuple[Found, ...]


class Stretch(NamedTuple):
    """A stretch of years on a timeline: its name, first and last year, its events and some of its articles."""

    name: str
    first: int
    last: int
    events: int
    articles: tuple[Event, ...]


class TimelinePage(NamedTuple):
    """Events along the years, in stretches of the same length; empty ones stand between others."""

    heading: str
    stretches: tuple[Stretch, ...]


class DatedDay(NamedTuple):
    """A day of a real year, its lead, and how many events it shows."""

    date: datetime.date
    lead: Event | None
    events: int


class DaysPage(NamedTuple):
    """Days with their leads: a month, ``in_weeks``, or a row of days."""

    heading: str
    today: datetime.date
    days: tuple[DatedDay, ...]
    in_weeks: bool


Page = DayPage | ArticlePage | ListPage | AboutPage | SearchPage | TimelinePage | DaysPage
