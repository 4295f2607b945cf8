"""One writer at a time in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from historycli.errors import HistorycliError

try:
    import fcntl
except ImportError:  # Windows has none: there two writers at once are not kept apart
    fcntl = None  # type: ignore[assignment]

__all__ = ["only_writer"]


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which the system lets go of however the program ends.

    Raises HistorycliError where another program holds it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise HistorycliError(f"cannot write to {folder}: {error.strerror}", "Nothing was changed.") from None
    try:
        if fcntl:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise HistorycliError(
                    "another historycli is writing packs", "Try again when it has finished."
                ) from None
        yield
    finally:
        os.close(handle)
