"""The one module that knows directories.

platformdirs raises where there is neither a home nor a known user; then there
are no user directories, and whoever asks says so or goes without.
"""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["cache_dir", "config_dir", "data_dir"]


def config_dir() -> Path | None:
    """Where the user's settings are; None where the system cannot say."""
    return _directory("user_config_dir", "XDG_CONFIG_HOME")


def data_dir() -> Path | None:
    """Where the user's packs are; None where the system cannot say."""
    return _directory("user_data_dir", "XDG_DATA_HOME")


def cache_dir() -> Path | None:
    """Where files stand that can be made anew, the greeting's among them; None where the system cannot say."""
    return _directory("user_cache_dir", "XDG_CACHE_HOME")


def _directory(kind: str, variable: str) -> Path | None:
    if not (os.environ.get("HOME") or os.environ.get(variable)) and not _user_is_known():
        return None
    import platformdirs  # 2 ms, and only for what reads or writes the user's files

    path = Path(getattr(platformdirs, kind)("historycli", appauthor=False))
    return path if path.is_absolute() else None


def _user_is_known() -> bool:
    try:
        Path.home()
    except (RuntimeError, KeyError):
        return False
    return True
