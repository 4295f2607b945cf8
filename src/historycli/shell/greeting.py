"""The greeting's short way: print today's line from a file made beforehand.

A shell may ask for it at every start, so nothing here imports more than the
interpreter has loaded already; tests/test_walls.py holds that. Whatever is not
as expected sends the caller the long way.
"""

from __future__ import annotations

import os
import sys
import time

from historycli import __version__, paths

__all__ = [
    "FOLDER",
    "MADE_FROM",
    "READ_ON",
    "SLUGS",
    "completions",
    "exists",
    "folder",
    "is_current",
    "made_from",
    "say",
    "short_greeting",
]

READ_ON = " Read on: historycli today"
FOLDER, MADE_FROM, SLUGS = "greetings", "made-from", "slugs"


def folder() -> str | None:
    """The folder of the files made beforehand; None where the user has no directories."""
    cache = paths.cache_dir()
    return os.path.join(cache, FOLDER) if cache else None


def made_from() -> str:
    """What the files are made from: program, collection, packs, settings and the year, as one line."""
    parts = [__version__, sys.prefix, time.strftime("%Y")]
    config, data = paths.config_dir(), paths.data_dir()
    for path in (
        os.path.join(os.path.dirname(os.path.dirname(__file__)), "collection.db"),
        os.path.join(data, "packs") if data else "",
        os.path.join(config, "config.toml") if config else "",
    ):
        try:
            status = os.stat(path)
            parts.append(f"{status.st_mtime_ns}:{status.st_size}")
        except OSError:
            parts.append("-")
    return " ".join(parts)


def exists(where: str) -> bool:
    """Whether the files were ever made: whoever has none has asked for no greeting."""
    return os.path.exists(os.path.join(where, MADE_FROM))


def is_current(where: str) -> bool:
    """Whether the files in ``where`` were made from what there is now."""
    return _read(os.path.join(where, MADE_FROM)) == made_from()


def short_greeting() -> str | None:
    """Today's line, empty where it is switched off; None where only the long way can tell it."""
    if os.environ.get("HISTORYCLI_GREETING") == "off":
        return ""
    if "HISTORYCLI_GENTLE" in os.environ:
        return None  # the files follow the settings file
    today = os.environ.get("HISTORYCLI_TODAY") or time.strftime("%Y-%m-%d")
    where = folder()
    if where is None or not today.replace("-", "").isdigit() or not is_current(where):
        return None
    line = _read(os.path.join(where, today))
    return line + READ_ON if line else None


def completions(beginning: str) -> list[str] | None:
    """The slugs that begin like this; None where only the long way can tell them."""
    where = folder()
    if where is None or not is_current(where):
        return None
    slugs = _read(os.path.join(where, SLUGS))
    return [slug for slug in slugs.split("\n") if slug.startswith(beginning)] if slugs else None


def say(text: str) -> int:
    """Print what there is to print; gives the exit code. A closed pipe and a letter too many are no failure."""
    try:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        print(*([text] if text else []), sep="\n", end="\n" if text else "", flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().rstrip("\n")
    except (OSError, ValueError):
        return ""
