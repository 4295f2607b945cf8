"""``export``: the collection in other programs' formats."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from historycli.commands.filtering import FromOption, KindOption, RegionOption, ToOption, TopicOption, filters_of
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption
from historycli.render import write_utf8
from historycli.share import calendar1, fortune, ics, jsonlines, markdown, table

__all__ = ["export"]


class FileFormat(str, Enum):
    """What the collection can be written as."""

    jsonl = "jsonl"
    csv = "csv"
    ics = "ics"
    calendar = "calendar"
    fortune = "fortune"
    markdown = "markdown"


_WRITERS = {
    FileFormat.jsonl: jsonlines.write,
    FileFormat.csv: table.write,
    FileFormat.calendar: calendar1.write,
    FileFormat.fortune: fortune.write,
    FileFormat.markdown: markdown.write,
}


def export(
    form: Annotated[FileFormat, typer.Option("--as", help="What to write it as.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Standard output if left out, or -.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    topic: TopicOption = None,
    region: RegionOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    date: DateOption = None,
) -> None:
    """The events for other programs: JSON Lines, CSV, iCalendar and more."""
    frame = Frame.of(date=date)
    filters = filters_of(topic, region, kind, first, last)
    with frame.collection() as collection:
        events = collection.all(filters)
        parts = ics.write(events, frame.today, collection.written) if form is FileFormat.ics else _WRITERS[form](events)
        write_utf8(parts, None if output == Path("-") else output, replace=force)
