"""The blocks that drawn pages are made of, and how they become lines.

A block is a paragraph with an indent and, where it has one, a label that hangs
before it. Rich breaks the text and knows how wide letters are; putting the
lines together here instead of in its tables and paddings takes a third of the
time and leaves no blanks at the ends of lines.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from historycli.inline import printable, runs

__all__ = [
    "ACCENT",
    "QUIET",
    "STRONG",
    "Block",
    "aside",
    "dotted",
    "headed",
    "heading",
    "hyperlinks",
    "is_link",
    "labelled",
    "lay_out",
    "linked",
    "note",
    "paragraph",
    "rule",
    "space",
    "text_width",
    "written_out",
]

# The palette's own magenta falls to 1.9:1 on some backgrounds; this orchid, which no palette
# changes, keeps 3:1 on all that tests/test_contrast.py names. Dim is for what may be missed.
ACCENT, QUIET, STRONG = "color(134)", "dim", "bold"
WIDEST = 88  # columns of text: longer lines are hard to follow


class Block(NamedTuple):
    """A paragraph, the columns it stands in from the margin, and the label before it."""

    text: Text
    indent: int = 2
    label: str = ""
    label_style: str = STRONG
    address: str = ""  # on a line of its own below, never broken, so that it can be clicked and copied


def lay_out(blocks: Iterable[Block], console: Console, width: int = 0) -> list[Text]:
    """The lines of the blocks, broken to ``width`` columns; 0 is as wide as text should be here."""
    width = width or text_width(console)
    lines: list[Text] = []
    for block in blocks:
        before = block.indent + (len(block.label) + 2 if block.label else 0)
        broken = block.text.wrap(console, max(4, width - before)) if block.text else [Text()]
        for number, line in enumerate(broken):
            line.rstrip()
            if number == 0 and block.label:
                lines.append(Text.assemble(" " * block.indent, (block.label, block.label_style), "  ", line))
            else:
                lines.append(Text.assemble(" " * before, line) if line else Text())
        if block.address:
            lines.append(Text.assemble(" " * before, (block.address, QUIET)))
    return lines


def text_width(console: Console) -> int:
    """The columns that text takes: the screen's, less a margin, at most WIDEST."""
    return min(console.width - 1, WIDEST + 2)


def rule(text: str, width: int) -> Block:
    """The page's name with a line after it, ``width`` columns in all."""
    name = printable(text)
    return Block(Text.assemble((name, STRONG), (f" {'─' * max(0, width - len(name) - 1)}", ACCENT)), 0)


def space() -> Block:
    """An empty line."""
    return Block(Text(), 0)


def heading(text: str) -> Block:
    return Block(Text(printable(text), f"{STRONG} {ACCENT}"))


def note(text: str, style: str = QUIET) -> Block:
    """A line in one style."""
    return Block(Text(text, style))


def aside(label: str, text: str) -> Block:
    """A paragraph that begins with its name."""
    return Block(Text.assemble((f"{label}  ", f"{STRONG} {ACCENT}"), paragraph(text)))


def headed(name: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks under a heading of their own; nothing where there are none."""
    if blocks:
        yield space()
        yield heading(name)
        yield from blocks


def dotted(*parts: str) -> str:
    """The parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)


def labelled(items: Sequence[tuple[str, Text]], style: str = STRONG) -> list[Block]:
    """Paragraphs with labels in a column before them."""
    width = max((len(label) for label, _ in items), default=0)
    return [Block(text, 2, label.rjust(width), style) for label, text in items]


def paragraph(text: str, style: str = "") -> Text:
    """A paragraph of the entries' small Markdown."""
    drawn = Text(style=style)
    for run in runs(text):
        if run.url and not hyperlinks():
            drawn.append(f"{run.text} <{run.url}>")
        else:
            styles = {"emphasis": "italic", "strong": "bold", "link": f"underline link {run.url}"}
            drawn.append(run.text, styles.get(run.style, ""))
    return drawn


def linked(text: str, url: str, style: str = "") -> Text:
    """A title that leads to its address where the terminal shows links."""
    drawn = Text(printable(text), style=style)
    if url and is_link(url) and hyperlinks():
        drawn.stylize(f"underline link {url}")
    return drawn


def written_out(url: str) -> str:
    """The address to write below a title, nothing where the title is a link itself."""
    return "" if is_link(url) and hyperlinks() else printable(url)


def is_link(url: str) -> bool:
    """Whether an address may be made a link: https, and nothing in it that a terminal would obey."""
    return url.startswith("https://") and url.isprintable() and " " not in url


_LINKING_VARIABLES = (
    "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR",
    "DOMTERM",
)  # fmt: skip


def hyperlinks() -> bool:
    """Whether the terminal is known to show OSC 8 links; others hide the address or print the codes."""
    environment = os.environ
    if "FORCE_HYPERLINK" in environment:
        return environment["FORCE_HYPERLINK"] != "0"
    terminal = environment.get("TERM", "")
    if not sys.stdout.isatty() or terminal.startswith(("screen", "tmux", "linux", "dumb")):
        return False
    return (
        any(name in environment for name in _LINKING_VARIABLES)
        or environment.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby")
        or environment.get("VTE_VERSION", "0").rjust(4, "0") >= "5000"
        or terminal.startswith(("foot", "xterm-kitty", "alacritty"))
    )
