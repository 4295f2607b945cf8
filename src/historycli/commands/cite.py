"""``cite``: an entry's reading list and sources for a reference manager."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from historycli.collection import Collection
from historycli.commands.frame import Frame
from historycli.errors import NotFound
from historycli.event import Event
from historycli.render import write_utf8
from historycli.share import bibtex, csl, markdown

__all__ = ["cite"]


class Citations(str, Enum):
    """How works are cited."""

    bibtex = "bibtex"
    csl_json = "csl-json"
    markdown = "markdown"


def cite(
    slug: Annotated[
        list[str],
        typer.Argument(metavar="SLUG", help="Names of entries, or words of one that no other has: secret speech."),
    ],
    form: Annotated[Citations, typer.Option("--as", help="What to print it as.")] = Citations.bibtex,
) -> None:
    """The reading list and sources of an entry, for a reference manager."""
    with Frame.of().collection() as collection:
        events = _named(collection, slug)
    if not any(event.readings or event.sources for event in events):
        raise NotFound(f"{events[0].name} names no works", f"Read it with: historycli show {events[0].name}")
    if form is Citations.markdown:
        write_utf8(["\n".join(map(markdown.reading_list, events))])
    elif form is Citations.csl_json:
        write_utf8(csl.write(events))
    else:
        write_utf8(bibtex.write(events))


def _named(collection: Collection, words: list[str]) -> list[Event]:
    """The entries of which every word is a whole name, else the one that the words name together."""
    named = [collection.get(word) for word in words]
    found = [event for event in named if event]
    return list(dict.fromkeys(found)) if len(found) == len(words) else [collection.find(" ".join(words))]
