"""Many days at a glance: a month as a grid where the screen is wide, else a list of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from historycli.dates import MONTHS, WEEKDAYS, format_year
from historycli.inline import printable
from historycli.pages import DatedDay, DaysPage
from historycli.render.blocks import ACCENT, QUIET, STRONG, Block, labelled, lay_out, note, rule, space, text_width

__all__ = ["days_lines"]

GRID = 100  # columns from which a month is drawn as a grid
CELL_LINES = 4


def days_lines(page: DaysPage, console: Console) -> list[Text]:
    if page.in_weeks and console.width >= GRID:
        return _grid(page, console)
    return lay_out(_row_by_row(page, console), console)


def _row_by_row(page: DaysPage, console: Console) -> Iterator[Block]:
    yield rule(page.heading, text_width(console))
    yield space()
    items = []
    for day in page.days:
        mark = ">" if day.date == page.today else " "
        month = "" if page.in_weeks else f" {MONTHS[day.date.month - 1][:3]}"
        items.append((f"{mark} {WEEKDAYS[day.date.weekday()][:3]} {day.date.day:>2}{month}", _lead(day)))
    yield from labelled(items)
    yield space()
    yield note("> is today. Read a day with: historycli on DAY")
    yield space()


def _lead(day: DatedDay) -> Text:
    if not day.lead:
        return Text(f"{day.events} short entries" if day.events else "nothing yet", QUIET)
    return Text.assemble((f"{format_year(day.lead.date.year)}  ", ACCENT), printable(day.lead.title))


def _grid(page: DaysPage, console: Console) -> list[Text]:
    """Weeks below each other, each day a cell of a few lines; today's number stands between > and <."""
    width = (min(console.width, 190) - 2) // 7
    lines = lay_out([rule(page.heading, console.width - 1), space()], console, console.width)
    lines.append(Text("  ").append("".join(name[: width - 1].ljust(width) for name in WEEKDAYS), QUIET))
    first = page.days[0].date.weekday()
    cells: list[list[Text]] = [[] for _ in range(first)] + [_cell(page, day, width - 2, console) for day in page.days]
    for start in range(0, len(cells), 7):
        lines += [Text(), *_beside(cells[start : start + 7], width)]
    return [*lines, Text()]


def _cell(page: DaysPage, day: DatedDay, width: int, console: Console) -> list[Text]:
    number = f">{day.date.day}<" if day.date == page.today else str(day.date.day)
    year = f" {format_year(day.lead.date.year)}" if day.lead else ""
    title = Text(printable(day.lead.title) if day.lead else "", "" if day.lead else QUIET)
    told = list(title.wrap(console, width))
    if len(told) > CELL_LINES:
        told = told[:CELL_LINES]
        told[-1].truncate(width - 1)
        told[-1].append("…")
    return [Text.assemble((number, STRONG), (year, ACCENT)), *told]


def _beside(cells: Sequence[list[Text]], width: int) -> list[Text]:
    rows = []
    for number in range(max(len(cell) for cell in cells)):
        row = Text("  ")
        for cell in cells:
            piece = cell[number] if number < len(cell) else Text()
            piece.rstrip()
            row.append_text(piece)
            row.append(" " * max(0, width - piece.cell_len))
        row.rstrip()
        rows.append(row)
    return rows
