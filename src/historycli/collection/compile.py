"""Events to a database file, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from historycli.collection.rows import COLUMNS, row_of
from historycli.event import Event
from historycli.letters import fold

__all__ = ["compile_events", "data_version"]

_TEXT = ("title", "summary", "place", "fun_fact", "detail", "body")
_SCHEMA = Path(__file__).with_name("schema.sql")


def compile_events(events: Iterable[Event], target: Path, meta: Mapping[str, str]) -> None:
    """Write ``events``, in their order, and ``meta`` into a new database at ``target``.

    It is written beside the target and moved there when it is whole, so that a
    reader sees the old file or the new one. Events are taken one at a time.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if anything fails
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(_SCHEMA.read_text(encoding="utf-8"))
            database.execute("BEGIN")
            database.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
            for number, event in enumerate(events, 1):
                _insert(database, number, event)
            database.execute("COMMIT")
            database.execute("INSERT INTO event_text (event_text) VALUES ('optimize')")
            database.execute("VACUUM")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _insert(database: sqlite3.Connection, number: int, event: Event) -> None:
    row = row_of(event)
    database.execute(f"INSERT INTO event VALUES (?{', ?' * len(row)})", (number, *row))
    texts = dict(zip(COLUMNS, row, strict=True))
    database.execute(
        f"INSERT INTO event_text (rowid, {', '.join(_TEXT)}) VALUES (?{', ?' * len(_TEXT)})",
        (number, *(fold(str(texts[column])) for column in _TEXT)),
    )
    date = event.date
    days = [(date.month, date.day, int(event.is_article), date.year, number, 0)]
    days += [(other.day.month, other.day.day, 0, other.year, number, n) for n, other in enumerate(event.also_on, 1)]
    database.executemany("INSERT INTO shown VALUES (?, ?, ?, ?, ?, ?)", days)
    database.executemany("INSERT INTO name VALUES (?, ?)", [(name, number) for name in (event.slug, *event.aliases)])


def data_version(root: Path) -> str:
    """Twelve hexadecimal digits that tell one state of the entries below ``root`` from another."""
    digest = hashlib.sha256()
    for path in sorted(root.glob("[0-9][0-9]/[0-9][0-9]/*")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
