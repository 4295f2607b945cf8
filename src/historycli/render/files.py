"""Files that a person asked for by name: whole or not at all, and none replaced unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from historycli.errors import HistorycliError

__all__ = ["write_whole"]


def write_whole(pieces: Iterable[bytes], path: Path, *, replace: bool) -> None:
    """Write a file beside ``path`` and move it there when it is whole.

    Raises HistorycliError where it cannot be written; where something is there
    already, unless it is a file and ``replace`` is asked for.
    """
    target = path.resolve()  # a link stays and what it points at is replaced
    if target.exists() and not target.is_file():
        raise HistorycliError(f"{path} is no file", "Name a file, or leave -o out and send the output there.")
    if target.exists() and not replace:
        raise HistorycliError(f"{path} is there already", "Replace it with --force, or name another file.")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        file = unfinished.open("xb")
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with file:
            for piece in pieces:
                file.write(piece)
        unfinished.replace(target)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        unfinished.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> HistorycliError:
    return HistorycliError(f"cannot write {path}: {error.strerror}", "Nothing was written.")
