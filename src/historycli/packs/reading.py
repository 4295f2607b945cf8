"""Reading a pack, whatever it is made of, one entry at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from historycli.dates import Day
from historycli.entries.build import build_event
from historycli.entries.parse import Draft, EntryError, Fault, parse_short_entries
from historycli.entries.tree import NOT_ENTRIES, faults_of, has_place, parse_file, text_of
from historycli.errors import HistorycliError
from historycli.event import Event
from historycli.letters import slug_words
from historycli.packs.calendar1 import read_calendar
from historycli.packs.limits import LINE_BYTES, TEXT_BYTES, Limits, files_of, size_fault
from historycli.share.jsonlines import read_line

__all__ = ["PackReader"]

MOST_FAULTS = 500


class PackReader:
    """The events of a pack at ``path``, and the faults met on the way.

    A pack is a folder like ``data/``, a ``.toml`` of short entries that each name
    their ``day``, JSON Lines, or else a calendar(1) file. It is not trusted: sizes
    and counts are limited, links are not followed, and what is wrong is a fault.
    """

    def __init__(self, path: Path, pack: str, limits: Limits, *, strict: bool = False) -> None:
        if not path.exists():
            raise HistorycliError(f"there is nothing at {path}", "Name a folder or a file.")
        self.path, self.pack, self.limits, self.strict = path, pack, limits, strict
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []  # lines of a calendar file that are left out
        self._read = 0  # bytes of a file that is read by lines
        self._recent: deque[Draft] = deque(maxlen=1000)

    def events(self) -> Iterator[Event]:
        """Each event without a fault; faults are kept in ``faults``, MOST_FAULTS at most."""
        count = 0
        for draft in self._drafts():
            if isinstance(draft, Fault):
                (self.notes if draft.field == "date" else self.faults).append(draft)
            else:
                count += 1
                self._recent.append(draft)
                mine = list(faults_of(draft, strict=self.strict))
                self.faults += mine
                if not mine:
                    yield build_event(draft, self.pack)
            if count > self.limits.events:
                self.faults.append(Fault(self.path.name, 1, "pack", f"holds more than {self.limits.events:,} events"))
            if len(self.faults) >= MOST_FAULTS or count > self.limits.events:
                return
        if not count and not self.faults:
            self.faults.append(Fault(self.path.name, 1, "pack", "holds no events"))

    def fraction(self) -> float:
        """How much of a file has been read, 0 to 1; 0 for what is not read by lines."""
        size = self.path.stat().st_size if self._read else 0
        return min(1.0, self._read / size) if size else 0.0

    def name_taken(self, name: str) -> Fault:
        """The fault of a slug or alias that was read lately and that an earlier entry has, where it stands."""
        where = [draft for draft in self._recent if name in (draft.slug, *draft.table.get("aliases", ()))][-1]
        field = "slug" if name == where.slug else "aliases"
        return Fault(where.path, where.line_of(field), field, f"{name!r} is taken by an earlier entry")

    def _drafts(self) -> Iterator[Draft | Fault]:
        if self.path.is_dir():
            yield from _folder(self.path)
        elif not self.path.is_file():
            yield Fault(self.path.name, 1, "path", "is no regular file")
        elif fault := size_fault(self.path, self.path.name, self.limits.megabytes * 1_000_000):
            yield fault
        elif self.path.suffix == ".toml":
            yield from _toml(self.path)
        elif self.path.suffix in (".jsonl", ".ndjson"):
            yield from _json_lines(self.path, self._counted)
        else:
            faults: list[Fault] = []
            yield from read_calendar(self.path.name, _lines(self.path, faults, self._counted))
            yield from faults

    def _counted(self, size: int) -> None:
        self._read += size


def _folder(root: Path) -> Iterator[Draft | Fault]:
    for path in files_of(root):
        if isinstance(path, Fault):
            yield path
            continue
        where = path.relative_to(root).as_posix()
        if where in NOT_ENTRIES:
            continue
        if problem := has_place(where):
            yield Fault(where, 1, "path", problem)
            continue
        try:
            yield from map(_named, parse_file(path, where))
        except EntryError as error:
            yield error.fault


def _toml(path: Path) -> Iterator[Draft | Fault]:
    if fault := size_fault(path, path.name, TEXT_BYTES):
        yield fault
        return
    try:
        drafts = parse_short_entries(path.name, text_of(path, path.name), Day(1, 1))
    except EntryError as error:
        yield error.fault
        return
    for draft in drafts:
        day = draft.table.pop("day", None)
        try:
            yield _named(replace(draft, day=Day.parse(day if isinstance(day, str) else "")))
        except ValueError as error:
            yield Fault(path.name, draft.line_of("day"), "day", str(error))


def _json_lines(path: Path, counted: Callable[[int], None]) -> Iterator[Draft | Fault]:
    faults: list[Fault] = []
    for number, line in _lines(path, faults, counted):
        if line.strip():
            try:
                entry = read_line(line)
            except ValueError as error:
                yield Fault(path.name, number, "line", str(error))
                continue
            yield Draft(
                path.name, entry.day, entry.slug, entry.table, entry.is_article, entry.title, entry.body, number
            )
    yield from faults


def _lines(path: Path, faults: list[Fault], counted: Callable[[int], None]) -> Iterator[tuple[int, str]]:
    """The numbered lines of a file of any size, each one's bytes counted.

    One that is too long or no UTF-8 ends the reading with a fault.
    """
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LINE_BYTES + 1):
            number += 1
            counted(len(line))
            if len(line) > LINE_BYTES:
                faults.append(Fault(path.name, number, "size", f"the line is longer than {LINE_BYTES:,} bytes"))
                return
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                faults.append(Fault(path.name, number, "encoding", "is not UTF-8"))
                return
            if "\0" in text:
                faults.append(Fault(path.name, number, "encoding", "holds a NUL byte: it is no text"))
                return
            yield number, text.rstrip("\r\n")


def _named(draft: Draft) -> Draft:
    """A short entry that has no slug gets one of its title and year."""
    if draft.slug or not isinstance(draft.table.get("title"), str):
        return draft
    words = slug_words(draft.title)[:8]
    year = draft.table.get("year")
    slug = "-".join([*words, *([str(abs(year))] if isinstance(year, int) and year else [])])
    return replace(draft, slug=slug, table={**draft.table, "slug": slug})
