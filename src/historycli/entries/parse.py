"""From the text of a file to drafts: what stands in it, not yet whether it is right.

An article is TOML front matter between two ``+++`` lines, then a ``# `` title
and Markdown. ``also.toml`` holds short entries, each an ``[[event]]`` table.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from historycli.dates import Day

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["Draft", "EntryError", "Fault", "parse_article", "parse_short_entries"]

_HEADER = re.compile(r"\[\[?\s*(?P<name>[\w.-]+)\s*\]\]?")
_KEY = re.compile(r"(?P<key>[\w-]+)\s*=")
_TOML_LINE = re.compile(r"^(?P<what>.*) \(at line (?P<line>\d+), column \d+\)$", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, and where: printed as ``path:line: field: what is wrong``."""

    path: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.field}: {self.message}"


class EntryError(Exception):
    """A file that cannot be taken apart at all; carries its fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as written: the table of its fields, the article's title and body, its lines."""

    path: str
    day: Day
    slug: str
    table: dict[str, Any]
    is_article: bool
    title: str = ""
    body: str = ""
    line: int = 1
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """The line of ``"summary"``, ``"source 2 url"`` or ``"body"``; of its table, or the entry, if it has none."""
        return self.lines.get(name) or self.lines.get(name.rpartition(" ")[0]) or self.line


def parse_article(path: str, text: str, day: Day, slug: str) -> Draft:
    """Take an article apart. EntryError where there is no front matter, no TOML in it, or no title."""
    if not text.startswith("+++\n"):
        raise EntryError(Fault(path, 1, "front matter", "the file must begin with a line +++"))
    front, closed, rest = text[4:].partition("\n+++\n")
    if not closed:
        raise EntryError(Fault(path, 1, "front matter", "it is not closed: put a line +++ after the last field"))
    table = _toml(path, front, first_line=2)
    title_line = front.count("\n") + 4 + _empty_lines(rest)
    title, _, body = rest.lstrip("\n").partition("\n")
    if not title.startswith("# ") or not title[2:].strip():
        raise EntryError(
            Fault(path, title_line, "title", "after the front matter comes the title, a line that begins with '# '")
        )
    lines = {"title": title_line, "body": title_line + 1 + _empty_lines(body), **dict(_lines_of(front, first_line=2))}
    return Draft(path, day, slug, table, True, title[2:].strip(), body.strip(), lines=lines)


def parse_short_entries(path: str, text: str, day: Day) -> list[Draft]:
    """Take a file of short entries apart. EntryError where it is no TOML or has no ``[[event]]``."""
    table = _toml(path, text, first_line=1)
    events = table.pop("event", [])
    if table:
        raise EntryError(
            Fault(path, 1, next(iter(table)), "stands outside the entries: each begins with a line [[event]]")
        )
    if not isinstance(events, list) or not events or not all(isinstance(event, dict) for event in events):
        raise EntryError(Fault(path, 1, "event", "the file has no [[event]] table"))
    lines = dict(_lines_of(text, first_line=1))
    drafts = []
    for number, event in enumerate(events, 1):
        prefix = f"event {number} "
        mine = {name.removeprefix(prefix): line for name, line in lines.items() if name.startswith(prefix)}
        slug, title = event.get("slug"), event.get("title")
        drafts.append(Draft(
            path, day, slug if isinstance(slug, str) else "", event, False, title if isinstance(title, str) else "",
            line=lines.get(prefix.strip(), 1), lines=mine,
        ))  # fmt: skip
    return drafts


def _empty_lines(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))


def _toml(path: str, text: str, first_line: int) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _TOML_LINE.match(str(error))
        what, line = (match["what"], int(match["line"])) if match else (str(error), text.count("\n") + 1)
        raise EntryError(Fault(path, line + first_line - 1, "TOML", what)) from None
    except RecursionError:
        raise EntryError(Fault(path, first_line, "TOML", "it is nested too deeply")) from None


def _lines_of(text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Yield each table and key with its line, named ``summary``, ``source 2``, ``event 1 source 2 url``.

    The TOML parser keeps no positions; where a key is repeated inside a longer
    text, the first line that looks like it is told.
    """
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), first_line):
        if header := _HEADER.match(line):
            parent, _, name = header["name"].rpartition(".")
            within = f"{parent} {counts[parent]} " if parent in counts else ""
            key = within + name
            counts[key] = counts.get(key, 0) + 1
            table = f"{key} {counts[key]}"
            yield table, number
        elif match := _KEY.match(line):
            yield f"{table} {match['key']}".strip(), number
