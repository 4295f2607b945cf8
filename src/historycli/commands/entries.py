"""``show`` and ``random``: one entry whole."""

from __future__ import annotations

from typing import Annotated

import typer

from historycli.collection import Collection
from historycli.commands.filtering import FromOption, KindOption, RegionOption, ToOption, TopicOption, filters_of
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption, FormatOption, JsonOption, PlainOption
from historycli.event import Event
from historycli.pages import ArticlePage

__all__ = ["random", "show"]

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
        frame.show(_article_page(collection, frame, collection.find(" ".join(slug))))


def random(
    topic: TopicOption = None,
    region: RegionOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    date: DateOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """One entry, whole, of those the filters let through."""
    frame = Frame.of(form, plain, json, date)
    with frame.collection() as collection:
        event = collection.random(filters_of(topic, region, kind, first, last))
        frame.show(_article_page(collection, frame, event))


def _article_page(collection: Collection, frame: Frame, event: Event) -> ArticlePage:
    told = [other for slug in event.related if (other := collection.get(slug))]
    akin = [other for other in collection.akin(event, RELATED) if other not in told]
    related = tuple([*told, *akin][: max(RELATED, len(told))])
    others = [shown.event for shown in collection.on(event.date.day_of_year, 8) if not shown.reason]
    same_day = tuple(other for other in others if other.name != event.name and other not in related)
    return ArticlePage(event, frame.today, related, same_day, collection.version_of(event))
