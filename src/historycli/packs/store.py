"""The packs that were added: an index of each in the user's data directory.

The texts stay where they are and stay the truth; an index knows where they are
and is made anew from them when its schema is no longer this program's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from historycli import __version__, paths
from historycli.collection.compile import compile_events
from historycli.collection.shelf import Shelf, peek
from historycli.entries.parse import Fault
from historycli.errors import CollectionError, HistorycliError, NameTaken, NotFound, WrongUsage
from historycli.event import Event
from historycli.letters import slug_words
from historycli.packs.limits import Limits
from historycli.packs.lock import only_writer
from historycli.packs.reading import PackReader

__all__ = ["Added", "FaultyPack", "Installed", "add", "installed", "remove"]

Watch = Callable[[Iterable[Event], Callable[[], float]], Iterable[Event]]


class FaultyPack(HistorycliError):
    """A pack that cannot be added: its faults are the message, a line each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)), "Nothing was added: mend these first.")


class Added(NamedTuple):
    """A pack that was added: its name, how many events it has, and the lines that were left out."""

    name: str
    events: int
    left_out: tuple[Fault, ...]


class Installed(NamedTuple):
    """A pack in the data directory: its name, where its texts are, and its events (None if it cannot be read)."""

    name: str
    source: str
    events: int | None


def _folder() -> Path:
    data = paths.data_dir()
    if data is None:
        raise HistorycliError("there is no home directory to keep packs in", "Set HOME, or XDG_DATA_HOME.")
    return Path(data, "packs")


def _unwatched(events: Iterable[Event], _: Callable[[], float]) -> Iterable[Event]:
    return events


def add(path: Path, name: str, limits: Limits, watch: Watch = _unwatched) -> Added:
    """Read the pack at ``path``, compile it and keep it; ``name`` empty takes that of the file or folder.

    A pack of the same name is replaced if it was made from the same texts. Raises
    FaultyPack with every fault, WrongUsage for a name, HistorycliError for a file
    that cannot be read or written; the packs are then as before. ``watch`` is given
    the events on their way, and what tells how much of them has been read, to show it.
    """
    source = path.absolute()
    name = name or _name_of(source)
    if not name or not name.replace("-", "").isalnum() or not name.isascii() or name != name.lower():
        raise WrongUsage(
            f"{name!r} cannot be a pack's name", "Take lower-case letters, digits and hyphens: --name family"
        )
    folder = _folder()
    with only_writer(folder):
        for unfinished in folder.glob(".*.db.*"):
            unfinished.unlink(missing_ok=True)  # of a program that was killed
        target = folder / f"{name}.db"
        if target.exists() and _source_of(target) not in ("", str(source)):
            raise WrongUsage(f"there is a pack {name!r} from {_source_of(target)}", "Give this one another --name.")
        reader = PackReader(source, name, limits)
        meta = {"source": str(source), "program": __version__}
        count = _compile(reader, target, meta, watch)
    return Added(name, count, tuple(reader.notes))


def _compile(reader: PackReader, target: Path, meta: dict[str, str], watch: Watch) -> int:
    """Compile what is read into ``target``, unless there is any fault."""
    count = 0

    def faultless() -> Iterator[Event]:
        nonlocal count
        for event in reader.events():
            count += 1
            yield event
        if reader.faults:
            raise FaultyPack(sorted(set(reader.faults)))

    try:
        compile_events(watch(faultless(), reader.fraction), target, meta)
    except NameTaken as taken:
        raise FaultyPack([*reader.faults, reader.name_taken(taken.name)]) from None
    except (sqlite3.OperationalError, OSError) as error:
        raise HistorycliError(f"cannot write {target}: {error}", "The packs are as they were before.") from None
    return count


def _name_of(path: Path) -> str:
    stem = path.stem if path.is_file() else path.name
    return "-".join(slug_words(stem))


def _source_of(index: Path) -> str:
    try:
        return peek(index).get("source", "")
    except CollectionError:
        return ""


def installed() -> list[Installed]:
    """Every pack that was added, by name."""
    found = []
    for path in sorted(_folder().glob("[!.]*.db")):
        try:
            shelf = Shelf(path, path.stem)
            found.append(Installed(path.stem, _source_of(path), shelf.count()))
            shelf.close()
        except CollectionError:
            found.append(Installed(path.stem, _source_of(path), None))
    return found


def remove(name: str) -> None:
    """Take a pack out; its texts are not touched. Raises NotFound for a name that no pack has."""
    folder = _folder()
    path = folder / f"{name}.db"
    if not path.is_file() or path.parent != folder:
        names = ", ".join(pack.name for pack in installed())
        raise NotFound(f"there is no pack {name!r}", f"There are: {names}." if names else "None was added.")
    with only_writer(folder):
        path.unlink(missing_ok=True)
