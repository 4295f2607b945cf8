"""Hooks in the user's configuration: written, taken out, and kept up with the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from historycli import paths
from historycli.errors import HistorycliError
from historycli.shell.beforehand import write_whole
from historycli.shell.hooks import SHELLS, HookOptions, options_of

__all__ = ["hook_path", "install", "program_path", "refresh_hooks", "startup_line", "uninstall"]


def program_path() -> str:
    """The absolute path of the historycli that is running."""
    beside = Path(sys.executable).with_name("historycli")
    called = Path(sys.argv[0])
    if called.name in ("historycli", "history") and called.is_file():
        return str(called.absolute().with_name("historycli"))
    return str(beside)


def hook_path(shell: str) -> Path:
    """Where the hook of a shell is installed. HistorycliError where the user has no directories."""
    folder = paths.fish_config_dir() if shell == "fish" else paths.config_dir()
    if folder is None:
        raise HistorycliError("there is no home directory to install the hook in", "Set HOME, or XDG_CONFIG_HOME.")
    return Path(folder, "historycli.fish" if shell == "fish" else f"hook.{shell}")


def startup_line(shell: str) -> str:
    """The guarded line that reads the hook; empty for fish, which reads its folder by itself."""
    if shell == "fish":
        return ""
    path = str(hook_path(shell)).replace(str(Path.home()), "~", 1) if paths.config_dir() else ""
    quoted = path if path.replace("/", "").replace("~", "").replace(".", "").isalnum() else f"'{path}'"
    return f"[ -r {quoted} ] && . {quoted}"


def install(shell: str, text: str) -> Path:
    """Write a hook; gives its path. HistorycliError where it cannot be written."""
    path = hook_path(shell)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.rstrip("\n"))
    except OSError as error:
        raise HistorycliError(f"cannot write {path}: {error.strerror}", "Nothing was installed.") from None
    return path


def uninstall(shell: str) -> Path | None:
    """Take a hook out; gives its path, None where none was installed."""
    path = hook_path(shell)
    if not path.exists():
        return None
    path.unlink()
    return path


def refresh_hooks(make: Callable[[str, HookOptions], str]) -> None:
    """Write every installed hook anew, with the options it was made with."""
    for shell in SHELLS:
        path = hook_path(shell)
        if path.is_file() and (options := options_of(path.read_text(encoding="utf-8", errors="replace"))):
            install(shell, make(shell, options))
