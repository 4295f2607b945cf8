"""The options that say which events are wanted, and what they ask of the collection."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Sequence
from typing import Annotated

import typer

from historycli.collection.filters import Filters
from historycli.dates import Year
from historycli.errors import WrongUsage
from historycli.event import KINDS, REGIONS, TOPICS
from historycli.typed_dates import read_day

__all__ = ["FromOption", "KindOption", "RegionOption", "ToOption", "TopicOption", "filters_of"]

TopicOption = Annotated[list[str] | None, typer.Option("--topic", help="A topic, such as science; may be repeated.")]
RegionOption = Annotated[list[str] | None, typer.Option("--region", help="A region, such as africa; may be repeated.")]
KindOption = Annotated[list[str] | None, typer.Option("--kind", help="event, birth, death or observance.")]
FromOption = Annotated[str | None, typer.Option("--from", metavar="YEAR", help="The first year: 1900, 44 BC.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="YEAR", help="The last year.")]


def filters_of(
    topic: list[str] | None, region: list[str] | None, kind: list[str] | None, first: str | None, last: str | None
) -> Filters:
    """The filters that the options ask for. Raises WrongUsage for a word or year that cannot be one."""
    filters = Filters(
        _words("--topic", topic, TOPICS),
        _words("--region", region, REGIONS),
        _words("--kind", kind, KINDS),
        _year("--from", first),
        _year("--to", last),
    )
    if filters.first is not None and filters.last is not None and filters.first > filters.last:
        raise WrongUsage(f"--from {first} lies after --to {last}", "Change them round.")
    return filters


def _words(option: str, typed: list[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    words = tuple(word.casefold().replace(" ", "-") for word in typed or ())
    for word in words:
        if word not in known:
            close = difflib.get_close_matches(word, known, 1)
            near = f"Did you mean {close[0]}? " if close else ""
            raise WrongUsage(f"{option} {word}: there is no such word", f"{near}There are {', '.join(known)}.")
    return words


def _year(option: str, typed: str | None) -> int | None:
    if typed is None:
        return None
    plain = typed.strip()
    if plain.isascii() and plain.isdecimal() and 0 < int(plain) <= 9999:
        return int(plain)
    found = read_day(typed, datetime.date(2000, 1, 1))
    if not isinstance(found, Year):
        raise WrongUsage(f"{option} {typed}: that is no year", "Write it like 1956 or 44 BC.")
    return found.number
