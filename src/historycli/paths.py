"""The one module that knows directories.

On Linux they are read off the XDG Base Directory specification right here:
platformdirs, which knows the other systems' places, takes 3 ms to load, a
twentieth of a whole command. It also raises where there is neither a home nor
a known user; then there are no user directories, and whoever asks goes without.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["cache_dir", "config_dir", "data_dir"]

_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


def config_dir() -> Path | None:
    """Where the user's settings are; None where the system cannot say."""
    return _directory("config")


def data_dir() -> Path | None:
    """Where the user's packs are; None where the system cannot say."""
    return _directory("data")


def cache_dir() -> Path | None:
    """Where files stand that can be made anew, the greeting's among them; None where the system cannot say."""
    return _directory("cache")


def _directory(kind: str) -> Path | None:
    try:
        if sys.platform == "linux":
            variable, below_home = _XDG[kind]
            base = os.environ.get(variable, "")
            # The specification has relative paths ignored.
            return Path(base if os.path.isabs(base) else Path.home() / below_home, "historycli")
        import platformdirs

        return Path(getattr(platformdirs, f"user_{kind}_dir")("historycli", appauthor=False))
    except (RuntimeError, KeyError):
        return None
