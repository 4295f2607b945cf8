"""Pages for people who look at a terminal.

Text has the terminal's own colour, and the one colour beside it is readable on a
light and on a dark background; nothing is said by colour alone.
"""

from __future__ import annotations

from rich.console import Console

from historycli.pages import AboutPage, ArticlePage, DayPage, DaysPage, ListPage, Page, SearchPage, TimelinePage
from historycli.render.blocks import lay_out
from historycli.render.pager import page_through
from historycli.render.rich_day import day_lines
from historycli.render.rich_entry import entry_blocks

__all__ = ["draw"]


def draw(page: Page, width: int = 0) -> None:
    """Draw a page on standard output; a long read goes through the pager on a terminal."""
    console = Console(highlight=False, markup=False, emoji=False, width=width or None)
    if isinstance(page, DayPage):
        page_through(console, day_lines(page, console), may_page=page.whole)
    elif isinstance(page, ArticlePage):
        page_through(console, lay_out(entry_blocks(page), console), may_page=True)
    else:
        _draw_finds(page, console)


def _draw_finds(page: ListPage | SearchPage | TimelinePage | DaysPage | AboutPage, console: Console) -> None:
    """Draw what is no reading page: its blocks are loaded for it alone."""
    from historycli.render import rich_days, rich_finds

    if isinstance(page, DaysPage):
        lines = rich_days.days_lines(page, console)
    elif isinstance(page, TimelinePage):
        lines = lay_out(rich_finds.timeline_blocks(page, console), console, console.width)
    elif isinstance(page, ListPage):
        lines = lay_out(rich_finds.list_blocks(page, console), console)
    elif isinstance(page, SearchPage):
        lines = lay_out(rich_finds.search_blocks(page, console), console)
    else:
        lines = lay_out(rich_finds.about_blocks(page, console), console)
    page_through(console, lines, may_page=not isinstance(page, AboutPage))
