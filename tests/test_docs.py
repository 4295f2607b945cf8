"""The documents say what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from historycli.cli import COMMANDS
from historycli.errors import EXIT_CODES
from historycli.event import REGIONS, TOPICS
from historycli.settings import SETTINGS
from tests.conftest import Cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"historycli {command}" in README


def test_every_exit_code_is_in_the_readme() -> None:
    for code, meaning in EXIT_CODES.items():
        assert f"| {code} | {meaning} |" in README


def test_every_setting_is_in_the_readme() -> None:
    for setting in SETTINGS:
        assert f"`{setting.variable}`" in README


def test_ci_runs_the_readme_test_command() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "pip install --quiet -e '.[dev]' && .venv/bin/python -m pytest" in README
    assert "install --quiet -e '.[dev]'" in ci
    assert "-m pytest" in ci


SCHEMA = json.loads((ROOT / "src/historycli/render/pages.schema.json").read_text(encoding="utf-8"))
PAGES = [
    "today", "on 02-25", "on 1956", "on 15 March 44 BC", "show secret speech", "show montgolfier", "show october",
    "random", "list", "search speech", "timeline", "month", "week", "about", "config",
]  # fmt: skip


@pytest.mark.parametrize("command", PAGES)
def test_every_json_page_keeps_its_schema(command: str, cli: Cli) -> None:
    jsonschema.validate(json.loads(cli(*command.split(), "--json").out), SCHEMA)


def test_an_undated_entry_keeps_the_schema(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "team.toml").write_text('[[event]]\nday = "06-04"\ntitle = "Founders\' day"\n')
    assert cli("pack", "add", str(tmp_path / "team.toml")).code == 0
    for command in ("today", "show team:founders-day", "list"):
        jsonschema.validate(json.loads(cli(*command.split(), "--json").out), SCHEMA)


def test_the_vocabularies_are_in_the_entries_readme() -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert f"Regions: {', '.join(REGIONS)}." in text
    assert f"Topics: {', '.join(TOPICS)}." in text


@pytest.mark.parametrize("command", [["today"], ["show", "secret", "speech"], ["on", "1956"], ["about"]], ids=" ".join)
def test_every_json_key_is_documented(command: list[str], cli: Cli) -> None:
    document = json.loads(cli(*command, "--json").out)
    described = set(re.findall(r"`([a-z_]+)`", JSON))

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return {key for key in value if isinstance(key, str)}.union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    counted = set(REGIONS) | set(TOPICS) | {"Code", "Texts", "date", "calendar"}
    assert {key for key in keys(document) if not key.lstrip("-").isdigit()} - counted <= described
