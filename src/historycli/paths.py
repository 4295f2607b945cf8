"""The one module that knows directories.

On Linux they are read off the XDG Base Directory specification right here:
platformdirs, which knows the other systems' places, takes 3 ms to load, a
twentieth of a whole command. It also raises where there is neither a home nor
a known user; then there are no user directories, and whoever asks goes without.

Paths are texts, not pathlib's: this module is on the greeting's way.
"""

from __future__ import annotations

import os
import sys

__all__ = ["cache_dir", "config_dir", "data_dir", "fish_config_dir", "zsh_startup_file"]

_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


def config_dir() -> str | None:
    """Where the user's settings are; None where the system cannot say."""
    return _directory("config")


def data_dir() -> str | None:
    """Where the user's packs are; None where the system cannot say."""
    return _directory("data")


def cache_dir() -> str | None:
    """Where files stand that can be made anew, the greeting's among them; None where the system cannot say."""
    return _directory("cache")


def fish_config_dir() -> str | None:
    """Where fish reads the files it sources at its start (it follows XDG on every system)."""
    base = _xdg_base("config")
    return os.path.join(base, "fish", "conf.d") if base else None


def zsh_startup_file() -> str:
    """The startup file of interactive zsh, as a person would write it."""
    return os.path.join(os.environ.get("ZDOTDIR") or "~", ".zshrc")


def _directory(kind: str) -> str | None:
    if sys.platform == "linux":
        base = _xdg_base(kind)
        return os.path.join(base, "historycli") if base else None
    import platformdirs

    try:
        path: str = getattr(platformdirs, f"user_{kind}_dir")("historycli", appauthor=False)
    except (RuntimeError, KeyError):
        return None
    return path


def _xdg_base(kind: str) -> str | None:
    variable, below_home = _XDG[kind]
    base = os.environ.get(variable, "")
    if os.path.isabs(base):  # the specification has relative paths ignored
        return base
    home = os.path.expanduser("~")
    return os.path.join(home, below_home) if os.path.isabs(home) else None
