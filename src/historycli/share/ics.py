"""iCalendar (RFC 5545): each day an event is told on, as an all-day event of every year.

It begins on the next such day and not in the historical year: calendar programs
mangle years before 1900, and none has a year BC. The year is told in the
summary instead.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from historycli.dates import LEAP_DAY, Day, days_in_month, with_year
from historycli.event import Anniversary, Event
from historycli.inline import one_line, plain

__all__ = ["folded", "write"]

_OCTETS = 75  # the longest line, RFC 5545 3.1


def write(events: Iterable[Event], start: datetime.date, stamp: datetime.date) -> Iterator[str]:
    """A calendar of the events from ``start`` on; ``stamp`` is the date of the data (DTSTAMP)."""
    yield from map(folded, ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//historycli//Today in history//EN"))
    for event in events:
        for shown in event.shown:
            yield "".join(map(folded, _component(shown, start, stamp)))
    yield folded("END:VCALENDAR")


def _component(shown: Anniversary, start: datetime.date, stamp: datetime.date) -> Iterator[str]:
    event = shown.event
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(shown)}"
    yield f"DTSTAMP:{_date(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_date(_first(shown.day, start))}"
    # Every 29 February would be one year in four (3.3.10 has invalid dates passed over): the month's last day.
    yield "RRULE:FREQ=YEARLY" + (";BYMONTH=2;BYMONTHDAY=-1" if shown.day == LEAP_DAY else "")
    title = plain(shown.reason) if shown.reason else one_line(event.title)
    yield f"SUMMARY:{_text(with_year(shown.year, title))}"
    yield f"DESCRIPTION:{_text(_description(shown))}"
    yield f"LOCATION:{_text(one_line(event.place))}"
    yield f"CATEGORIES:{','.join(map(_text, event.topics))}"
    yield "TRANSP:TRANSPARENT"  # the day stays free
    yield "END:VEVENT"


def _uid(shown: Anniversary) -> str:
    """The same for the same story on the same day, in every export (3.8.4.7)."""
    parts = [shown.event.pack, shown.event.slug]
    parts += [shown.day.iso, str(shown.year)] if shown.reason else []
    return _text(one_line(".".join(part for part in parts if part))) + "@historycli"


def _first(day: Day, start: datetime.date) -> datetime.date:
    """The day's next date from ``start`` on; 29 February is the last of February."""
    date = _in_year(day, start.year)
    return date if date >= start or start.year == datetime.MAXYEAR else _in_year(day, start.year + 1)


def _in_year(day: Day, year: int) -> datetime.date:
    return datetime.date(year, day.month, days_in_month(2, year) if day == LEAP_DAY else day.day)


def _date(date: datetime.date) -> str:
    return date.isoformat().replace("-", "")


def _description(shown: Anniversary) -> str:
    event = shown.event
    told = f"Told on {event.date}: " if shown.reason else ""
    parts = [told + plain(event.summary), plain(event.detail), plain(event.fun_fact)]
    parts += [f"Read on: historycli show {one_line(event.name)}"]
    return "\n".join(part for part in parts if part)


def _text(text: str) -> str:
    """A value of type TEXT (3.3.11), of text that holds no control characters but line breaks."""
    for letter, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(letter, escaped)
    return text


def folded(line: str) -> str:
    """A content line with its end, broken after at most 75 octets and never inside a character (3.1)."""
    octets, pieces, room = line.encode("utf-8"), [], _OCTETS
    while len(octets) > room:
        end = room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # a later octet of a character
            end -= 1
        pieces.append(octets[:end])
        octets, room = octets[end:], _OCTETS - 1  # a blank stands before each further piece
    return b"\r\n ".join([*pieces, octets]).decode("utf-8") + "\r\n"
