"""``config``: the settings in force, where each value comes from, and the file they stand in."""

from __future__ import annotations

import json as json_module
import os
import shlex
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from historycli.errors import HistorycliError
from historycli.render import tell, write_text
from historycli.settings import SETTINGS, load_settings, settings_file

__all__ = ["config"]

config = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The settings: without a command, all of them and where each comes from.",
)


@config.callback()
def show(context: typer.Context, json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """The settings in force and where each value comes from."""
    if context.invoked_subcommand:
        return
    settings = load_settings()
    for complaint in settings.complaints:
        tell(complaint)
    if json:
        values = {name: {"value": value, "from": settings.origins[name]} for name, value in settings.values.items()}
        write_text(json_module.dumps({"schema_version": 1, "page": "config", "settings": values}, indent=2) + "\n")
        return
    for setting in SETTINGS:
        write_text(f"{setting.name} = {written(settings.values[setting.name])}  ({settings.origins[setting.name]})\n")


@config.command()
def path() -> None:
    """Where the settings file is, whether or not it is there."""
    write_text(f"{_file()}\n")


@config.command()
def edit() -> None:
    """Open the settings file in your editor; a new one has every setting in it, commented."""
    file = _file()
    if not file.exists():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(seed(), encoding="utf-8")
        except OSError as error:
            raise HistorycliError(f"cannot write {file}: {error.strerror}", "No settings were changed.") from None
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        write_text(f"{file}\n")
        tell("no editor is named", "Set VISUAL or EDITOR, or open the file above.")
        return
    try:
        subprocess.run([*shlex.split(editor), str(file)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise HistorycliError(f"{editor} did not end well: {error}", f"The settings are in {file}.") from None
    for complaint in load_settings().complaints:
        tell(complaint)


def seed() -> str:
    """A settings file in which every setting is explained and none is set."""
    lines = ["# The settings of historycli. Take the # away from a line to set it.", ""]
    for setting in SETTINGS:
        choices = [written(choice) for choice in setting.choices]
        listed = f" One of {', '.join(choices)}." if choices and len(choices) < 8 else ""
        lines += [f"# {setting.meaning}{listed}", f"# {setting.name} = {written(setting.default)}", ""]
    return "\n".join(lines)


def written(value: object) -> str:
    """A value as TOML has it."""
    return json_module.dumps(value, ensure_ascii=False)


def _file() -> Path:
    file = settings_file()
    if file is None:
        raise HistorycliError("there is no home directory for settings", "Set HOME, or XDG_CONFIG_HOME.")
    return file
