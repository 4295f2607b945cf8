"""Pages for people who look at a terminal, drawn with Rich's own blocks.

Colours are few and from the terminal's own palette, so that they are readable
on a light and on a dark background; nothing is said by colour alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from historycli.dates import format_year
from historycli.event import Anniversary, Event, Reading, Section, Source
from historycli.pages import AboutPage, ArticlePage, DayPage, ListPage, Page
from historycli.render import wording
from historycli.render.inline import plain, printable, runs

__all__ = ["draw"]

ACCENT, QUIET, STRONG = "magenta", "dim", "bold"
WIDEST = 92  # columns of text: longer lines are hard to follow
SIDE_BY_SIDE = 116  # columns from which a day's lead and its other events stand beside each other


def draw(page: Page, width: int = 0) -> None:
    """Draw a page on standard output; a long article goes through the pager on a terminal."""
    console = Console(highlight=False, markup=False, emoji=False, width=width or None)
    if isinstance(page, DayPage):
        blocks = _day(page, console)
    elif isinstance(page, ArticlePage):
        blocks = _article(page, console)
    elif isinstance(page, ListPage):
        blocks = _list(page, console)
    else:
        blocks = _about(page, console)
    if isinstance(page, ArticlePage) or (isinstance(page, DayPage) and page.whole):
        from historycli.render.pager import page_through

        page_through(console, blocks)
    else:
        console.print(*blocks, sep="\n")


# The blocks pages are made of


def _indented(block: RenderableType, console: Console, by: int = 2) -> Padding:
    beyond = max(0, console.width - WIDEST)
    return Padding(block, (0, beyond if beyond else 1, 0, by))


def _paragraph(text: str, style: str = "") -> Text:
    drawn = Text(style=style)
    for run in runs(text):
        if run.url and not hyperlinks():
            drawn.append(f"{run.text} <{run.url}>")
        else:
            drawn.append(
                run.text,
                {"emphasis": "italic", "strong": "bold", "link": f"underline link {run.url}"}.get(run.style, ""),
            )
    return drawn


def _linked(text: str, url: str, style: str = "") -> Text:
    """A title that leads to its address; where links are not shown, the address follows it."""
    drawn = Text(printable(text), style=style)
    if url.startswith("https://") and printable(url) == url:
        if hyperlinks():
            drawn.stylize(f"underline link {url}")
        else:
            drawn.append(f" <{url}>", QUIET)
    return drawn


def hyperlinks() -> bool:
    """Whether the terminal is known to show OSC 8 links; others hide the address or print the codes."""
    environment = os.environ
    if environment.get("FORCE_HYPERLINK"):
        return environment["FORCE_HYPERLINK"] != "0"
    if not sys.stdout.isatty() or environment.get("TERM", "").startswith(("screen", "tmux", "linux", "dumb")):
        return False
    known = (
        "WT_SESSION",
        "KITTY_WINDOW_ID",
        "KONSOLE_VERSION",
        "WEZTERM_PANE",
        "ALACRITTY_WINDOW_ID",
        "GHOSTTY_RESOURCES_DIR",
        "DOMTERM",
    )
    return (
        any(name in environment for name in known)
        or environment.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby")
        or environment.get("VTE_VERSION", "0").rjust(4, "0") >= "5000"
        or environment.get("TERM", "").startswith(("foot", "xterm-kitty", "alacritty"))
    )


def _top(text: str) -> Rule:
    return Rule(Text(printable(text), STRONG), align="left", style=ACCENT, characters="─")


def _heading(text: str) -> Text:
    return Text(printable(text), f"{STRONG} {ACCENT}")


def _aside(label: str, text: str) -> Text:
    return Text.assemble((f"{label}  ", f"{STRONG} {ACCENT}"), _paragraph(text))


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


# The day


def _day(page: DayPage, console: Console) -> list[RenderableType]:
    lead = list(_lead(page)) if page.lead else []
    others = list(_others(page))
    if page.lead and not page.whole and console.width >= SIDE_BY_SIDE:
        columns = Table.grid(padding=(0, 4), expand=True)
        columns.add_column(ratio=11)
        columns.add_column(ratio=9)
        columns.add_row(_stack(lead), _stack(others[1:] if others and not others[0] else others))
        return [_top(page.heading), Text(), Padding(columns, (0, 2)), Text()]
    return [_top(page.heading), Text(), *(_indented(block, console) for block in lead + others), Text()]


def _stack(blocks: Sequence[RenderableType]) -> Table:
    stack = Table.grid()
    for block in blocks:
        stack.add_row(block)
    return stack


def _lead(page: DayPage) -> Iterator[RenderableType]:
    event = page.lead
    assert event is not None
    yield Text(
        _dotted(wording.ago(event, page.year, page.is_today), format_year(event.date.year), printable(event.place)),
        ACCENT,
    )
    yield Text(printable(event.title), STRONG)
    yield Text()
    if page.whole:
        yield from _sections(event.sections)
    else:
        yield _paragraph(event.opening)
    if event.fun_fact:
        yield Text()
        yield _aside("Fun fact", event.fun_fact)
    yield Text()
    yield Text.assemble(("Read on: ", QUIET), (f"historycli show {event.name}", STRONG))


def _others(page: DayPage) -> Iterator[RenderableType]:
    if page.others:
        yield Text()
        yield _heading(f"Also on {page.day}" if page.lead else f"On {page.day}")
        yield _by_year(page.others)
    if page.guests:
        yield Text()
        yield _heading(wording.LEAP_DAY)
        yield _by_year(page.guests)
    if page.more:
        yield Text(
            f"and {page.more:,} more: historycli on {page.day.iso} --limit {len(page.others) + page.more}", QUIET
        )


def _by_year(shown: Iterable[Anniversary]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=STRONG, no_wrap=True)
    table.add_column()
    for one in shown:
        table.add_row(format_year(one.year), _entry_line(one))
    return table


def _entry_line(shown: Anniversary) -> Text:
    event = shown.event
    line = _paragraph(wording.also_on_note(shown) if shown.reason else event.summary)
    if event.is_article or shown.reason or event.pack:
        line.append(f"  {printable(event.name)}", QUIET)
    return line


# The article


def _article(page: ArticlePage, console: Console) -> list[RenderableType]:
    event = page.event
    pack = f"from the pack {event.pack}" if event.pack else ""
    blocks: list[RenderableType] = [
        Text(_dotted(wording.date_line(event), printable(event.place)), ACCENT),
        Text(printable(event.title), STRONG),
        Text(_dotted(wording.ago(event, page.year, page.is_today), *event.topics, pack), QUIET),
        Text(),
    ]
    if event.is_article:
        blocks += _sections(event.sections)
    else:
        blocks += [_paragraph(event.summary)] + ([Text(), _paragraph(event.detail)] if event.detail else [])
    for label, text in (("Fun fact", event.fun_fact), ("Disputed", event.disputed)):
        if text:
            blocks += [Text(), _aside(label, text)]
    for other in event.also_on:
        blocks += [Text(), _aside(f"Also on {other.day}", f"{other.reason} ({format_year(other.year)}).")]
    if event.readings:
        blocks += [Text(), _heading("Further reading"), _numbered(_reading(reading) for reading in event.readings)]
    if event.sources:
        start = len(event.readings) + 1
        blocks += [Text(), _heading("Sources"), _numbered((_source(source) for source in event.sources), start)]
    for label, events in (("Related", page.related), (f"Also on {event.date.day_of_year}", page.same_day)):
        if events:
            blocks += [Text(), _heading(label), _by_name(events)]
    return [*(_indented(block, console) for block in blocks), Text()]


def _sections(sections: Sequence[Section]) -> Iterator[RenderableType]:
    for number, section in enumerate(sections):
        if section.heading:
            yield Text()
            yield _heading(section.heading)
        for place, paragraph in enumerate(section.paragraphs):
            if place or (number and not section.heading):
                yield Text()
            if paragraph.startswith("> "):
                lines = [line.removeprefix(">").strip() for line in paragraph.split("\n")]
                yield Padding(_paragraph(" ".join(lines), "italic"), (0, 4))
            else:
                yield _paragraph(paragraph)


def _numbered(items: Iterable[Text], start: int = 1) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", style=QUIET, no_wrap=True)
    table.add_column()
    for number, item in enumerate(items, start):
        table.add_row(f"{number}.", item)
    return table


def _reading(reading: Reading) -> Text:
    made = ", ".join(str(part) for part in (reading.publisher, reading.year) if part)
    line = _linked(reading.title, reading.url, "italic" if reading.kind in ("book", "film") else "")
    by = f", {reading.author}" if reading.author else ""
    line.append(printable(f"{by}{f' ({made})' if made else ''}."))
    return line.append(Text(f" {plain(reading.note)}", QUIET))


def _source(source: Source) -> Text:
    line = _linked(source.title, source.url)
    line.append(printable(f", {source.publisher}."))
    return line.append(f" {printable(source.supports)}." if source.supports else "", QUIET)


def _by_name(events: Iterable[Event]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=STRONG, no_wrap=True)
    table.add_column()
    for event in events:
        table.add_row(
            format_year(event.date.year), Text.assemble(printable(event.title), "  ", (printable(event.name), QUIET))
        )
    return table


# Lists and counts


def _list(page: ListPage, console: Console) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=STRONG, no_wrap=True)
    table.add_column(style=QUIET, no_wrap=True)
    table.add_column()
    for shown in page.shown:
        table.add_row(format_year(shown.year), str(shown.day), _entry_line(shown))
    blocks: list[RenderableType] = [_top(page.heading), Text(), _indented(table, console)]
    if page.more:
        blocks.append(_indented(Text(f"and {page.more:,} more", QUIET), console))
    return [*blocks, Text()]


def _about(page: AboutPage, console: Console) -> list[RenderableType]:
    blocks: list[RenderableType] = [Text(sentence) for sentence in wording.about_lines(page)]
    tables: tuple[tuple[str, Mapping[str, int]], ...] = (
        ("By century", {wording.century(number): count for number, count in page.centuries.items()}),
        ("By region", page.regions),
        ("By topic", page.topics),
    )
    for label, counts in tables:
        blocks += [Text(), _heading(label), _bars(counts, min(console.width, WIDEST) - 28)]
    blocks.append(Text())
    blocks += [Text(f"{what}: {terms}", QUIET) for what, terms in page.licences.items()]
    return [_top("historycli"), Text(), *(_indented(block, console) for block in blocks), Text()]


def _bars(counts: Mapping[str, int], longest: int) -> Table:
    most = max(counts.values(), default=1)
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True, style=STRONG)
    table.add_column(no_wrap=True)
    for name, count in counts.items():
        table.add_row(name, f"{count:,}", Text("█" * max(1, round(count / most * max(4, longest))), ACCENT))
    return table
