"""An entry's page: the article, further reading, sources, and what to read on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from historycli.dates import format_year
from historycli.event import Event, Reading, Section, Source
from historycli.inline import plain, printable, quotation
from historycli.pages import ArticlePage
from historycli.render import wording
from historycli.render.blocks import (
    ACCENT,
    QUIET,
    STRONG,
    Block,
    aside,
    dotted,
    headed,
    heading,
    labelled,
    linked,
    note,
    paragraph,
    space,
    written_out,
)

__all__ = ["entry_blocks", "sections"]


def entry_blocks(page: ArticlePage) -> Iterator[Block]:
    event = page.event
    pack = f"from the pack {event.pack}" if event.pack else ""
    yield note(dotted(wording.date_line(event), printable(event.place)), ACCENT)
    yield note(printable(event.title), STRONG)
    yield note(dotted(wording.years_ago(event, page.today), *event.topics, pack))
    yield space()
    if event.is_article:
        yield from sections(event.sections)
    else:
        yield Block(paragraph(event.summary))
        if event.detail:
            yield space()
            yield Block(paragraph(event.detail))
    for label, text in event.asides:
        yield space()
        yield aside(label, text)
    readings = _numbered([(_reading(work), work.url) for work in event.readings], 1)
    yield from headed("Further reading", readings)
    yield from headed(
        "Sources", _numbered([(_source(source), source.url) for source in event.sources], len(readings) + 1)
    )
    yield from headed("Related", _by_title(page.related))
    yield from headed(f"Also on {event.date.day_of_year}", _by_title(page.same_day))
    yield space()
    if report := wording.correction(event, page.data_version):
        yield note(report)
        yield space()


def _numbered(works: Sequence[tuple[Text, str]], first: int) -> list[Block]:
    """Works by the numbers that ``open`` knows them by, their addresses below them."""
    blocks = labelled([(f"{number}.", text) for number, (text, _) in enumerate(works, first)], QUIET)
    return [block._replace(address=written_out(url)) for block, (_, url) in zip(blocks, works, strict=True)]


def sections(sections: Sequence[Section]) -> Iterator[Block]:
    for number, section in enumerate(sections):
        if section.heading:
            yield space()
            yield heading(section.heading)
        for place, text in enumerate(section.paragraphs):
            if place or (number and not section.heading):
                yield space()
            if quoted := quotation(text):
                yield Block(paragraph(quoted, "italic"), 6)
            else:
                yield Block(paragraph(text))


def _reading(reading: Reading) -> Text:
    line = linked(reading.title, reading.url, "italic" if reading.kind in ("book", "film") else "")
    by = f", {reading.author}" if reading.author else ""
    line = Text.assemble(line, printable(f"{by}{f' ({reading.published})' if reading.published else ''}."))
    return line.append(f" {plain(reading.note)}")


def _source(source: Source) -> Text:
    line = Text.assemble(linked(source.title, source.url), printable(f", {source.publisher}."))
    return line.append(f" For {printable(source.supports)}." if source.supports else "", QUIET)


def _by_title(events: Iterable[Event]) -> list[Block]:
    lines = [
        (format_year(event.date.year), Text.assemble(printable(event.title), (f"  {printable(event.name)}", QUIET)))
        for event in events
    ]
    return labelled(lines)
