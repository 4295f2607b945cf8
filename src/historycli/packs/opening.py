"""Opening the packs that were added: on the way of every command, so it loads nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from historycli import paths
from historycli.collection.shelf import SCHEMA_VERSION, Shelf, peek
from historycli.errors import CollectionError, HistorycliError

if TYPE_CHECKING:
    from historycli.packs.limits import Limits

__all__ = ["open_packs"]


def open_packs(limits: Callable[[], Limits], tell: Callable[[str, str], None]) -> list[Shelf]:
    """The shelves of all packs, by name; one that cannot be opened is told of and left out.

    An index of an older schema is made anew from its texts first.
    """
    data = paths.data_dir()
    folder = Path(data, "packs") if data else None
    shelves = []
    for path in sorted(folder.glob("[!.]*.db")) if folder else ():
        try:
            shelves.append(_open(path, limits))
        except HistorycliError as error:
            tell(f"the pack {path.stem} is left out: {error.message}", error.advice)
    return shelves


def _open(path: Path, limits: Callable[[], Limits]) -> Shelf:
    try:
        return Shelf(path, path.stem)
    except CollectionError as error:
        if error.schema is None or error.schema > SCHEMA_VERSION:
            advice = "Install a newer historycli." if error.schema else "Add it again: historycli pack add"
            raise CollectionError(error.message, advice) from None
    from historycli.packs.store import add  # 20 ms, when the program has a new schema

    add(Path(peek(path).get("source", "")), path.stem, limits())
    return Shelf(path, path.stem)
