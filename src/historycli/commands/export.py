"""``export``: the collection in other programs' formats."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from historycli.collection import Collection
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption
from historycli.event import Event
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
    date: DateOption = None,
) -> None:
    """The events for other programs: JSON Lines, CSV, iCalendar and more."""
    frame = Frame.of(None, False, False, date)
    with frame.collection() as collection:
        events = _chosen(collection)
        parts = ics.write(events, frame.today, collection.written) if form is FileFormat.ics else _WRITERS[form](events)
        write_utf8(parts, None if output == Path("-") else output, replace=force)


def _chosen(collection: Collection) -> Iterator[Event]:
    """The events to be written, one at a time."""
    return collection.all()
