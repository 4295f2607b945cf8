"""Markdown (CommonMark): an article as a page, a short entry as an item of a list, each with its works.

The entries' own small Markdown keeps its emphasis, quotations and links; every
other character that Markdown would obey is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from historycli.dates import Day
from historycli.event import Event, Reading
from historycli.inline import Run, one_line, quotation, runs
from historycli.share.works import of_source

__all__ = ["item", "page", "reading_list", "write"]

_OBEYED = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w+;)|#+(?= |$)")
_BEGINS = re.compile(r"^(\d*)([-+.)])(?=[- ]|$)")  # a list or a rule, at the beginning of a paragraph
_NOT_IN_ADDRESSES = re.compile(r"[()<>\\ ]")


def write(events: Iterable[Event]) -> Iterator[str]:
    """One document: a heading for each day, below it articles as pages and short entries as items."""
    day: Day | None = None
    for event in events:
        if event.date.day_of_year != day:
            day = event.date.day_of_year
            yield f"# {day}\n\n"
        yield (page(event) if event.is_article else item(event)) + "\n"


def page(event: Event) -> str:
    """An article whole, below its day's heading."""
    blocks = [f"## {_text(event.title)}", f"*{_text(_when(event))}. {_text(event.place)}*"]
    for section in event.sections:
        blocks += [f"### {_marked(section.heading)}"] if section.heading else []
        blocks += map(_paragraph, section.paragraphs)
    blocks += [f"**{label}:** {_marked(text)}" for label, text in event.asides]
    return "\n\n".join([*blocks, *_works(event, "###")]) + "\n"


def item(event: Event) -> str:
    """A short entry as an item of a list, its works as a list within."""
    told = " ".join(_marked(text) for text in (event.summary, event.detail) if text)
    lines = [f"- **{_text(_when(event))}**, {_text(event.place)}: {told}"]
    lines += [f"{label}: {_marked(text)}" for label, text in event.asides]
    works = [f"  - {_work(work)}" for work in (*event.readings, *map(of_source, event.sources))]
    return "\n  ".join(lines) + "\n" + "".join(f"{work}\n" for work in works)


def reading_list(event: Event) -> str:
    """What to read on an event, and what it rests on, as a document of its own."""
    title = f"# {_text(event.title)} ({event.date})"
    return "\n\n".join([title, *_works(event, "##")]) + "\n"


def _works(event: Event, heading: str) -> Iterator[str]:
    lists = (("Further reading", event.readings), ("Sources", tuple(map(of_source, event.sources))))
    for label, works in lists:
        if works:
            yield f"{heading} {label}"
            yield "\n".join(f"{number}. {_work(work)}" for number, work in enumerate(works, 1))


def _work(work: Reading) -> str:
    title = f"*{_text(work.title)}*"
    if work.url.startswith("https://"):
        title = _link(title, work.url)
    parts = [f"{_text(work.author)}, {title}" if work.author else title]
    parts[0] += f" ({_text(work.published)})." if work.published else "."
    parts += [_marked(work.note)] if work.note else []
    parts += [f"ISBN {_text(work.isbn)}."] if work.isbn else []
    return " ".join(parts)


def _when(event: Event) -> str:
    return str(event.date) + (f" ({event.julian} Old Style)" if event.julian else "")


def _paragraph(text: str) -> str:
    if quoted := quotation(text):
        return "> " + _paragraph(quoted)
    return _BEGINS.sub(r"\1\\\2", _marked(text))


def _marked(text: str) -> str:
    """The small Markdown as CommonMark."""
    return "".join(map(_run, runs(text))).replace("![", "\\![")  # a link is no image


def _run(run: Run) -> str:
    text = _escaped(run.text)
    if run.style == "link":
        return _link(text, run.url)
    mark = {"emphasis": "*", "strong": "**"}.get(run.style, "")
    return f"{mark}{text}{mark}" if text == text.strip() else text


def _text(text: str) -> str:
    """A text without Markdown, on one line."""
    return _escaped(one_line(text))


def _escaped(text: str) -> str:
    return _OBEYED.sub(r"\\\g<0>", text)


def _link(text: str, url: str) -> str:
    address = _NOT_IN_ADDRESSES.sub(lambda match: f"%{ord(match[0]):02X}", one_line(url))
    return f"[{text}]({address})"
