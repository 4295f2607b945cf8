"""``show``: one entry whole."""

from __future__ import annotations

from typing import Annotated

import typer

from historycli.collection import Collection
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption, FormatOption, JsonOption, PlainOption
from historycli.event import Event
from historycli.pages import ArticlePage

__all__ = ["article_page", "show"]

RELATED = 4  # entries to read on with, at least


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
        frame.show(article_page(collection, frame, collection.find(" ".join(slug))))


def article_page(collection: Collection, frame: Frame, event: Event) -> ArticlePage:
    """The page of an entry, with what there is to read on."""
    told = [other for slug in event.related if (other := collection.get(slug))]
    akin = [other for other in collection.akin(event, RELATED) if other not in told]
    related = tuple([*told, *akin][: max(RELATED, len(told))])
    others = [shown.event for shown in collection.on(event.date.day_of_year, 8) if not shown.reason]
    same_day = tuple(other for other in others if other.name != event.name and other not in related)
    return ArticlePage(event, frame.today, related, same_day, collection.version_of(event))
