"""Reading a BSD calendar(1) file: lines of a date, a tab and what happened.

The rules are those of its manual page. Dates that fall on another day each year
(weekdays, Easter, those marked with ``*``) are reported and left out, as are
lines that only the C preprocessor could read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from historycli.dates import Day
from historycli.entries.parse import Draft, Fault
from historycli.letters import slug_words
from historycli.typed_dates import month_named

__all__ = ["read_calendar"]

_YEAR_AT_THE_END = re.compile(r",? \(?(?P<year>[1-9]\d{0,3})(?P<bc> BC)?\)?\.?$")
_MOVES = "falls on another day each year, and is left out"


def read_calendar(path: str, lines: Iterable[tuple[int, str]]) -> Iterator[Draft | Fault]:
    """The entries of numbered lines; a fault for each line that cannot be read right.

    A year at the end of the text, ``, 1956`` or ``, 45 BC``, is the entry's year; a
    line without one becomes an undated observance. Several lines of the same name
    get slugs told apart by a number.
    """
    taken: dict[str, int] = {}
    for number, date, text in _entries(lines):
        days = _days(date)
        if isinstance(days, str):
            yield Fault(path, number, "date", f"{date!r} {days}")
            continue
        for day in days:
            yield _draft(path, number, day, text, taken)


def _entries(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """Each entry's line, its date and its text, comments and directives left out and continuations joined."""
    entry: tuple[int, str, str] | None = None
    date = ""
    in_comment = False
    for number, raw in lines:
        line, in_comment = _without_comments(raw, in_comment)
        if line.startswith("#") or not line.strip() or ("\t" not in line):
            continue
        before, _, text = line.partition("\t")
        if line.startswith("\t") and entry:
            entry = (entry[0], entry[1], f"{entry[2]} {text.strip()}".strip())
            continue
        if entry:
            yield entry
        date = before.strip() or date
        entry = (number, date, text.strip()) if date else None
    if entry:
        yield entry


def _without_comments(line: str, inside: bool) -> tuple[str, bool]:
    """The line without ``/* … */``, and whether a comment goes on."""
    kept = ""
    while line:
        if inside:
            _, end, line = line.partition("*/")
            inside = not end
        else:
            before, start, line = line.partition("/*")
            kept += before
            inside = bool(start)
    return kept, inside


def _days(date: str) -> list[Day] | str:
    """The days a date means, or what is wrong with it."""
    if date.endswith("*") and not re.fullmatch(r"\*|.* \*", date):
        return _MOVES
    numbers = re.fullmatch(r"(\d{1,2})[/ -](\d{1,2})", date)
    every_month = re.fullmatch(r"\* ?/? ?(\d{1,2})|(\d{1,2}) ?/? ?\*", date)
    words = re.fullmatch(r"([A-Za-z]{3,9})\.?(?:[ /-](\d{1,2}))?|(\d{1,2})[ /-]([A-Za-z]{3,9})\.?", date)
    try:
        if numbers:
            return [Day.of(int(numbers[1]), int(numbers[2]))]
        if every_month:
            day = int(every_month[1] or every_month[2])
            return [Day.of(month, day) for month in range(1, 13) if day <= 28 or _exists(month, day)]
        if words and (month := month_named(words[1] or words[4])):
            return [Day.of(month, int(words[2] or words[3] or 1))]
    except ValueError as error:
        return f"is no day: {error}"
    return _MOVES if re.search(r"[A-Za-z]", date) else "cannot be read as a date"


def _exists(month: int, day: int) -> bool:
    try:
        Day.of(month, day)
    except ValueError:
        return False
    return True


def _draft(path: str, number: int, day: Day, text: str, taken: dict[str, int]) -> Draft:
    table: dict[str, object] = {"title": text}
    year = _YEAR_AT_THE_END.search(text)
    name = text
    if year:
        table["year"] = int(year["year"]) * (-1 if year["bc"] else 1)
        name = text[: year.start()].rstrip(" ,")
        table["title"] = name or text
    else:
        table["kind"] = "observance"
    slug = "-".join(slug_words(name)[:8]) or "entry"
    slug = f"{slug}-{year['year']}" if year else slug
    taken[slug] = taken.get(slug, 0) + 1
    slug = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
    return Draft(path, day, slug, {**table, "slug": slug}, False, str(table["title"]), line=number)
