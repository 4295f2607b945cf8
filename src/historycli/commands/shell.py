"""``greet`` and ``init``: the line for a shell's start, and the hook that prints it."""

from __future__ import annotations

from typing import Annotated

import typer

from historycli import paths
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption, Shell
from historycli.errors import HistorycliError, WrongUsage
from historycli.render import tell, write_text
from historycli.shell import greeting, install
from historycli.shell.beforehand import make_files
from historycli.shell.hooks import HookOptions, hook_text
from historycli.shell.lines import greeting_event, greeting_line

__all__ = ["complete_slugs", "greet", "init", "refresh"]


def greet(
    gentle: Annotated[
        bool | None, typer.Option("--gentle/--no-gentle", help="Pass over grim events.", show_default=False)
    ] = None,
    date: DateOption = None,
) -> None:
    """Print the line; the files for the short way are made where that can be done."""
    frame = Frame.of(date=date)
    if frame.settings.values["greeting"] == "off":
        return
    passes_over = frame.settings.values["gentle"] if gentle is None else gentle
    with frame.collection() as collection:
        event = greeting_event(collection, frame.today, passes_over)
        if event:
            write_text(f"{greeting_line(event, frame.today)}{greeting.READ_ON}\n")
    _make_files(frame)


def init(
    shell: Annotated[Shell, typer.Argument(help="bash, zsh or fish.")],
    install_: Annotated[bool, typer.Option("--install", help="Write the hook into your configuration.")] = False,
    uninstall: Annotated[bool, typer.Option("--uninstall", help="Take it out again.")] = False,
    no_greeting: Annotated[bool, typer.Option("--no-greeting", help="The word alone, without the greeting.")] = False,
    name: Annotated[str, typer.Option(help="Another name for the function.")] = "history",
) -> None:
    """Print the hook, or install it. No startup file is edited: the line to put there is told."""
    if uninstall:
        _uninstall(shell.value)
        return
    if not (name.isascii() and name.replace("_", "").replace("-", "").isalnum() and name[0].isalpha()):
        raise WrongUsage(f"{name!r} cannot be the name of a function", "Take letters, digits, - and _.")
    frame = Frame.of()
    how = "off" if no_greeting else str(frame.settings.values["greeting"])
    text = _hook(shell.value, HookOptions(name, how))
    if not install_:
        write_text(text)
        _make_files(frame)
        return
    path = install.install(shell.value, text)
    _make_files(frame)
    write_text(f"The hook is in {path}.\n")
    if line := install.startup_line(shell.value):
        startup = "~/.bashrc" if shell is Shell.bash else paths.zsh_startup_file()
        write_text(f"Put this line last in {startup}, after what else may define `{name}`:\n\n  {line}\n\n")
    write_text(f"It works in every {shell.value} started from then on: {name} today\n")


def _uninstall(shell: str) -> None:
    path = install.uninstall(shell)
    if path is None:
        raise HistorycliError(f"no hook is installed for {shell}", f"It would be {install.hook_path(shell)}.")
    write_text(f"Took out {path}.\n")
    if line := install.startup_line(shell):
        write_text(f"Take this line out of your startup file too; until then it does nothing:\n\n  {line}\n")


def complete_slugs(beginning: str) -> None:
    """Print the slugs that begin like this, one a line, for a shell's completion."""
    frame = Frame.of()
    with frame.collection() as collection:
        names = [name for name in collection.shelves[0].names() if name.startswith(beginning)]
    write_text("".join(f"{name}\n" for name in names))


def refresh() -> None:
    """Make installed hooks and the greeting's files anew where program, data or settings have changed."""
    try:
        install.refresh_hooks(_hook)
        _make_files(Frame.of())
    except HistorycliError:
        return  # what the user asked for is done; the files are tried again next time


def _hook(shell: str, options: HookOptions) -> str:
    from historycli.cli import COMMANDS, options_of

    files = greeting.folder()
    if files is None:
        raise HistorycliError("there is no home directory for the greeting's files", "Set HOME, or XDG_CACHE_HOME.")
    commands = {name: options_of(name) for name in COMMANDS}
    return hook_text(shell, install.program_path(), files, commands, options)


def _make_files(frame: Frame) -> None:
    """The files of the short way; where they cannot be written that is told, and nothing else fails."""
    where = greeting.folder()
    if where is None or greeting.is_current(where):
        return
    try:
        with frame.collection() as collection:
            values = frame.settings.values
            make_files(collection, gentle=values["gentle"], silent=values["greeting"] == "off")
    except OSError as error:
        tell(
            f"cannot write the greeting's files in {where}: {error.strerror}", "The greeting stays silent until it can."
        )
