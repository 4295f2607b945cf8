"""Pages as plain text, for pipes and for screen readers.

No colour and no borders; paragraphs in reading order. A list is one event a
line, ending in what to type after ``show``. Paragraphs are broken to a width
only where one is given or a terminal has one: in a pipe each is one line.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

from historycli.dates import WEEKDAYS, Day, format_year
from historycli.event import Anniversary, Event, Reading, Section, Source
from historycli.inline import plain, printable, quotation
from historycli.pages import (
    AboutPage,
    ArticlePage,
    DayPage,
    DaysPage,
    ListPage,
    Page,
    SearchPage,
    TimelinePage,
)
from historycli.render import wording

__all__ = ["write"]


def write(page: Page, width: int = 0) -> None:
    """Write a page to standard output."""
    if isinstance(page, DayPage):
        lines = _day(page)
    elif isinstance(page, ArticlePage):
        lines = _article(page)
    elif isinstance(page, ListPage):
        lines = _list(page)
    elif isinstance(page, SearchPage):
        lines = _search(page)
    elif isinstance(page, TimelinePage):
        lines = _timeline(page)
    elif isinstance(page, DaysPage):
        lines = _days(page)
    else:
        lines = _about(page)
    columns = width or (shutil.get_terminal_size().columns if sys.stdout.isatty() else 0)
    for line in lines:
        print(_fill(line, columns) if columns else line)


def _fill(line: str, columns: int) -> str:
    return textwrap.fill(line, columns, break_long_words=False, break_on_hyphens=False) if line else line


def _day(page: DayPage) -> Iterator[str]:
    yield page.heading
    if event := page.lead:
        yield ""
        yield _sentence(wording.years_ago(event, page.today), format_year(event.date.year), printable(event.place))
        yield printable(event.title)
        yield ""
        yield from _sections(event.sections) if page.whole else [plain(event.opening)]
        if event.fun_fact:
            yield ""
            yield f"Fun fact: {plain(event.fun_fact)}"
        yield ""
        yield f"Read on: historycli show {event.name}"
    if page.others:
        yield ""
        yield f"Also on {page.day}:" if page.lead else f"On {page.day}:"
        yield from _entry_lines(page.others)
    if page.guests:
        yield ""
        yield f"{wording.LEAP_DAY}:"
        yield from _entry_lines(page.guests)
    if page.more:
        yield f"and {page.more:,} more: historycli on {page.day.iso} --limit {len(page.others) + page.more}"


def _sentence(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _entry_lines(shown: Iterable[Anniversary]) -> Iterator[str]:
    for one in shown:
        text = wording.also_on_note(one) if one.reason else one.event.summary
        yield f"{format_year(one.year)}  {plain(text)}  {printable(one.event.name)}"


def _article(page: ArticlePage) -> Iterator[str]:
    event = page.event
    yield printable(event.title)
    yield _sentence(wording.date_line(event), printable(event.place), wording.years_ago(event, page.today))
    yield "Topics: " + ", ".join(event.topics) + (f". From the pack {event.pack}." if event.pack else "")
    yield ""
    if event.is_article:
        yield from _sections(event.sections)
    else:
        yield plain(event.summary)
        yield from ["", plain(event.detail)] if event.detail else []
    for label, text in event.asides:
        yield from ["", f"{label}: {plain(text)}"]
    if event.readings:
        yield from ["", "Further reading:"]
        yield from (f"{number}. {_reading(reading)}" for number, reading in enumerate(event.readings, 1))
    if event.sources:
        yield from ["", "Sources:"]
        yield from (
            f"{number}. {_source(source)}" for number, source in enumerate(event.sources, len(event.readings) + 1)
        )
    for label, events in (("Related", page.related), (f"Also on {event.date.day_of_year}", page.same_day)):
        if events:
            yield from ["", f"{label}:"]
            yield from (_title_line(other) for other in events)
    if report := wording.correction(event, page.data_version):
        yield from ["", report]


def _title_line(event: Event) -> str:
    return f"{format_year(event.date.year)}  {printable(event.title)}  {printable(event.name)}"


def _sections(sections: Iterable[Section]) -> Iterator[str]:
    texts = [text for section in sections for text in (section.heading, *section.paragraphs) if text]
    for number, text in enumerate(texts):
        yield from [""] if number else []
        yield plain(quotation(text) or text)


def _reading(reading: Reading) -> str:
    by = f", {reading.author}" if reading.author else ""
    isbn = f" ISBN {reading.isbn}." if reading.isbn else ""
    url = f" {reading.url}" if reading.url else ""
    return (
        printable(f"{reading.title}{by}{f' ({reading.published})' if reading.published else ''}.")
        + f" {plain(reading.note)}"
        + printable(isbn + url)
    )


def _source(source: Source) -> str:
    supports = f" For {source.supports}." if source.supports else ""
    return printable(f"{source.title}, {source.publisher}.{supports} {source.url}")


def _list(page: ListPage) -> Iterator[str]:
    for shown in page.shown:
        event = shown.event
        yield f"{format_year(shown.year)}  {shown.day}  {printable(event.title)}  {printable(event.name)}"
    if page.more:
        yield f"and {page.more:,} more"


def _search(page: SearchPage) -> Iterator[str]:
    for found in page.found:
        event = found.event
        context = plain(" ".join("".join(text for text, _ in found.context).replace("## ", "").split()))
        told = event.summary if context == event.title else context
        yield f"{event.date}  {printable(event.title)}: {told}  {printable(event.name)}"


def _timeline(page: TimelinePage) -> Iterator[str]:
    yield page.heading
    for stretch in page.stretches:
        titles = "; ".join(printable(event.title) for event in stretch.articles)
        yield f"{stretch.name}: {stretch.events:,}{f'. {titles}' if titles else ''}"


def _days(page: DaysPage) -> Iterator[str]:
    yield page.heading
    for day in page.days:
        when = f"{WEEKDAYS[day.date.weekday()]} {Day(day.date.month, day.date.day)}"
        today = " (today)" if day.date == page.today else ""
        if day.lead:
            told = f"{format_year(day.lead.date.year)}, {printable(day.lead.title)}  {printable(day.lead.name)}"
        else:
            told = f"{day.events} short entries" if day.events else "nothing yet"
        yield f"{when}{today}: {told}"


def _about(page: AboutPage) -> Iterator[str]:
    yield from wording.about_lines(page)
    for label, counts in (
        ("By century", {wording.century(number): count for number, count in page.centuries.items()}),
        ("By region", page.regions),
        ("By topic", page.topics),
    ):
        yield from ["", f"{label}:"]
        yield from (f"{name}: {count:,}" for name, count in counts.items())
    yield ""
    yield from (f"{what}: {terms}" for what, terms in page.licences.items())
