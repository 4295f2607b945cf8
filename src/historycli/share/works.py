"""The works an event rests on: its reading list, then its sources, each under a key of its own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from historycli.dates import format_year
from historycli.event import Event, Reading, Source
from historycli.letters import ascii_only
from historycli.share.people import credits_of

__all__ = ["citation", "key_of", "kind_of", "of_source", "works_of"]

_SMALL_WORDS = {"a", "an", "and", "the", "of", "in", "on", "to", "for", "from", "with", "by", "at", "his", "her", "its"}


def of_source(source: Source) -> Reading:
    """A source as a work: a page on the web, noted with what it bears out."""
    note = f"For {source.supports}." if source.supports else ""
    return Reading("web", source.title, note, publisher=source.publisher, url=source.url)


def works_of(events: Iterable[Event]) -> dict[str, Reading]:
    """Every work of the events by its key, each once: readings before sources, as the entries have them."""
    works: dict[str, Reading] = {}
    for event in events:
        for work in (*event.readings, *map(of_source, event.sources)):
            works.setdefault(key_of(work), work)
    return works


def citation(work: Reading) -> str:
    """``William Taubman, Khrushchev: The Man and His Era (W. W. Norton, 2003)``"""
    return ", ".join(part for part in (work.author, work.title) if part) + (
        f" ({work.published})" if work.published else ""
    )


def kind_of(work: Reading) -> str:
    """What a reference manager keeps it as: a primary source that has an ISBN is a book."""
    return "book" if work.kind == "primary" and work.isbn else work.kind


def key_of(work: Reading) -> str:
    """A name for a work in other people's files, such as ``taubman-2003-khrushchev-man-5b1c``.

    It depends on the work alone and not on what it is written with: the words
    are for people, the four hexadecimal digits tell apart what would be called
    the same.
    """
    authors = credits_of(work.author).everyone
    words = [word for word in _words(work.title) if word not in _SMALL_WORDS] or ["work"]
    parts = ["".join(_words(authors[0].family))] if authors else []
    parts += [format_year(work.year).lower().replace(" ", "")] if work.year else []
    identity = "\0".join((work.title, work.author, str(work.year), work.url))
    digits = hashlib.sha256(identity.encode()).hexdigest()[:4]
    return "-".join(part for part in (*parts, *words[: 2 if authors else 4], digits) if part)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", ascii_only(text).lower().replace("'", ""))
