"""The user's settings: what there is to set, and where each value comes from.

A value comes from the environment (``HISTORYCLI_…``), else from the settings
file, else it is the default; an option on the command line goes before all of
them. A value that cannot be used is reported and the default stands in.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from historycli import paths
from historycli.event import REGIONS, TOPICS

__all__ = ["SETTINGS", "Setting", "Settings", "load_settings", "settings_file"]


class Setting(NamedTuple):
    """One setting: its name, default and meaning, and the words it may be (empty: see ``type``)."""

    name: str
    default: Any
    meaning: str
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        return f"HISTORYCLI_{self.name.upper()}"


SETTINGS = (
    Setting("format", "auto", "How pages are printed; auto is rich on a terminal and plain elsewhere.", ("auto", "rich", "plain", "json")),
    Setting("width", 0, "Columns a page may use; 0 is the terminal's."),
    Setting("date_order", "", "How 6/4 is read; empty, it is refused.", ("", "day-first", "month-first")),
    Setting("greeting", "daily", "The hook's line at shell start-up: once a day, in every shell, or never.", ("daily", "always", "off")),
    Setting("gentle", False, "Whether the greeting passes over grim events."),
    Setting("favour", [], "Regions and topics whose articles lead a day before others.", (*REGIONS, *TOPICS)),
    Setting("leave_out", [], "Regions and topics that no day shows; search, list and show still find them.", (*REGIONS, *TOPICS)),
    Setting("packs", True, "Whether the events of your packs are shown beside the bundled ones."),
    Setting("pack_events", 2_000_000, "How many events a pack may hold."),
    Setting("pack_megabytes", 1000, "How large a pack's file may be."),
    Setting("leap_day", "february", "Where 29 February's events are shown in a common year.", ("february", "march", "hide")),
)  # fmt: skip
_YES_OR_NO = {"1": True, "true": True, "on": True, "yes": True, "0": False, "false": False, "off": False, "no": False}
_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings(NamedTuple):
    """Every setting's value, where it comes from, and what could not be used."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]
    complaints: tuple[str, ...]


def settings_file() -> Path | None:
    """The settings file, whether or not it is there; None where there is no place for one."""
    directory = paths.config_dir()
    return Path(directory, "config.toml") if directory else None


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; never raises: what cannot be used is in ``complaints``."""
    values = {setting.name: setting.default for setting in SETTINGS}
    origins = dict.fromkeys(values, "default")
    complaints: list[str] = []
    path = settings_file()
    for name, value, line in _in_file(path, complaints):
        setting = _BY_NAME.get(name)
        where = f"{path}:{line}: {name}"
        if setting is None:
            close = difflib.get_close_matches(name, _BY_NAME, 1)
            complaints.append(f"{where}: there is no such setting" + (f"; did you mean {close[0]!r}?" if close else ""))
        elif problem := _problem(setting, value):
            complaints.append(f"{where}: {problem}; the default {setting.default!r} is used")
        else:
            values[name], origins[name] = value, str(path)
    for setting in SETTINGS:
        if (text := environment.get(setting.variable)) is not None:
            value = _from_text(setting, text)
            if problem := _problem(setting, value):
                complaints.append(f"{setting.variable}: {problem}; {values[setting.name]!r} is used")
            else:
                values[setting.name], origins[setting.name] = value, setting.variable
    return Settings(values, origins, tuple(complaints))


def _in_file(path: Path | None, complaints: list[str]) -> list[tuple[str, Any, int]]:
    """The names, values and lines of the settings file; nothing where there is none."""
    try:
        text = path.read_text(encoding="utf-8") if path else ""
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        complaints.append(f"{path}: cannot be read ({error}); the defaults are used")
        return []
    if not text:
        return []
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        complaints.append(f"{path}: is not TOML ({error}); the defaults are used")
        return []
    lines = [line.split("=")[0].strip() for line in text.splitlines()]
    return [(name, value, lines.index(name) + 1 if name in lines else 1) for name, value in table.items()]


def _from_text(setting: Setting, text: str) -> Any:
    """The value that the text of an environment variable stands for; the text itself where it is none."""
    if isinstance(setting.default, bool):
        return _YES_OR_NO.get(text.lower(), text)
    if isinstance(setting.default, int):
        return int(text) if text.isascii() and text.isdecimal() else text
    if isinstance(setting.default, list):
        return text.replace(",", " ").split()
    return text


def _problem(setting: Setting, value: Any) -> str:
    if setting.choices and not isinstance(setting.default, list):
        return (
            "" if value in setting.choices else f"{value!r} is not one of {', '.join(repr(c) for c in setting.choices)}"
        )
    if isinstance(setting.default, bool):
        return "" if isinstance(value, bool) else f"{value!r} must be true or false"
    if isinstance(setting.default, int):
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1_000_000_000
        return "" if fits else f"{value!r} must be a whole number, 0 or more"
    if isinstance(setting.default, list):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return f"{value!r} must be a list of texts"
        wrong = [item for item in value if setting.choices and item not in setting.choices]
        return f"{wrong[0]!r} is not one of {', '.join(setting.choices)}" if wrong else ""
    return "" if isinstance(value, str) else f"{value!r} must be a text"
