"""``help``: the same as ``--help``, for who types it that way."""

from __future__ import annotations

from typing import Annotated

import typer

from historycli.errors import WrongUsage

__all__ = ["help"]


def help(command: Annotated[str, typer.Argument(help="A command; left out, the program.")] = "") -> None:
    """Print the help of the program or of one command."""
    from historycli.cli import COMMANDS, app, command_of

    if not command:
        typer.main.get_command(app).main(args=["--help"], prog_name="historycli")
    elif command in COMMANDS:
        command_of(command).main(args=["--help"], prog_name=f"historycli {command}")
    else:
        raise WrongUsage(f"there is no command {command!r}", "See them all with: historycli help")
