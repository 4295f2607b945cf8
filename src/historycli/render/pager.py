"""Lines to the screen, a long page through the reader's pager."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.segment import Segments
from rich.text import Text

__all__ = ["page_through"]


def page_through(console: Console, lines: Sequence[Text], *, may_page: bool) -> None:
    """Print the lines; where ``may_page``, and a person looks, and they are longer than the screen, by the pager."""
    page = Segments(segment for line in lines for segment in line.render(console, end="\n"))
    looks = may_page and sys.stdout.isatty() and sys.stdin.isatty() and len(lines) >= console.height
    if not looks or not (pager := _pager()):
        console.print(page, soft_wrap=True, end="")
        return
    with console.capture() as captured:
        console.print(page, soft_wrap=True, end="")
    import subprocess

    process = subprocess.Popen(
        pager,
        shell=True,
        stdin=subprocess.PIPE,
        env={"LESS": "-R", **os.environ},
        encoding=sys.stdout.encoding,
        errors=sys.stdout.errors,
    )
    try:
        process.communicate(captured.get())
    except (BrokenPipeError, KeyboardInterrupt):
        process.wait()


def _pager() -> str:
    """The pager's command line: PAGER, else MANPAGER (often fit for manual pages alone), else less."""
    for variable in ("PAGER", "MANPAGER"):
        if variable in os.environ:
            chosen = os.environ[variable].strip()
            return "" if chosen == "cat" else chosen
    return "less" if shutil.which("less") else ""
