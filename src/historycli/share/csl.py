"""CSL-JSON: the works an event rests on, for Zotero, Pandoc and other citation processors.

Types and variables are those of the Citation Style Language 1.0.2. It counts
years BC as historians do: "BC" is what it writes after a negative year.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from historycli.event import Event, Reading
from historycli.inline import one_line, plain
from historycli.share.people import Person, credits_of
from historycli.share.works import kind_of, works_of

__all__ = ["write"]

_TYPES = {
    "book": "book",
    "article": "article-journal",
    "primary": "document",
    "film": "motion_picture",
    "web": "webpage",
}
_IN_CONTAINERS = ("article-journal", "webpage")


def write(events: Iterable[Event]) -> Iterator[str]:
    """One JSON list with an item for each work of the events, each work once."""
    items = [_item(key, work) for key, work in works_of(events).items()]
    yield json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(key: str, work: Reading) -> dict[str, Any]:
    type_ = _TYPES[kind_of(work)]
    made_by = credits_of(work.author)
    item = {
        "id": key,
        "type": type_,
        "title": one_line(work.title),
        "director" if type_ == "motion_picture" else "author": [_name(person) for person in made_by.authors],
        "editor": [_name(person) for person in made_by.editors],
        "translator": [_name(person) for person in made_by.translators],
        "container-title" if type_ in _IN_CONTAINERS else "publisher": one_line(work.publisher),
        "issued": {"date-parts": [[work.year]]} if work.year else None,
        "ISBN": one_line(work.isbn),
        "URL": one_line(work.url),
        "note": plain(work.note),
    }
    return {name: value for name, value in item.items() if value}


def _name(person: Person) -> dict[str, str]:
    if not person.given:
        return {"literal": one_line(person.family)}
    parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {name: one_line(part) for name, part in parts.items() if part}
