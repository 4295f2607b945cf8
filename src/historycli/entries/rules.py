"""The rules an entry is held to: one rule, one small function, named for the fault.

Each takes a draft and yields the field and what is wrong with it.
These are kept by the bundled data and by every pack; ``strict_rules`` has those
of the bundled data alone.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from historycli.dates import GREGORIAN, JULIAN, Day, HistoricalDate, usual_calendar
from historycli.entries.fields import ALSO_ON, ARTICLE, ENTRY, READING, SHORT, SOURCE, Field
from historycli.entries.markdown import markdown_faults
from historycli.entries.parse import Draft
from historycli.event import KINDS, READING_KINDS, REGIONS, TOPICS

__all__ = ["MAY_BE_LEFT_OUT", "MISSING", "RULES", "TABLES", "Finding", "Found", "Rule", "near", "tables", "texts"]


class Finding(NamedTuple):
    """A field, what is wrong with it, and how many lines below its first the fault stands."""

    field: str
    message: str
    below: int = 0


Found = Iterator[Finding]
MISSING = "is missing"
# What an entry of a private pack need not say; build_event has something to put there.
MAY_BE_LEFT_OUT = ("year", "region", "topics", "place", "summary")
TABLES = {"also_on": ALSO_ON, "source": SOURCE, "reading": READING}


def is_slug(text: str) -> bool:
    """Whether ``text`` is lower-case ASCII words and numbers joined by single hyphens."""
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) is not None


def near(word: str, words: Iterable[str]) -> str:
    """``"; did you mean 'x'?"`` for the nearest of ``words``, or nothing."""
    close = difflib.get_close_matches(word, list(words), 1)
    return f"; did you mean {close[0]!r}?" if close else ""


def texts(draft: Draft, name: str) -> list[str]:
    """The value of a list field, leaving out what is no text: its type has its own rule."""
    value = draft.table.get(name, [])
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def tables(draft: Draft, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield ``"source 2"`` and the table, for each table of that name."""
    value = draft.table.get(name, [])
    for number, item in enumerate(value if isinstance(value, list) else [], 1):
        if isinstance(item, dict):
            yield f"{name} {number}", item


# Fields and their types


def fields_are_wrong(draft: Draft) -> Found:
    yield from _fields(draft.table, ENTRY, draft.is_article, "")
    for name, fields in TABLES.items():
        for label, table in tables(draft, name):
            yield from _fields(table, fields, draft.is_article, label + " ")


def _fields(table: Mapping[str, Any], fields: tuple[Field, ...], is_article: bool, prefix: str) -> Found:
    form = ARTICLE if is_article else SHORT
    known = {field.name: field for field in fields if form in field.allowed}
    elsewhere = {field.name for field in fields} - set(known)
    for name, value in table.items():
        if name in elsewhere:
            reason = "is said by the path or the title line" if is_article else "is a field of articles alone"
            yield Finding(prefix + name, reason)
        elif name not in known:
            yield Finding(prefix + name, f"unknown field{near(name, known)}")
        elif problem := _type_problem(known[name], value):
            yield Finding(prefix + name, problem)
    for field in known.values():
        if form in field.required and field.name not in table:
            yield Finding(prefix + field.name, MISSING)


def _type_problem(field: Field, value: object) -> str:
    if field.type == "year":
        if not isinstance(value, int) or isinstance(value, bool):
            return "must be a whole number, -44 for 44 BC"
        if value == 0:
            return "there is no year 0: 1 BC is -1, and AD 1 follows it"
        if not -9999 <= value <= 9999:
            return "must lie between -9999 and 9999"
    elif field.type == "yes or no":
        return "" if isinstance(value, bool) else "must be true or false"
    elif field.type == "list of texts":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return "must be a list of texts between square brackets"
    elif field.type == "tables":
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            return f"must be tables, each under a line [[{field.name}]]"
    elif not isinstance(value, str):
        return "must be a text between quotation marks"
    elif not value.strip():
        return "is empty"
    elif value != value.strip() or "\n" in value:
        return "must be one line without blanks around it"
    return ""


def slug_is_malformed(draft: Draft) -> Found:
    if draft.slug and not is_slug(draft.slug):
        yield Finding("slug", f"{draft.slug!r} must be lower-case letters and digits joined by hyphens")
    for alias in texts(draft, "aliases"):
        if not is_slug(alias):
            yield Finding("aliases", f"{alias!r} must be lower-case letters and digits joined by hyphens")


def word_is_outside_its_vocabulary(draft: Draft) -> Found:
    for name, words in (("region", REGIONS), ("kind", KINDS), ("calendar", (JULIAN, GREGORIAN))):
        value = draft.table.get(name)
        if isinstance(value, str) and value not in words:
            yield Finding(name, f"{value!r} is not one of {', '.join(words)}{near(value, words)}")
    for topic in texts(draft, "topics"):
        if topic not in TOPICS:
            yield Finding("topics", f"{topic!r} is not one of {', '.join(TOPICS)}{near(topic, TOPICS)}")
    for label, reading in tables(draft, "reading"):
        kind = reading.get("kind")
        if isinstance(kind, str) and kind not in READING_KINDS:
            yield Finding(
                f"{label} kind", f"{kind!r} is not one of {', '.join(READING_KINDS)}{near(kind, READING_KINDS)}"
            )


def topics_are_too_few_or_many(draft: Draft) -> Found:
    topics = texts(draft, "topics")
    if isinstance(draft.table.get("topics"), list) and not 1 <= len(topics) <= 3:
        yield Finding("topics", f"has {len(topics)} topics: one to three are wanted")
    if len(set(topics)) < len(topics):
        yield Finding("topics", "names a topic twice")


# Dates


def _date(draft: Draft) -> HistoricalDate | None:
    year, calendar = draft.table.get("year"), draft.table.get("calendar")
    if isinstance(year, bool) or not isinstance(year, int) or calendar not in (None, JULIAN, GREGORIAN):
        return None
    try:
        return HistoricalDate.of(year, draft.day.month, draft.day.day, calendar)
    except ValueError:
        return None


def day_did_not_exist(draft: Draft) -> Found:
    year, calendar = draft.table.get("year"), draft.table.get("calendar")
    if (
        isinstance(year, int)
        and year
        and -9999 <= year <= 9999
        and calendar in (None, JULIAN, GREGORIAN)
        and not _date(draft)
    ):
        calendar = calendar or usual_calendar(year, draft.day.month, draft.day.day)
        yield Finding("year", f"had no {draft.day} in the {calendar.title()} calendar")


def calendar_is_the_usual_one(draft: Draft) -> Found:
    date = _date(draft)
    if date and draft.table.get("calendar") == usual_calendar(date.year, date.month, date.day):
        yield Finding("calendar", f"is the usual one for {date}: leave it out")


def julian_is_another_day(draft: Draft) -> Found:
    text, date = draft.table.get("julian"), _date(draft)
    if not isinstance(text, str) or not date:
        return
    try:
        old_style = HistoricalDate.parse(text, JULIAN)
    except ValueError as error:
        yield Finding("julian", str(error))
        return
    if date.calendar == JULIAN:
        yield Finding("julian", "is not written where the entry itself stands on a Julian day")
    elif old_style.in_calendar(GREGORIAN) != date:
        yield Finding(
            "julian", f"{old_style} Old Style is {old_style.in_calendar(GREGORIAN)}, but the entry stands on {date}"
        )


def also_on_is_no_other_day(draft: Draft) -> Found:
    for label, table in tables(draft, "also_on"):
        text = table.get("day")
        if not isinstance(text, str):
            continue
        try:
            day = Day.parse(text)
        except ValueError as error:
            yield Finding(f"{label} day", str(error))
            continue
        if day == draft.day and table.get("year") == draft.table.get("year"):
            yield Finding(f"{label} day", "is the entry's own day")


# Addresses and books


def isbn_is_wrong(draft: Draft) -> Found:
    for label, reading in tables(draft, "reading"):
        isbn = reading.get("isbn")
        if isinstance(isbn, str) and (problem := _isbn_problem(isbn)):
            yield Finding(f"{label} isbn", problem)


def _isbn_problem(isbn: str) -> str:
    """ISO 2108: digits weighted 1 and 3 in turn, from the left, sum to a multiple of ten."""
    if not re.fullmatch(r"97[89][0-9]{10}", isbn):
        return f"{isbn!r} must be thirteen digits without hyphens, beginning with 978 or 979"
    if sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(isbn)) % 10:
        return f"{isbn!r} has a wrong check digit"
    return ""


def article_is_unsectioned(draft: Draft) -> Found:
    if draft.is_article and not draft.body:
        yield Finding("body", "the article has a title and no text")
    if draft.body.startswith("## "):
        yield Finding("body", "a lead paragraph comes before the first heading")


def markdown_is_not_ours(draft: Draft) -> Found:
    for line, message in markdown_faults(draft.body):
        yield Finding("body", message, line)


Rule = Callable[[Draft], Found]
RULES: tuple[Rule, ...] = (
    fields_are_wrong, slug_is_malformed, word_is_outside_its_vocabulary, topics_are_too_few_or_many,
    day_did_not_exist, calendar_is_the_usual_one, julian_is_another_day, also_on_is_no_other_day, isbn_is_wrong,
    article_is_unsectioned, markdown_is_not_ours,
)  # fmt: skip
