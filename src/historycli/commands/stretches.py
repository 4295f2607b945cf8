"""The years of a timeline cut into stretches that fit a screen."""

from __future__ import annotations

from historycli.collection import Collection, Filters
from historycli.dates import century_of, format_year
from historycli.event import Event
from historycli.pages import Stretch
from historycli.render.wording import century

__all__ = ["stretches_of"]

_MOST = 30  # stretches on a screen, where shorter ones would be more
_NAMED = 3  # articles named in a stretch


def stretches_of(collection: Collection, filters: Filters) -> tuple[Stretch, ...]:
    """The stretches from the first year with an event to the last, empty ones among them.

    They are years, decades or centuries, whichever are the shortest that fit.
    """
    counts = collection.years(filters)
    length = _length(min(counts), max(counts))
    numbers = {year: _number(year, length) for year in counts}
    named: dict[int, list[Event]] = {}
    for event in collection.articles(filters):
        named.setdefault(_number(event.date.year, length), []).append(event)
    stretches = []
    for number in range(min(numbers.values()), max(numbers.values()) + 1):
        if length == 100 and number == 0:
            continue  # the first century BC, -1, is followed by the first, 1
        events = sum(count for year, count in counts.items() if numbers[year] == number)
        first, last = _years(number, length)
        stretches.append(Stretch(_name(number, length), first, last, events, _some(named.get(number, []))))
    return tuple(stretches)


def _length(first: int, last: int) -> int:
    return next((length for length in (1, 10) if last - first < _MOST * length), 100)


def _number(year: int, length: int) -> int:
    """Which stretch a year is in: centuries count from 1 and -1, decades and years by their beginning."""
    return century_of(year) if length == 100 else year // length


def _years(number: int, length: int) -> tuple[int, int]:
    if length == 100:
        last = number * 100
        return (last - 99, last) if number > 0 else (last, last + 99)
    return number * length, number * length + length - 1


def _name(number: int, length: int) -> str:
    if length == 100:
        return century(abs(number)) + " c." + (" BC" if number < 0 else "")
    if length == 1:
        return format_year(number)
    first, last = _years(number, length)
    return f"{first}s" if first > 0 else f"{-first}–{-last} BC"


def _some(articles: list[Event]) -> tuple[Event, ...]:
    """A few of the articles, spread over the stretch."""
    step = max(1, len(articles) // _NAMED)
    return tuple(articles[step // 2 :: step][:_NAMED])
