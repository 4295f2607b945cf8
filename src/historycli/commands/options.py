"""The options that commands share, each stated once."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

__all__ = ["DateOption", "Form", "FormatOption", "JsonOption", "LimitOption", "PlainOption", "Shell"]


class Form(str, Enum):
    """How a page is printed."""

    rich = "rich"
    plain = "plain"
    json = "json"


class Shell(str, Enum):
    """The shells there is a hook for."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"


FormatOption = Annotated[
    Form | None, typer.Option("--format", help="If left out: rich on a terminal, plain in a pipe.", show_default=False)
]
PlainOption = Annotated[bool, typer.Option("--plain", help="Short for --format plain: no colour, no borders.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The date that stands for today.", show_default=False)
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, help="How many events to list at most.")]
