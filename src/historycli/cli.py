"""The command line: which commands there are, and what becomes of an error.

Commands are loaded one by one: the module of the one asked for is imported
when its name is met. Twenty-five loaded at start cost a sixth of every start-up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, NamedTuple, cast

import typer
from typer.core import TyperGroup

from historycli import __version__
from historycli.errors import EXIT_CODES, HistorycliError

__all__ = ["COMMANDS", "run"]

HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class Command(NamedTuple):
    """Where a command is: a module below ``historycli.commands`` and, where it is not the
    command's name, its function; and what its help says first."""

    module: str
    help: str
    function: str = ""


COMMANDS = {
    "today": Command("days", "Today's page: the lead story, then the other events."),
    "on": Command("days", "The same for any day, date or year."),
    "show": Command("entries", "One entry whole, with its further reading and sources."),
    "random": Command("chance", "One entry whole, at random."),
    "search": Command("finding", "Full text, ranked: words in titles count most."),
    "list": Command("finding", "Events by topic, region, kind and years.", "list_events"),
    "timeline": Command("finding", "Events drawn along the years."),
    "month": Command("spans", "A month with the lead of each day."),
    "week": Command("spans", "The next seven days, or the last."),
    "open": Command("links", "A link of an entry in the browser.", "open_link"),
    "about": Command("about", "What the collection holds, counted; its version and licences."),
    "cite": Command("cite", "The reading list and sources of an entry, for a reference manager."),
    "export": Command("export", "The events for other programs: JSON Lines, CSV, iCalendar and more."),
    "pack": Command("pack", "Your own events, beside the bundled ones."),
    "config": Command("config", "The settings, and where each comes from."),
    "greet": Command("shell", "One line for a shell's start."),
    "init": Command("shell", "The hook that makes `history` work in a shell."),
    "help": Command("help", "The help of the program or of one command."),
}


class CommandGroup(TyperGroup):
    """The commands, each loaded when it is asked for; their list is printed without loading any."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return command_of(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        self.commands = cast(Any, COMMANDS)  # Typer offers near names from its keys
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])


def command_of(name: str) -> Any:
    """The Typer command of a name in COMMANDS."""
    module = import_module(f"historycli.commands.{COMMANDS[name].module}")
    function = getattr(module, COMMANDS[name].function or name)
    if isinstance(function, typer.Typer):
        return typer.main.get_command(function)
    single = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=HELP_OPTIONS)
    single.command(name, cls=getattr(module, "COMMAND_CLASSES", {}).get(name), help=COMMANDS[name].help)(function)
    return typer.main.get_command(single)


def options_of(name: str) -> list[str]:
    """The long options that a command knows."""
    return [option for parameter in command_of(name).params for option in parameter.opts if option.startswith("--")]


app = typer.Typer(
    cls=CommandGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=HELP_OPTIONS,
    epilog="Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items()) + ".",
)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"historycli {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def historycli(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """What happened on this day, well told and sourced.

    Without a command it prints today's page.
    """
    if context.invoked_subcommand is None:
        command_of("today").main(args=[], prog_name="historycli today", standalone_mode=False)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; no traceback reaches a user."""
    try:
        if arguments[:1] == ["--complete-slugs"]:
            from historycli.commands.shell import complete_slugs

            complete_slugs(" ".join(arguments[1:]))
            return _flushed(0)
        typer.main.get_command(app).main(args=[_readable(argument) for argument in arguments], prog_name="historycli")
    except SystemExit as leaving:
        code = _flushed(leaving.code if isinstance(leaving.code, int) else 1)
        _refresh()
        return code
    except BrokenPipeError:
        _close_stdout()
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _told(error)
    return _flushed(0)


def _told(error: Exception) -> int:
    """Say what went wrong and what to do, on standard error; gives the exit code."""
    from historycli.render import tell

    if isinstance(error, HistorycliError):
        tell(error.message, error.advice)
        return error.exit_code
    if isinstance(error, OSError):
        where = f": {error.filename}" if error.filename else ""
        tell(f"{error.strerror or error}{where}", "The system would not do it.")
    else:
        what = f"{type(error).__name__}: {error}"
        tell(f"a fault of historycli's own: {what}", "Please report it, with what you typed.")
    return 1


def _refresh() -> None:
    """After a command, see to it that what greets at a shell's start is up to date."""
    from historycli.shell import greeting

    where = greeting.folder()
    if where and greeting.exists(where) and not greeting.is_current(where):
        from historycli.commands.shell import refresh

        refresh()


def _readable(argument: str) -> str:
    """An argument without the halves of characters that its bytes were no UTF-8 for."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _flushed(code: int) -> int:
    """Write out what is left; a reader who has gone is no failure."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()
    return code


def _close_stdout() -> None:
    """Let the interpreter's own last flush go nowhere, after the reader of a pipe has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
