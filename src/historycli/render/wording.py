"""The phrases that every form of a page shares: dates, anniversaries, centuries."""

from __future__ import annotations

import datetime

from historycli.dates import GREGORIAN, JULIAN, UNDATED, Day, years_between
from historycli.event import Anniversary, Event
from historycli.pages import AboutPage

__all__ = ["LEAP_DAY", "about_lines", "also_on_note", "century", "correction", "date_line", "years_ago", "years_since"]

LEAP_DAY = "29 February, shown here in a common year"


def years_since(day: Day, year: int, today: datetime.date) -> int:
    """Whole years from that day of that year to ``today``; nought or less where none has passed."""
    return years_between(year, today.year) - ((today.month, today.day) < day)


def years_ago(event: Event, today: datetime.date) -> str:
    """``"70 years ago today"``, ``"70 years ago"``, or nothing where no whole year has passed."""
    day = event.date.day_of_year
    years = years_since(day, event.date.year, today)
    if years <= 0 or event.date.year == UNDATED:
        return ""
    return f"{years:,} year{'s' if years > 1 else ''} ago{' today' if day == (today.month, today.day) else ''}"


def correction(event: Event, data_version: str) -> str:
    """How to report an error in an entry; nothing for one of a user's own pack."""
    if event.pack:
        return ""
    return f"Is something wrong here? Report it with the source that says so, as: {event.slug}, data {data_version}."


def also_on_note(shown: Anniversary) -> str:
    """The other day's reason, said with the entry's own date."""
    return f"{shown.reason} (told on {shown.event.date})" if shown.reason else ""


def century(number: int) -> str:
    """``"20th"`` for 20, ``"1st BC"`` for -1."""
    count = abs(number)
    ending = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}{' BC' if number < 0 else ''}"


def date_line(event: Event) -> str:
    """The day with its weekday and, where they differ, both calendars.

    ``Wednesday 7 November 1917 (25 October Old Style)``; ``15 March 44 BC (Julian calendar)``.
    """
    date = event.date
    if date.year == UNDATED:
        return f"{date}, every year"
    if event.julian:
        old = event.julian
        old_text = str(old.day_of_year) if old.year == date.year else str(old)
        return f"{date.weekday} {date} ({old_text} Old Style)"
    if date.calendar == JULIAN:
        other = event.other_calendar
        return f"{date} (Julian calendar{f'; {other} Gregorian' if other else ''})"
    if (date.year, date.month, date.day) < (1582, 10, 15):
        return f"{date} ({GREGORIAN.title()} calendar, reckoned back)"
    return f"{date.weekday} {date}"


def about_lines(page: AboutPage) -> list[str]:
    """What the collection is, in a few sentences."""
    lines = [
        f"Version {page.version}, data {page.data_version}.",
        f"{page.articles:,} articles and {page.short_entries:,} short entries.",
        f"An article on {page.days_with_article} of the year's 366 days, some event on {page.days_with_event}.",
    ]
    return lines + [f"Your pack {name}: {count:,} events." for name, count in page.packs.items()]
