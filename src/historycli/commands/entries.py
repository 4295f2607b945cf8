"""``show`` and ``random``: one entry whole."""

from __future__ import annotations

from typing import Annotated

import typer

from historycli.collection import Collection
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption, FormatOption, JsonOption, PlainOption
from historycli.event import Event
from historycli.pages import ArticlePage

__all__ = ["random", "show"]


def show(
    slug: Annotated[
        list[str],
        typer.Argument(metavar="SLUG", help="An entry's name, or words of it that no other has: secret speech."),
    ],
    date: DateOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """One entry whole, with its further reading and sources."""
    frame = Frame.of(form, plain, json, date)
    with frame.collection() as collection:
        frame.show(_article_page(collection, frame, collection.find(" ".join(slug))))


def random(
    date: DateOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """One entry whole, at random."""
    frame = Frame.of(form, plain, json, date)
    with frame.collection() as collection:
        frame.show(_article_page(collection, frame, collection.random()))


def _article_page(collection: Collection, frame: Frame, event: Event) -> ArticlePage:
    related = tuple(other for slug in event.related if (other := collection.get(slug)))
    same_day = tuple(
        shown.event
        for shown in collection.on(event.date.day_of_year, 8)
        if shown.event.name != event.name and not shown.reason
    )
    return ArticlePage(event, frame.today, related, same_day)
