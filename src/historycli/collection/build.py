"""The bundled collection made from ``data/``: what the build hook and a developer both call."""

from __future__ import annotations

from pathlib import Path

from historycli.collection import BUNDLED
from historycli.collection.compile import compile_events, data_version
from historycli.entries.tree import read_tree
from historycli.errors import HistorycliError

__all__ = ["build_bundled"]


def build_bundled(data: Path, target: Path = BUNDLED) -> int:
    """Lint and compile the entries below ``data`` into ``target``; gives the number of events.

    Raises HistorycliError, with every fault in its message, where lint finds any.
    """
    if not data.is_dir():
        raise HistorycliError(f"{data} is no folder", "Run this where data/ stands, or name the folder.")
    events, faults = read_tree(data)
    if faults:
        raise HistorycliError(
            "\n".join(f"{data.name}/{fault}" for fault in faults), "Nothing was compiled: mend these first."
        )
    compile_events(events, target, {"data_version": data_version(data)})
    return len(events)
