"""Pages as JSON, for programs.

Every document has ``schema_version`` and ``page``; the keys are documented in
``docs/json.md``. Years are as historians count, -44 for 44 BC; dates are
YYYY-MM-DD with such a year and name their calendar.
"""

from __future__ import annotations

import datetime
import json
import sys
from typing import Any

from historycli.dates import UNDATED
from historycli.event import Anniversary, Event
from historycli.pages import (
    AboutPage,
    ArticlePage,
    DayPage,
    DaysPage,
    ListPage,
    Page,
    SearchPage,
    TimelinePage,
)
from historycli.render.wording import years_since
from historycli.share.jsonlines import date_dict, event_dict

__all__ = ["SCHEMA_VERSION", "write"]

SCHEMA_VERSION = 1


def write(page: Page) -> None:
    """Write a page to standard output as one indented document."""
    if isinstance(page, DayPage):
        name, content = "day", _day(page)
    elif isinstance(page, ArticlePage):
        name, content = "article", _article(page)
    elif isinstance(page, ListPage):
        name, content = "list", _list(page)
    elif isinstance(page, SearchPage):
        name, content = "search", _search(page)
    elif isinstance(page, TimelinePage):
        name, content = "timeline", _timeline(page)
    elif isinstance(page, DaysPage):
        name, content = "days", _days(page)
    else:
        name, content = "about", _about(page)
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps({"schema_version": SCHEMA_VERSION, "page": name, **content}, ensure_ascii=ascii_only, indent=2)
    print("".join(letter if letter.isprintable() or letter == "\n" else f"\\u{ord(letter):04x}" for letter in text))


def _day(page: DayPage) -> dict[str, Any]:
    return {
        "heading": page.heading,
        "day": page.day.iso,
        "today": page.today.isoformat(),
        "lead": {**event_dict(page.lead), "years_ago": _years_ago(page.lead, page.today)} if page.lead else None,
        "others": [_anniversary(shown) for shown in page.others],
        "leap_day": [_anniversary(shown) for shown in page.guests],
        "more": page.more,
    }


def _article(page: ArticlePage) -> dict[str, Any]:
    return {
        "event": {**event_dict(page.event), "years_ago": _years_ago(page.event, page.today)},
        "related": [_mention(event) for event in page.related],
        "same_day": [_mention(event) for event in page.same_day],
        "data_version": page.data_version or None,
    }


def _list(page: ListPage) -> dict[str, Any]:
    return {"heading": page.heading, "events": [_anniversary(shown) for shown in page.shown], "more": page.more}


def _search(page: SearchPage) -> dict[str, Any]:
    found = [
        {"event": event_dict(one.event), "context": [{"text": text, "match": match} for text, match in one.context]}
        for one in page.found
    ]
    return {"typed": page.typed, "found": found}


def _timeline(page: TimelinePage) -> dict[str, Any]:
    stretches = [
        {
            "name": stretch.name,
            "first_year": stretch.first,
            "last_year": stretch.last,
            "events": stretch.events,
            "articles": [_mention(event) for event in stretch.articles],
        }
        for stretch in page.stretches
    ]
    return {"heading": page.heading, "stretches": stretches}


def _days(page: DaysPage) -> dict[str, Any]:
    days = [
        {"date": day.date.isoformat(), "lead": _mention(day.lead) if day.lead else None, "events": day.events}
        for day in page.days
    ]
    return {"heading": page.heading, "today": page.today.isoformat(), "days": days}


def _about(page: AboutPage) -> dict[str, Any]:
    return {
        "version": page.version,
        "data_version": page.data_version,
        "articles": page.articles,
        "short_entries": page.short_entries,
        "days_with_article": page.days_with_article,
        "days_with_event": page.days_with_event,
        "centuries": {str(number): count for number, count in page.centuries.items()},
        "regions": dict(page.regions),
        "topics": dict(page.topics),
        "packs": dict(page.packs),
        "licences": dict(page.licences),
    }


def _years_ago(event: Event, today: datetime.date) -> int | None:
    years = years_since(event.date.day_of_year, event.date.year, today)
    return years if years > 0 and event.date.year != UNDATED else None


def _mention(event: Event) -> dict[str, Any]:
    return {"name": event.name, "title": event.title, "date": date_dict(event.date)}


def _anniversary(shown: Anniversary) -> dict[str, Any]:
    return {"day": shown.day.iso, "year": shown.year, "reason": shown.reason or None, "event": event_dict(shown.event)}
