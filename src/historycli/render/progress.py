"""A bar for what takes long, on standard error, where a person looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from historycli.inline import one_line
from historycli.render import encoding

__all__ = ["watched"]

Item = TypeVar("Item")
PATIENCE = 1.0  # seconds before anything is shown
BAR = 24  # columns


def watched(items: Iterable[Item], label: str, fraction: Callable[[], float]) -> Iterator[Item]:
    """The items, with a bar and their count told while they pass; nothing is told where nobody looks.

    ``fraction`` says how much is done, 0 to 1, and 0 throughout where that is not known.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    encoding.never_fail(sys.stderr)
    start, told, count = time.monotonic(), 0.0, 0
    for count, item in enumerate(items, 1):
        yield item
        if count % 1000 == 0 and (now := time.monotonic()) - start > PATIENCE and now - told > 0.1:
            sys.stderr.write(f"\r{one_line(label)}: {_bar(fraction())}{count:,} events")
            sys.stderr.flush()
            told = now
    if told:
        sys.stderr.write(f"\r{one_line(label)}: {_bar(1.0)}{count:,} events\n")


def _bar(done: float) -> str:
    full = round(done * BAR)
    return f"{'█' * full}{'·' * (BAR - full)} {done:4.0%}  " if done else ""
