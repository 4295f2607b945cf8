"""The small Markdown of a paragraph, taken apart into runs of one style."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Run", "one_line", "plain", "printable", "quotation", "runs"]

_MARKED = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*|\[(?P<text>[^\[\]]+)\]\((?P<url>https://[^()\s]+)\)"
)


class Run(NamedTuple):
    """A stretch of text: ``style`` is ``""``, ``"emphasis"``, ``"strong"`` or ``"link"``."""

    text: str
    style: str = ""
    url: str = ""


def printable(text: str) -> str:
    """``text`` with every control character shown as a picture or a replacement, so that none is obeyed."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter == "\n" else _picture(letter) for letter in text)


def _picture(letter: str) -> str:
    code = ord(letter)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return " " if unicodedata.category(letter) == "Zs" else "\ufffd"


def one_line(text: str) -> str:
    """``text`` as it stands, printable, its line breaks and other white space as single blanks."""
    return printable(" ".join(text.split()))


def runs(paragraph: str) -> list[Run]:
    """The runs of a paragraph; its line breaks become blanks."""
    text = one_line(paragraph)
    found, end = [], 0
    for match in _MARKED.finditer(text):
        if match.start() > end:
            found.append(Run(text[end : match.start()]))
        if match["url"]:
            found.append(Run(match["text"], "link", match["url"]))
        else:
            found.append(Run(match["strong"] or match["emphasis"], "strong" if match["strong"] else "emphasis"))
        end = match.end()
    if end < len(text):
        found.append(Run(text[end:]))
    return found


def quotation(paragraph: str) -> str:
    """The words of a paragraph that is a quotation, without the signs before its lines; nothing for any other."""
    if not paragraph.startswith("> "):
        return ""
    return " ".join(line.removeprefix(">").strip() for line in paragraph.split("\n"))


def plain(paragraph: str) -> str:
    """A paragraph without its marks, the addresses of its links written out."""
    return "".join(f"{run.text} ({run.url})" if run.url else run.text for run in runs(paragraph))
