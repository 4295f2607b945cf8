"""A day's page: its lead, then its other events, beside it where the screen is wide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from historycli.dates import format_year
from historycli.event import Anniversary
from historycli.inline import printable
from historycli.pages import DayPage
from historycli.render import wording
from historycli.render.blocks import (
    ACCENT,
    QUIET,
    STRONG,
    Block,
    aside,
    dotted,
    heading,
    labelled,
    lay_out,
    note,
    paragraph,
    rule,
    space,
)
from historycli.render.rich_entry import sections

__all__ = ["day_lines", "entry_line"]

SIDE_BY_SIDE = 112  # columns from which a day's lead and its other events stand beside each other


def day_lines(page: DayPage, console: Console) -> list[Text]:
    top = lay_out([rule(page.heading, console.width - 1), space()], console, console.width)
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
    yield note(dotted(when, format_year(event.date.year), printable(event.place)), ACCENT)
    yield note(printable(event.title), STRONG)
    yield space()
    if page.whole:
        yield from sections(event.sections)
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
    return labelled([(format_year(one.year), entry_line(one)) for one in shown])


def entry_line(shown: Anniversary) -> Text:
    event = shown.event
    line = paragraph(wording.also_on_note(shown) if shown.reason else event.summary)
    if event.is_article or event.pack:
        line.append(f"  {printable(event.name)}", QUIET)
    return line
