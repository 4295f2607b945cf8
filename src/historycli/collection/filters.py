"""Which events are wanted: by topic, region, kind and years."""

from __future__ import annotations

from typing import NamedTuple

from historycli.dates import UNDATED

__all__ = ["Filters"]


class Filters(NamedTuple):
    """What an event must have: one of the topics, one of the regions, one of the kinds, and a year in the span.

    Empty and None ask for nothing. Years are as historians count them, both ends within.
    """

    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None

    def condition(self) -> tuple[str, list[str | int]]:
        """The filters as an SQL condition on the event table, and its values."""
        parts: list[str] = []
        values: list[str | int] = []
        if self.topics:
            parts.append("(" + " OR ".join("instr(event.topics, ?)" for _ in self.topics) + ")")
            values += [f" {topic} " for topic in self.topics]
        for column, words in (("region", self.regions), ("kind", self.kinds)):
            if words:
                parts.append(f"event.{column} IN ({', '.join('?' for _ in words)})")
                values += words
        if self.first is not None or self.last is not None:
            parts.append(f"event.year <> {UNDATED}")
        for sign, year in ((">=", self.first), ("<=", self.last)):
            if year is not None:
                parts.append(f"event.year {sign} ?")
                values.append(year)
        return " AND ".join(parts) or "1", values
