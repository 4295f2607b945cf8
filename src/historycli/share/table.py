"""CSV (RFC 4180): an event a row, for spreadsheets and data frames.

Texts are plain, on one line. The columns are documented in ``docs/exports.md``;
an article's own text is not among them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from historycli.dates import format_year
from historycli.event import Event
from historycli.inline import one_line, plain
from historycli.share.works import citation, of_source

__all__ = ["COLUMNS", "write"]


def write(events: Iterable[Event]) -> Iterator[str]:
    """The row of the columns' names, then a row for each event."""
    yield _row(list(_CELLS))
    for event in events:
        yield _row([cell(event) for cell in _CELLS.values()])


def _text(text: str) -> str:
    """A cell that a spreadsheet takes for text: what would begin a formula gets an apostrophe before it.

    The characters are those of OWASP's page on CSV injection; blanks and
    control characters at the start are gone already.
    """
    cell = one_line(text)
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _list(items: Iterable[str]) -> str:
    return _text("; ".join(items))


def _yes_or_no(answer: bool) -> str:
    return "true" if answer else "false"


# The columns, in order. Numbers stay numbers, the minus of a BC year with them.
_CELLS: dict[str, Callable[[Event], str | int]] = {
    "slug": lambda event: event.slug,
    "pack": lambda event: _text(event.pack),
    "title": lambda event: _text(event.title),
    "year": lambda event: event.date.year or "",
    "month": lambda event: event.date.month,
    "day": lambda event: event.date.day,
    "calendar": lambda event: event.date.calendar,
    "julian": lambda event: event.julian.iso if event.julian else "",
    "kind": lambda event: event.kind,
    "region": lambda event: event.region,
    "topics": lambda event: " ".join(event.topics),
    "place": lambda event: _text(event.place),
    "summary": lambda event: _text(plain(event.summary)),
    "detail": lambda event: _text(plain(event.detail)),
    "fun_fact": lambda event: _text(plain(event.fun_fact)),
    "disputed": lambda event: _text(plain(event.disputed)),
    "grim": lambda event: _yes_or_no(event.grim),
    "article": lambda event: _yes_or_no(event.is_article),
    "also_on": lambda event: _list(
        f"{shown.day} {format_year(shown.year)}: {plain(shown.reason)}" for shown in event.shown[1:]
    ),
    "readings": lambda event: _list(citation(reading) for reading in event.readings),
    "sources": lambda event: _list(f"{citation(of_source(source))} {source.url}" for source in event.sources),
}
COLUMNS = tuple(_CELLS)


def _row(cells: Sequence[str | int]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
