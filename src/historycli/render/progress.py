"""A bar for what takes long, on standard error, where a person looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

__all__ = ["watched"]

Item = TypeVar("Item")
PATIENCE = 1.0  # seconds before anything is shown


def watched(items: Iterable[Item], label: str) -> Iterator[Item]:
    """The items, with how many have passed told while they do; nothing is told where nobody looks."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    told = 0.0
    count = 0
    for count, item in enumerate(items, 1):
        yield item
        if count % 1000 == 0 and (now := time.monotonic()) - start > PATIENCE and now - told > 0.1:
            sys.stderr.write(f"\r{label}: {count:,} events")
            sys.stderr.flush()
            told = now
    if told:
        sys.stderr.write(f"\r{label}: {count:,} events\n")
