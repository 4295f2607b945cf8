"""The only place that prints: each page as Rich blocks, as plain text or as JSON."""

from __future__ import annotations

import os
import sys

from historycli.render import encoding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from historycli.pages import Page

__all__ = ["FORMATS", "choose_format", "show", "tell", "write_text", "write_utf8"]

FORMATS = ("rich", "plain", "json")
_DUMB = ("dumb", "unknown")


def choose_format(asked: str) -> str:
    """``asked``, or for ``"auto"``: rich where people look and can see it, else plain."""
    if asked != "auto":
        return asked
    if os.environ.get("FORCE_COLOR"):
        return "rich"
    return "rich" if sys.stdout.isatty() and os.environ.get("TERM") not in _DUMB else "plain"


def show(page: Page, form: str, width: int = 0) -> None:
    """Print a page in one of FORMATS; ``width`` columns, 0 for the terminal's."""
    encoding.never_fail(sys.stdout)
    if form == "json":
        from historycli.render import json_pages

        json_pages.write(page)
    elif form == "plain":
        from historycli.render import plain_pages

        plain_pages.write(page, width)
    else:
        from historycli.render import rich_pages

        rich_pages.draw(page, width)


def write_text(text: str) -> None:
    """Write text to standard output as it is."""
    encoding.never_fail(sys.stdout)
    sys.stdout.write(text)


def write_utf8(parts: Iterable[str], path: Path | None = None, *, replace: bool = False) -> None:
    """Write text for other programs, piece by piece: to standard output, or to a file, whole or not at all.

    It is UTF-8 with the line ends it has, whatever the terminal's. Raises
    HistorycliError where there is a file already and ``replace`` is not asked
    for, or it cannot be written.
    """
    pieces = (part.encode("utf-8") for part in parts)
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
    else:
        from historycli.render import files

        files.write_whole(pieces, path, replace=replace)


def tell(message: str, advice: str = "") -> None:
    """Say on standard error what happened and what to do."""
    from historycli.inline import printable

    encoding.never_fail(sys.stderr)
    print(f"historycli: {printable(message)}", *([printable(advice)] if advice else []), sep="\n", file=sys.stderr)
