"""The greeting's lines: which event a day greets with, and how it is said."""

from __future__ import annotations

import datetime

from historycli.collection import Collection
from historycli.collection.lead import choose_lead
from historycli.dates import UNDATED, Day, with_year, years_between
from historycli.event import Event
from historycli.inline import printable

__all__ = ["greeting_event", "greeting_line"]


def greeting_event(collection: Collection, date: datetime.date, gentle: bool) -> Event | None:
    """The day's lead, or one of its other own events where there is none; ``gentle`` passes over grim ones."""
    day = Day(date.month, date.day)
    shown = [one.event for one in collection.on(day, 40) if not one.reason]
    fitting = [event for event in shown if not (gentle and event.grim)]
    articles = [event for event in fitting if event.is_article]
    return choose_lead(collection.taste.candidates(articles or fitting), date.year)


def greeting_line(event: Event, date: datetime.date) -> str:
    """``70 years ago today, 1956: …``; the year alone where it is not past."""
    years = years_between(event.date.year, date.year) if event.date.year != UNDATED else 0
    ago = f"{years:,} year{'s' if years > 1 else ''} ago today, " if years > 0 else ""
    return printable(ago + with_year(event.date.year, event.summary))
