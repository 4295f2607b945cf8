"""Lists, searches, timelines and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.text import Text

from historycli.dates import format_year
from historycli.inline import plain, printable
from historycli.pages import AboutPage, Found, ListPage, SearchPage, Stretch, TimelinePage
from historycli.render import wording
from historycli.render.blocks import ACCENT, QUIET, STRONG, Block, headed, labelled, note, rule, space, text_width
from historycli.render.rich_day import entry_line

__all__ = ["about_blocks", "list_blocks", "search_blocks", "timeline_blocks"]


def list_blocks(page: ListPage, console: Console) -> Iterator[Block]:
    yield rule(page.heading, text_width(console))
    yield space()
    days = [shown.day.short for shown in page.shown]
    years = [format_year(shown.year) for shown in page.shown]
    columns = max(map(len, years), default=0), max(map(len, days), default=0)
    labels = [f"{year:>{columns[0]}}  {day:>{columns[1]}}" for year, day in zip(years, days, strict=True)]
    yield from labelled([(label, entry_line(shown)) for label, shown in zip(labels, page.shown, strict=True)])
    if page.more:
        yield note(f"and {page.more:,} more")
    yield space()


def about_blocks(page: AboutPage, console: Console) -> Iterator[Block]:
    yield rule("historycli", text_width(console))
    yield space()
    for sentence in wording.about_lines(page):
        yield Block(Text(sentence))
    yield from headed("By century", _bars({wording.century(n): count for n, count in page.centuries.items()}, console))
    yield from headed("By region", _bars(page.regions, console))
    yield from headed("By topic", _bars(page.topics, console))
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


def search_blocks(page: SearchPage, console: Console) -> Iterator[Block]:
    yield rule(f"{len(page.found)} found", text_width(console))
    yield space()
    for found in page.found:
        event = found.event
        yield Block(
            Text.assemble((f"{event.date}  ", ACCENT), (printable(event.title), STRONG), (f"  {event.name}", QUIET))
        )
        yield Block(_context(found), 4)
    yield space()


def _context(found: Found) -> Text:
    """The line of context with its matches marked; the summary where the match is the title itself."""
    if "".join(text for text, _ in found.context) == found.event.title:
        return Text(plain(found.event.summary))
    return Text.assemble(*((plain_run(text), "bold underline" if is_match else "") for text, is_match in found.context))


def plain_run(text: str) -> str:
    """A piece of a text without its marks: it may begin or end within one."""
    return printable(" ".join(text.replace("*", "").replace("## ", "").replace("\n", " ").split(" ")))


def timeline_blocks(page: TimelinePage, console: Console) -> Iterator[Block]:
    yield rule(page.heading, console.width - 1)
    yield space()
    most = max(stretch.events for stretch in page.stretches)
    longest = min(24, console.width // 5)
    items = [(stretch.name, _stretch(stretch, most, longest, console)) for stretch in page.stretches]
    yield from labelled(items)
    yield space()


def _stretch(stretch: Stretch, most: int, longest: int, console: Console) -> Text:
    """A bar as long as the stretch is full, then the titles of articles as far as the line goes."""
    if not stretch.events:
        return Text("·", QUIET)
    bar = "█" * max(1, round(stretch.events / most * longest))
    line = Text.assemble((bar.ljust(longest), ACCENT), (f" {stretch.events:>{len(str(most))}}  ", QUIET))
    titles = Text("; ".join(printable(event.title) for event in stretch.articles))
    titles.truncate(max(0, min(console.width, 140) - longest - 24), overflow="ellipsis")
    return line.append_text(titles)
