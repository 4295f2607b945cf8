"""``search``, ``list`` and ``timeline``: the ways into the collection."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from historycli.collection import Collection, Filters
from historycli.collection.shelf import MATCH_END, MATCH_START
from historycli.commands.filtering import (
    FromOption,
    KindOption,
    RegionOption,
    ToOption,
    TopicOption,
    filters_of,
)
from historycli.commands.frame import Frame
from historycli.commands.options import FormatOption, JsonOption, LimitOption, PlainOption
from historycli.commands.stretches import stretches_of
from historycli.errors import NotFound
from historycli.event import Anniversary
from historycli.pages import Found, ListPage, SearchPage, TimelinePage

__all__ = ["list_events", "search", "timeline"]


class Order(Enum):
    """What a list is sorted by."""

    date = "date"
    day = "day"
    title = "title"


def search(
    words: Annotated[list[str], typer.Argument(help='Words, all of which must stand; "a phrase"; begin*.')],
    topic: TopicOption = None,
    region: RegionOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    limit: LimitOption = 20,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """Full text, ranked: words in titles count most."""
    frame = Frame.of(form, plain, json)
    filters = filters_of(topic, region, kind, first, last)
    typed = " ".join(words)
    with frame.collection() as collection:
        matches = collection.search(typed, filters, limit)
        frame.show(SearchPage(typed, tuple(Found(match.event, _runs(match.context)) for match in matches)))


def _runs(context: str) -> tuple[tuple[str, bool], ...]:
    """A marked context as runs: the text, and whether it is a match."""
    runs: list[tuple[str, bool]] = []
    for part in context.split(MATCH_START):
        match, end, rest = part.partition(MATCH_END)
        runs += [(match, True), (rest, False)] if end else [(part, False)]
    return tuple(run for run in runs if run[0])


def list_events(
    topic: TopicOption = None,
    region: RegionOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    sort: Annotated[Order, typer.Option(help="By date, by day of the year or by title.")] = Order.date,
    limit: LimitOption = 200,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """Events by topic, region, kind and years."""
    frame = Frame.of(form, plain, json)
    filters = filters_of(topic, region, kind, first, last)
    with frame.collection() as collection:
        count = _count(collection, filters)
        events = collection.select(filters, sort.value, limit)
        shown = tuple(Anniversary(event, event.date.day_of_year, event.date.year) for event in events)
        frame.show(ListPage(f"{count:,} events", shown, count - len(shown)))


def timeline(
    topic: TopicOption = None,
    region: RegionOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """Events drawn along the years."""
    frame = Frame.of(form, plain, json)
    filters = filters_of(topic, region, kind, first, last)
    with frame.collection() as collection:
        count = _count(collection, filters)
        frame.show(TimelinePage(f"{count:,} events", stretches_of(collection, filters)))


def _count(collection: Collection, filters: Filters) -> int:
    count = collection.count(filters)
    if not count:
        raise NotFound("no event is like that", "Ask for less, or see what there is: historycli about")
    return count
