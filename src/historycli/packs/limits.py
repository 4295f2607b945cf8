"""How much a pack may hold, and what of a folder is read at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from historycli.entries.parse import Fault

__all__ = ["LINE_BYTES", "Limits", "files_of", "size_fault"]

LINE_BYTES = 1_000_000
TEXT_BYTES = 4_000_000  # of one article or one file of short entries, which are read whole


class Limits(NamedTuple):
    """Events in a pack and megabytes in a file of it, at most."""

    events: int
    megabytes: int


def files_of(root: Path) -> Iterator[Path | Fault]:
    """The regular files below a folder, in order; a fault for each thing that is none.

    No link is followed, whether to a file, out of the folder or round in a circle,
    and no device or pipe is opened.
    """
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names + [name for name in folders if os.path.islink(os.path.join(folder, name))]):
            path = Path(folder, name)
            where = path.relative_to(root).as_posix()
            mode = path.lstat().st_mode
            if name.startswith("."):
                continue
            if stat.S_ISLNK(mode):
                yield Fault(where, 1, "path", "is a link: a pack holds the files themselves")
            elif not stat.S_ISREG(mode):
                yield Fault(where, 1, "path", "is no regular file")
            elif fault := size_fault(path, where, TEXT_BYTES):
                yield fault
            else:
                yield path


def size_fault(path: Path, where: str, most: int) -> Fault | None:
    """The fault of a file that is too large to be read; None for one that is not."""
    size = path.stat().st_size
    if size <= most:
        return None
    return Fault(where, 1, "size", f"has {size:,} bytes, more than the {most:,} allowed")
