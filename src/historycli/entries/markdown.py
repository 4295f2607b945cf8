"""The small Markdown of articles: what may stand in it, and where it does not.

``## `` headings, paragraphs, emphasis, ``> `` quotations and links. The rest is
refused by lint, so that what is drawn on a screen is what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["LINK", "links", "markdown_faults"]

LINK = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<url>[^()\s]+)\)")

_REFUSED = (
    (re.compile(r"#(?!# )"), "only ## headings stand in an article"),
    (re.compile(r"([-*+]|\d+[.)]) "), "lists are not part of an article: write a paragraph"),
    (re.compile(r"(\|.*\||={3,}$|-{3,}$|\*{3,}$|_{3,}$)"), "tables and rules are not part of an article"),
    (re.compile(r"(```|~~~| {4}|\t)"), "code blocks are not part of an article"),
    (re.compile(r".*!\["), "images are not part of an article"),
    (re.compile(r".*`"), "code is not part of an article"),
    (re.compile(r".*</?[A-Za-z!]"), "HTML is not part of an article"),
    (re.compile(r".*\[\^"), "footnotes are not part of an article: name the source in the front matter"),
)


def links(body: str) -> Iterator[tuple[int, str]]:
    """Yield the line, from 0, and the address of every link in the text."""
    for number, line in enumerate(body.split("\n")):
        for match in LINK.finditer(line):
            yield number, match["url"]


def markdown_faults(body: str) -> Iterator[tuple[int, str]]:
    """Yield the line, from 0, and the message of whatever the small Markdown does not have."""
    previous = ""
    for number, line in enumerate(body.split("\n")):
        for pattern, message in _REFUSED:
            if pattern.match(line):
                yield number, message
                break
        if line.startswith("## ") and previous:
            yield number, "a heading has an empty line before it"
        if previous.startswith("## ") and line:
            yield number, "a heading has an empty line after it"
        if LINK.sub("", line.removeprefix("> ")).count("*") % 2:
            yield number, "an emphasis is opened and not closed on its line"
        previous = line
