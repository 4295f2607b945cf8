"""Events to a database file, whole or not at all."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from historycli.collection.rows import COLUMNS, row_of
from historycli.errors import NameTaken
from historycli.event import Event
from historycli.letters import fold
from historycli.whole_files import written_whole

__all__ = ["compile_events", "data_version"]

_TEXT = ("title", "summary", "place", "fun_fact", "detail", "body")
_BATCH = 500
_SCHEMA = Path(__file__).with_name("schema.sql")


def compile_events(events: Iterable[Event], target: Path, meta: Mapping[str, str]) -> None:
    """Write ``events``, in their order, and ``meta`` into a new database at ``target``.

    It is written beside the target and moved there when it is whole, so that a
    reader sees the old file or the new one. Raises NameTaken where two events would
    have one name. Events are taken a few hundred at a time.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(target) as path, closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if anything fails
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA.read_text(encoding="utf-8"))
        database.execute("BEGIN")
        database.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        numbered = enumerate(events, 1)
        while batch := list(islice(numbered, _BATCH)):
            _insert(database, batch)
        database.execute("COMMIT")
        database.execute("INSERT INTO event_text (event_text) VALUES ('optimize')")
        database.execute("VACUUM")


def _insert(database: sqlite3.Connection, numbered: Sequence[tuple[int, Event]]) -> None:
    """Write a batch of events with their numbers: a statement a table, not one an event."""
    rows, texts, days, names = [], [], [], []
    for number, event in numbered:
        row = row_of(event)
        rows.append((number, *row))
        values = dict(zip(COLUMNS, row, strict=True))
        texts.append((number, *(fold(str(values[column])) for column in _TEXT)))
        date = event.date
        days.append((date.month, date.day, int(event.is_article), date.year, number, 0))
        for place, other in enumerate(event.also_on, 1):
            days.append((other.day.month, other.day.day, 0, other.year, number, place))
        names += [(name, number) for name in (event.slug, *event.aliases)]
    for name, number in names:
        try:
            database.execute("INSERT INTO name VALUES (?, ?)", (name, number))
        except sqlite3.IntegrityError:
            raise NameTaken(name) from None
    database.executemany("INSERT INTO shown VALUES (?, ?, ?, ?, ?, ?)", days)
    database.executemany(f"INSERT INTO event VALUES (?{', ?' * len(COLUMNS)})", rows)
    columns = ", ".join(_TEXT)
    database.executemany(f"INSERT INTO event_text (rowid, {columns}) VALUES (?{', ?' * len(_TEXT)})", texts)


def data_version(root: Path) -> str:
    """Twelve hexadecimal digits that tell one state of the entries below ``root`` from another."""
    digest = hashlib.sha256()
    for path in sorted(root.glob("[0-9][0-9]/[0-9][0-9]/*")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
