"""Pages for people who look at a terminal.

Colours are few and from the terminal's own palette, so that they are readable
on a light and on a dark background; nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from historycli.dates import format_year
from historycli.event import Anniversary, Event, Reading, Section, Source
from historycli.inline import plain, printable
from historycli.pages import AboutPage, ArticlePage, DayPage, ListPage, Page
from historycli.render import wording
from historycli.render.blocks import (
    ACCENT,
    QUIET,
    STRONG,
    Block,
    aside,
    heading,
    labelled,
    lay_out,
    linked,
    note,
    paragraph,
    rule,
    space,
    written_out,
)
from historycli.render.pager import page_through

__all__ = ["draw"]

SIDE_BY_SIDE = 112  # columns from which a day's lead and its other events stand beside each other


def draw(page: Page, width: int = 0) -> None:
    """Draw a page on standard output; a long article goes through the pager on a terminal."""
    console = Console(highlight=False, markup=False, emoji=False, width=width or None)
    if isinstance(page, DayPage):
        lines = _day(page, console)
    elif isinstance(page, ArticlePage):
        lines = lay_out(_article(page), console)
    elif isinstance(page, ListPage):
        lines = lay_out(_list(page, console), console)
    else:
        lines = lay_out(_about(page, console), console)
    long_read = isinstance(page, ArticlePage) or (isinstance(page, DayPage) and page.whole)
    page_through(console, lines, may_page=long_read)


# A day


def _day(page: DayPage, console: Console) -> list[Text]:
    top = lay_out([rule(page.heading, console), space()], console, console.width)
    lead, others = list(_lead(page)), list(_others(page))
    if not lead or page.whole or console.width < SIDE_BY_SIDE:
        between = [space()] if lead and others else []
        return top + lay_out([*lead, *between, *others, space()], console)
    return top + _beside(lead, others, console) + [Text()]


def _beside(left: Sequence[Block], right: Sequence[Block], console: Console) -> list[Text]:
    """Two columns: what is longer decides the height."""
    width = min(console.width, 160)
    first = width * 11 // 20
    columns = lay_out(left, console, first), lay_out(right, console, width - first - 3)
    height = max(len(lines) for lines in columns)
    rows = []
    for number in range(height):
        line, other = (lines[number] if number < len(lines) else Text() for lines in columns)
        if other:
            line.pad_right(first + 3 - line.cell_len)
        rows.append(Text.assemble(line, other))
    return rows


def _lead(page: DayPage) -> Iterator[Block]:
    if not (event := page.lead):
        return
    when = wording.years_ago(event, page.today)
    yield note(_dotted(when, format_year(event.date.year), printable(event.place)), ACCENT)
    yield note(printable(event.title), STRONG)
    yield space()
    if page.whole:
        yield from _sections(event.sections)
    else:
        yield Block(paragraph(event.opening))
    if event.fun_fact:
        yield space()
        yield aside("Fun fact", event.fun_fact)
    yield space()
    yield Block(Text.assemble(("Read on: ", QUIET), (f"historycli show {event.name}", STRONG)))


def _others(page: DayPage) -> Iterator[Block]:
    if page.others:
        yield heading(f"Also on {page.day}" if page.lead else f"On {page.day}")
        yield from _by_year(page.others)
    if page.guests:
        yield space()
        yield heading(wording.LEAP_DAY)
        yield from _by_year(page.guests)
    if page.more:
        everything = len(page.others) + page.more
        yield note(f"and {page.more:,} more: historycli on {page.day.iso} --limit {everything}")


def _by_year(shown: Iterable[Anniversary]) -> list[Block]:
    return labelled([(format_year(one.year), _entry_line(one)) for one in shown])


def _entry_line(shown: Anniversary) -> Text:
    event = shown.event
    line = paragraph(wording.also_on_note(shown) if shown.reason else event.summary)
    if event.is_article or event.pack:
        line.append(f"  {printable(event.name)}", QUIET)
    return line


# An entry


def _article(page: ArticlePage) -> Iterator[Block]:
    event = page.event
    pack = f"from the pack {event.pack}" if event.pack else ""
    yield note(_dotted(wording.date_line(event), printable(event.place)), ACCENT)
    yield note(printable(event.title), STRONG)
    yield note(_dotted(wording.years_ago(event, page.today), *event.topics, pack))
    yield space()
    if event.is_article:
        yield from _sections(event.sections)
    else:
        yield Block(paragraph(event.summary))
        if event.detail:
            yield space()
            yield Block(paragraph(event.detail))
    yield from _asides(event)
    readings = _numbered([(_reading(work), work.url) for work in event.readings], 1)
    yield from _headed("Further reading", readings)
    yield from _headed(
        "Sources", _numbered([(_source(source), source.url) for source in event.sources], len(readings) + 1)
    )
    yield from _headed("Related", _by_title(page.related))
    yield from _headed(f"Also on {event.date.day_of_year}", _by_title(page.same_day))
    yield space()


def _asides(event: Event) -> Iterator[Block]:
    for label, text in (("Fun fact", event.fun_fact), ("Disputed", event.disputed)):
        if text:
            yield space()
            yield aside(label, text)
    for other in event.also_on:
        yield space()
        yield aside(f"Also on {other.day} {format_year(other.year)}", f"{other.reason}.")


def _headed(name: str, blocks: Sequence[Block]) -> Iterator[Block]:
    if blocks:
        yield space()
        yield heading(name)
        yield from blocks


def _numbered(works: Sequence[tuple[Text, str]], first: int) -> list[Block]:
    """Works by the numbers that ``open`` knows them by, their addresses below them."""
    blocks = labelled([(f"{number}.", text) for number, (text, _) in enumerate(works, first)], QUIET)
    return [block._replace(address=written_out(url)) for block, (_, url) in zip(blocks, works, strict=True)]


def _sections(sections: Sequence[Section]) -> Iterator[Block]:
    for number, section in enumerate(sections):
        if section.heading:
            yield space()
            yield heading(section.heading)
        for place, text in enumerate(section.paragraphs):
            if place or (number and not section.heading):
                yield space()
            if text.startswith("> "):
                quoted = " ".join(line.removeprefix(">").strip() for line in text.split("\n"))
                yield Block(paragraph(quoted, "italic"), 6)
            else:
                yield Block(paragraph(text))


def _reading(reading: Reading) -> Text:
    made = ", ".join(str(part) for part in (reading.publisher, reading.year) if part)
    line = linked(reading.title, reading.url, "italic" if reading.kind in ("book", "film") else "")
    by = f", {reading.author}" if reading.author else ""
    line = Text.assemble(line, printable(f"{by}{f' ({made})' if made else ''}."))
    return line.append(f" {plain(reading.note)}", QUIET)


def _source(source: Source) -> Text:
    line = Text.assemble(linked(source.title, source.url), printable(f", {source.publisher}."))
    return line.append(f" For {printable(source.supports)}." if source.supports else "", QUIET)


def _by_title(events: Iterable[Event]) -> list[Block]:
    lines = [
        (format_year(event.date.year), Text.assemble(printable(event.title), (f"  {printable(event.name)}", QUIET)))
        for event in events
    ]
    return labelled(lines)


# Lists and counts


def _list(page: ListPage, console: Console) -> Iterator[Block]:
    yield rule(page.heading, console)
    yield space()
    days = [shown.day.short for shown in page.shown]
    years = [format_year(shown.year) for shown in page.shown]
    columns = max(map(len, years), default=0), max(map(len, days), default=0)
    labels = [f"{year:>{columns[0]}}  {day:>{columns[1]}}" for year, day in zip(years, days, strict=True)]
    yield from labelled([(label, _entry_line(shown)) for label, shown in zip(labels, page.shown, strict=True)])
    if page.more:
        yield note(f"and {page.more:,} more")
    yield space()


def _about(page: AboutPage, console: Console) -> Iterator[Block]:
    yield rule("historycli", console)
    yield space()
    for sentence in wording.about_lines(page):
        yield Block(Text(sentence))
    yield from _headed("By century", _bars({wording.century(n): count for n, count in page.centuries.items()}, console))
    yield from _headed("By region", _bars(page.regions, console))
    yield from _headed("By topic", _bars(page.topics, console))
    yield space()
    for what, terms in page.licences.items():
        yield note(f"{what}: {terms}")
    yield space()


def _bars(counts: Mapping[str, int], console: Console) -> list[Block]:
    most, figures = max(counts.values(), default=1), max((len(f"{count:,}") for count in counts.values()), default=1)
    longest = max(0, min(console.width, 80) - max(map(len, counts), default=0) - figures - 7)
    items = []
    for name, count in counts.items():
        bar = "█" * max(min(1, longest), round(count / most * longest))
        items.append((name, Text.assemble((f"{count:>{figures},} ", STRONG), (bar, ACCENT))))
    return labelled(items, "")


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
