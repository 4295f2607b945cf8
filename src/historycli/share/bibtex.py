"""BibTeX: the works an event rests on, for LaTeX and for reference managers.

Entry types and ``date`` are BibLaTeX's; BibTeX itself takes a type it does not
know for ``@misc``. What is said of a work is its ``annote``, which no
bibliography prints unasked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from historycli.dates import astronomical, format_year
from historycli.event import Event, Reading
from historycli.inline import one_line, plain
from historycli.share.people import OTHERS, Person, credits_of
from historycli.share.works import kind_of, works_of

__all__ = ["write"]

_TYPES = {"book": "book", "article": "article", "primary": "misc", "film": "movie", "web": "online"}
_PUBLISHERS = {"book": "publisher", "article": "journal", "online": "organization"}
# A brace counts for BibTeX even after a backslash, so it is named.
_ESCAPES = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
})  # fmt: skip


def write(events: Iterable[Event]) -> Iterator[str]:
    """An entry for each work of the events, each work once."""
    for key, work in works_of(events).items():
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value)
        yield f"@{_type(work)}{{{key},\n{fields}}}\n\n"


def _type(work: Reading) -> str:
    return _TYPES[kind_of(work)]


def _fields(work: Reading) -> Iterator[tuple[str, str]]:
    made_by = credits_of(work.author)
    yield "author", _names(made_by.authors)
    yield "editor", _names(made_by.editors)
    yield "translator", _names(made_by.translators)
    yield "title", f"{{{_text(work.title)}}}"  # in braces of its own, so that no style takes its capitals
    yield _PUBLISHERS.get(_type(work), "howpublished"), _text(work.publisher)
    if work.year:
        yield "year", format_year(work.year)
        yield "date", _iso_year(work.year) if work.year < 0 else ""
    yield "isbn", _text(work.isbn)
    yield "url", re.sub(r"[{}\\ ]", lambda match: f"%{ord(match[0]):02X}", one_line(work.url))
    yield "annote", _text(plain(work.note))


def _iso_year(year: int) -> str:
    """The year as BibLaTeX reads it, by ISO 8601-2, which has a year 0: 1 BC is 0000, 44 BC is -0043."""
    return f"{'-' if year < -1 else ''}{abs(astronomical(year)):04}"


def _names(people: Iterable[Person]) -> str:
    return " and ".join(map(_name, people))


def _name(person: Person) -> str:
    """``Taubman, William``; ``King, Jr., Martin Luther``; in braces a name that is, or has to stay, in one piece."""
    if person == OTHERS:
        return "others"
    whole = " ".join(part for part in (person.given, person.family, person.suffix) if part)
    if not person.given or re.search(r",|\band\b", whole, re.IGNORECASE):
        return f"{{{_text(whole)}}}"
    return ", ".join(_text(part) for part in (person.family, person.suffix, person.given) if part)


def _text(text: str) -> str:
    return one_line(text).translate(_ESCAPES)
