"""The manual page, made from the commands' own help: called by ``docs/make.py``."""

from __future__ import annotations

from typing import Any

from historycli import __version__
from historycli.cli import COMMANDS, command_of
from historycli.errors import EXIT_CODES
from historycli.settings import SETTINGS

__all__ = ["manual_page"]


def manual_page() -> str:
    """``historycli(1)`` in the man macros of roff."""
    lines = [
        f'.TH HISTORYCLI 1 "" "historycli {__version__}" "User Commands"',
        ".SH NAME",
        r"historycli \- what happened on this day, well told and sourced",
        ".SH SYNOPSIS",
        ".B historycli",
        "[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]",
        ".SH DESCRIPTION",
        "Prints, offline and at once, an article on what happened on this day,",
        "with its sources and books to go on with.",
        "Without a command it prints today's page.",
        "In a shell that has the hook (see \\fBinit\\fR) the reading commands may be typed after \\fBhistory\\fR too.",
        ".SH COMMANDS",
    ]
    for name, command in COMMANDS.items():
        typer_command = command_of(name)
        lines += _section(name, typer_command, command.help)
        for inner, subcommand in getattr(typer_command, "commands", {}).items():
            lines += _section(f"{name} {inner}", subcommand, str(subcommand.help))
    lines += [".SH EXIT STATUS"]
    for code, meaning in EXIT_CODES.items():
        lines += [".TP", f".B {code}", _text(meaning.capitalize() + ".")]
    lines += [".SH ENVIRONMENT", ".TP", ".B HISTORYCLI_TODAY", "The date that stands for today, YYYY\\-MM\\-DD."]
    for setting in SETTINGS:
        choices = f" One of: {', '.join(choice or 'empty' for choice in setting.choices)}." if setting.choices else ""
        lines += [".TP", f".B {setting.variable}", _text(setting.meaning + choices)]
    lines += [
        ".TP",
        ".B NO_COLOR, FORCE_COLOR, FORCE_HYPERLINK, COLUMNS, PAGER, MANPAGER",
        "As in other programs.",
        ".SH COPYRIGHT",
        "The code is under the MIT licence, the texts under CC BY 4.0.",
    ]
    return "\n".join(lines) + "\n"


def _section(name: str, command: Any, text: str) -> list[str]:
    """One command: how it is typed, what it does, and each argument and option."""
    lines = [".SS " + _usage(name, command), _text(text)]
    for parameter in command.params:
        if parameter.name != "help":
            lines += [".TP", _signature(parameter), _text(str(getattr(parameter, "help", "") or ""))]
    return lines


def _usage(name: str, command: Any) -> str:
    arguments = [p for p in command.params if not p.opts[0].startswith("-")]
    words = [f"{(p.metavar or p.name).upper()}{'...' if p.nargs == -1 else ''}" for p in arguments]
    return _text(" ".join(["historycli", name, *words]))


def _signature(parameter: Any) -> str:
    names = parameter.opts + parameter.secondary_opts
    if not names[0].startswith("-"):
        return f"\\fI{_text((parameter.metavar or parameter.name).upper())}\\fR"
    value = "" if parameter.is_flag else f" \\fI{_text((parameter.metavar or parameter.name).upper())}\\fR"
    return ", ".join(f"\\fB{_text(option)}\\fR" for option in names) + value


def _text(text: str) -> str:
    """Text in which roff finds nothing to obey."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return "\\&" + escaped if escaped.startswith((".", "'")) else escaped
