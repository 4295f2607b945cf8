"""JSON Lines (jsonlines.org): an event a line, written and read back without loss.

The keys are those of every JSON page, documented in ``docs/json.md``. Years are
as historians count, -44 for 44 BC; dates are YYYY-MM-DD with such a year.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from historycli.dates import GREGORIAN, JULIAN, UNDATED, Day, HistoricalDate, usual_calendar
from historycli.event import Event

__all__ = ["JsonEntry", "date_dict", "event_dict", "read_line", "write"]

# Characters that some readers end a line at, though JSON lets them stand in a text.
_LINE_ENDS = str.maketrans({0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"})
_SOURCE_KEYS = ("title", "publisher", "url", "supports")
_READING_KEYS = ("kind", "title", "author", "year", "publisher", "isbn", "url", "note")
_TABLES = {"sources": "source", "readings": "reading"}  # the keys here, and the fields of an entry


def write(events: Iterable[Event]) -> Iterator[str]:
    """A line for each event."""
    for event in events:
        yield json.dumps(event_dict(event), ensure_ascii=False).translate(_LINE_ENDS) + "\n"


def event_dict(event: Event) -> dict[str, Any]:
    """Every field of an event under its documented key; what is not set is null or empty."""
    return {
        "slug": event.slug,
        "pack": event.pack or None,
        "title": event.title,
        "date": date_dict(event.date),
        "julian": event.julian.iso if event.julian else None,
        "kind": event.kind,
        "region": event.region,
        "topics": list(event.topics),
        "place": event.place,
        "summary": event.summary,
        "detail": event.detail or None,
        "body": event.body or None,
        "fun_fact": event.fun_fact or None,
        "grim": event.grim,
        "disputed": event.disputed or None,
        "date_checked": event.date_checked or None,
        "aliases": list(event.aliases),
        "related": list(event.related),
        "also_on": [{"day": other.day.iso, "year": other.year, "reason": other.reason} for other in event.also_on],
        "sources": [_values(source, _SOURCE_KEYS) for source in event.sources],
        "readings": [_values(reading, _READING_KEYS) for reading in event.readings],
    }


def date_dict(date: HistoricalDate) -> dict[str, str]:
    """A date with its calendar."""
    return {"date": date.iso, "calendar": date.calendar}


def _values(record: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(record, name) or None for name in names}


class JsonEntry(NamedTuple):
    """What a line holds, as an entry's text would: its place in the tree, and the table of its fields.

    The rules of lint have not been asked yet. The pack is not part of it: an
    event belongs to the pack it is read into.
    """

    day: Day
    slug: str
    title: str
    body: str
    table: dict[str, Any]

    @property
    def is_article(self) -> bool:
        return bool(self.body)


def read_line(line: str) -> JsonEntry:
    """Take a line apart. ValueError, with the reason, where it is no event at all."""
    values = _object(line)
    values.pop("pack", None)
    date = values.pop("date", None)
    if not isinstance(date, dict) or not isinstance(date.get("date"), str):
        raise ValueError('it has no date, such as "date": {"date": "1956-06-04"}')
    calendar = date.get("calendar")
    when = HistoricalDate.parse(date["date"], calendar if calendar in (JULIAN, GREGORIAN) else None)
    slug, title = _text(values.pop("slug", None), "slug"), _text(values.pop("title", None), "title")
    body = values.pop("body", None)
    body = "" if body is None else _text(body, "body").strip()
    table = {
        _TABLES.get(key, key): [_set(item) for item in value] if isinstance(value, list) else value
        for key, value in values.items()
        if not _is_unset(key, value)
    }
    table |= {} if body else {"slug": slug, "title": title}
    if when.year == UNDATED:
        table.setdefault("kind", "event")
        return JsonEntry(when.day_of_year, slug, title, body, table)
    table["year"] = when.year
    if calendar not in (None, usual_calendar(when.year, when.month, when.day)):
        table["calendar"] = calendar
    return JsonEntry(when.day_of_year, slug, title, body, table)


def _object(line: str) -> dict[str, Any]:
    try:
        values = json.loads(line)
        json.dumps(values, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg} at character {error.pos + 1}") from None
    except UnicodeEncodeError:
        raise ValueError("it holds half of a character, which no text can") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(values, dict):
        raise ValueError("it is not an object with the keys of an event")
    return values


def _text(value: object, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"its {key} is missing or no text")
    return value


def _is_unset(key: str, value: object) -> bool:
    """Whether an entry would leave the key out."""
    return value is None or value is False or value == [] or (key == "kind" and value == "event")


def _set(item: object) -> object:
    """An item of a list, without the keys of it that are null."""
    return {key: value for key, value in item.items() if value is not None} if isinstance(item, dict) else item
