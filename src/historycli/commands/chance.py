"""``random``: one entry whole, by chance."""

from __future__ import annotations

from historycli.commands.entries import article_page
from historycli.commands.filtering import FromOption, KindOption, RegionOption, ToOption, TopicOption, filters_of
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption, FormatOption, JsonOption, PlainOption

__all__ = ["random"]


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
        frame.show(article_page(collection, frame, event))
