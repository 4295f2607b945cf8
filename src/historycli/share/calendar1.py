"""calendar(1): a line for each day an event is told on, ``06/04<TAB>1956: …``.

The program sends its file through cpp, reads it in the user's locale and drops
a line that has letters the locale lacks, taking the next line's date along. So
the lines are ASCII (Łódź is Lodz, 漢 is ?), ``/*`` is set apart, no line ends
in a backslash, none begins with ``#`` (each begins with its date), and of the
two underscores that begin cpp's own names (``__LINE__``) one is left.

By calendar(1)'s own rule a line of 29 February is shown on 1 March in a common year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from historycli.dates import with_year
from historycli.event import Event
from historycli.inline import plain
from historycli.letters import ascii_only

__all__ = ["write"]


def write(events: Iterable[Event]) -> Iterator[str]:
    """The lines, in the order of the events."""
    for event in events:
        for shown in event.shown:
            text = _surviving(plain(shown.reason or event.summary))
            yield f"{shown.day.month:02}/{shown.day.day:02}\t{with_year(shown.year, text)}\n"


def _surviving(text: str) -> str:
    """``text`` in letters and signs that come out of calendar(1) as they went in."""
    text = re.sub("__+", "_", ascii_only(text).strip()).replace("/*", "/ *")
    return f"{text}." if text.endswith("\\") else text
