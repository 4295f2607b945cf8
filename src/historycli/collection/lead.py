"""Which of a day's articles leads its page."""

from __future__ import annotations

from collections.abc import Sequence

from historycli.dates import years_between
from historycli.event import Event

__all__ = ["choose_lead"]

_ROUND = (1000, 500, 100, 50, 25, 10)


def choose_lead(articles: Sequence[Event], year: int) -> Event | None:
    """The article with the roundest anniversary in ``year``; where none is round they take turns by year.

    The answer is the same all day and another the next year. None where there are no articles.
    """
    if not articles:
        return None
    roundest = max(_roundness(article, year) for article in articles)
    equals = [article for article in articles if _roundness(article, year) == roundest]
    return equals[year % len(equals)]


def _roundness(article: Event, year: int) -> int:
    """The largest round number that divides the anniversary, 0 where none does or the year is not past."""
    years = years_between(article.date.year, year)
    return next((number for number in _ROUND if years > 0 and years % number == 0 and article.date.year), 0)
