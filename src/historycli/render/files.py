"""Files that a person asked for by name: whole or not at all, and none replaced unasked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from historycli.errors import HistorycliError
from historycli.whole_files import written_whole

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
    try:
        with written_whole(target) as unfinished, unfinished.open("xb") as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise HistorycliError(f"cannot write {path}: {error.strerror}", "Nothing was written.") from None
