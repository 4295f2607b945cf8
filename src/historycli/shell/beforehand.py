"""Files made beforehand, so that a shell's start runs no program: a line for each day, and the slugs.

They stand in the cache directory, one small file for each day of this year and
the next ("70 years ago" is true for one year), and say what they were made from.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from historycli.collection import Collection
from historycli.shell import greeting
from historycli.shell.lines import greeting_event, greeting_line
from historycli.whole_files import written_whole

__all__ = ["make_files", "write_whole"]


def make_files(collection: Collection, *, gentle: bool, silent: bool) -> None:
    """Write every file anew; ``silent`` leaves the lines empty.

    OSError where the cache directory cannot be written; no file is half-written.
    """
    where = greeting.folder()
    if where is None:
        raise FileNotFoundError("there is no home directory to keep the greetings in")
    folder = Path(where)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / greeting.MADE_FROM, "")  # what is interrupted is not taken for finished
    year = datetime.date.today().year
    for path in folder.glob("[0-9]*-[0-9][0-9]-[0-9][0-9]"):
        if path.name[:4] not in (str(year), str(year + 1)):
            path.unlink(missing_ok=True)
    date = datetime.date(year, 1, 1)
    while date.year <= min(year + 1, 9998):
        event = None if silent else greeting_event(collection, date, gentle)
        write_whole(folder / date.isoformat(), greeting_line(event, date) if event else "")
        date += datetime.timedelta(days=1)
    slugs = [name for shelf in collection.shelves[:1] for name in shelf.names()]
    write_whole(folder / greeting.SLUGS, "\n".join(slugs))
    write_whole(folder / greeting.MADE_FROM, greeting.made_from())


def write_whole(path: Path, text: str) -> None:
    """Write a text and a line end as a file, whole. OSError where it cannot be written."""
    with written_whole(path) as unfinished:
        unfinished.write_text(f"{text}\n", encoding="utf-8")
