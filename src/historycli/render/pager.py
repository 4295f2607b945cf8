"""A long page through the reader's pager, where standard output is a terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from rich.console import Console, RenderableType

__all__ = ["page_through"]


def page_through(console: Console, blocks: Sequence[RenderableType]) -> None:
    """Print the blocks; through a pager where a person looks and they are longer than the screen."""
    pager = _pager() if sys.stdout.isatty() and sys.stdin.isatty() else ""
    if not pager:
        console.print(*blocks, sep="\n")
        return
    with console.capture() as captured:
        console.print(*blocks, sep="\n")
    text = captured.get()
    if text.count("\n") < console.height:
        sys.stdout.write(text)
        return
    environment = {"LESS": "-R", **os.environ}
    process = subprocess.Popen(
        pager,
        shell=True,
        stdin=subprocess.PIPE,
        env=environment,
        encoding=sys.stdout.encoding,
        errors=sys.stdout.errors,
    )
    try:
        process.communicate(text)
    except (BrokenPipeError, KeyboardInterrupt):
        process.wait()


def _pager() -> str:
    """The command line of the pager: PAGER, else MANPAGER (often fit for manual pages alone), else less."""
    for variable in ("PAGER", "MANPAGER"):
        if variable in os.environ:
            chosen = os.environ[variable].strip()
            return "" if chosen == "cat" else chosen
    return "less" if shutil.which("less") else ""
