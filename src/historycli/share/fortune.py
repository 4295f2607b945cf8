"""fortune(6): an event an epigram, each ended by a line ``%``, as strfile(1) wants them.

Run ``strfile`` on the file, then ``fortune`` with its path.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from historycli.event import Event
from historycli.inline import one_line, plain

__all__ = ["write"]

_COLUMNS = 76


def write(events: Iterable[Event]) -> Iterator[str]:
    """The epigrams, in the order of the events."""
    for event in events:
        told = " ".join(filter(None, (f"{event.date}:", plain(event.summary), plain(event.detail))))
        lines = _filled(told) + (["", *_filled(plain(event.fun_fact))] if event.fun_fact else [])
        yield "\n".join([*map(_no_end, lines), f"\t-- historycli show {one_line(event.name)}", "%\n"])


def _filled(text: str) -> list[str]:
    return textwrap.wrap(text, _COLUMNS, break_long_words=False, break_on_hyphens=False)


def _no_end(line: str) -> str:
    """A line that does not end the epigram: a ``%`` alone is set in by a blank."""
    return f" {line}" if line == "%" else line
