"""Settings: where a value comes from, and what becomes of one that cannot be used."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from historycli.settings import SETTINGS, load_settings
from tests.conftest import Cli


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "historycli" / "config.toml"
    path.parent.mkdir()
    return path


def test_option_environment_file_and_default(file: Path) -> None:
    assert load_settings({}).values["date_order"] == ""
    file.write_text('date_order = "day-first"\n')
    loaded = load_settings({})
    assert (loaded.values["date_order"], loaded.origins["date_order"]) == ("day-first", str(file))
    loaded = load_settings({"HISTORYCLI_DATE_ORDER": "month-first"})
    assert (loaded.values["date_order"], loaded.origins["date_order"]) == ("month-first", "HISTORYCLI_DATE_ORDER")
    assert loaded.complaints == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('date_ordr = "day-first"', ":1: date_ordr: there is no such setting; did you mean 'date_order'?"),
        ("\n\ngentle = 1", ":3: gentle: 1 must be true or false; the default False is used"),
        ("width = true", "width: True must be a whole number, 0 or more"),
        ("width = -1", "width: -1 must be a whole number, 0 or more"),
        ('format = "html"', "format: 'html' is not one of 'auto', 'rich', 'plain', 'json'; the default 'auto' is used"),
        ('favour = ["sciense"]', "favour: 'sciense' is not one of africa,"),
        ("favour = 3", "favour: 3 must be a list of texts"),
        ("nonsense", "is not TOML"),
        ("a = " + "[" * 3000, "is not TOML"),
    ],
)
def test_what_cannot_be_used_is_named_and_passed_over(text: str, told: str, file: Path) -> None:
    file.write_text(text + "\n")
    loaded = load_settings({})
    assert told in " ".join(loaded.complaints)
    assert dict(loaded.values) == {setting.name: setting.default for setting in SETTINGS}


def test_a_file_that_cannot_be_read(file: Path) -> None:
    file.write_bytes(b"\xff")
    assert "cannot be read" in load_settings({}).complaints[0]
    file.unlink()
    file.mkdir()
    assert "cannot be read" in load_settings({}).complaints[0]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("GENTLE", "yes", True),
        ("GENTLE", "off", False),
        ("WIDTH", "72", 72),
        ("FAVOUR", "africa, science", ["africa", "science"]),
        ("LEAVE_OUT", "war", ["war"]),
        ("GREETING", "always", "always"),
    ],
)
@pytest.mark.usefixtures("file")
def test_values_in_the_environment(name: str, text: str, value: object) -> None:
    loaded = load_settings({f"HISTORYCLI_{name}": text})
    assert loaded.values[name.lower()] == value
    assert loaded.complaints == ()


@pytest.mark.usefixtures("file")
def test_a_wrong_value_in_the_environment() -> None:
    loaded = load_settings({"HISTORYCLI_WIDTH": "wide"})
    assert loaded.complaints == ("HISTORYCLI_WIDTH: 'wide' must be a whole number, 0 or more; 0 is used",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_file_breaks_the_settings(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    assert set(load_settings({}).values) == {setting.name for setting in SETTINGS}


def test_showing_and_finding_the_file(cli: Cli, tmp_path: Path) -> None:
    shown = cli("config").out
    assert 'leap_day = "february"  (default)' in shown
    document = json.loads(cli("config", "--json").out)
    assert document["settings"]["width"] == {"value": 0, "from": "default"}
    assert cli("config", "path").out == f"{tmp_path}/.config/historycli/config.toml\n"


def test_editing_begins_with_every_setting_explained(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "my editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^# gentle = false/gentle = true/' \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{editor}'")
    assert cli("config", "edit").code == 0
    text = (tmp_path / ".config/historycli/config.toml").read_text()
    for setting in SETTINGS:
        assert f"{setting.name} = " in text
    assert "gentle = true  (" in cli("config").out
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    failed = cli("config", "edit")
    assert (failed.code, "did not end well" in failed.err) == (1, True)
    for name in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    assert cli("config", "edit").out.endswith("config.toml\n")


def test_regions_and_topics_to_leave_out_and_to_favour(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HISTORYCLI_LEAVE_OUT", "africa")
    page = cli("today", "--plain").out
    assert "Rawlings" not in page
    assert "balloon" in page
    assert "ghana" in cli("list", "--plain").out
    monkeypatch.setenv("HISTORYCLI_LEAVE_OUT", "politics, africa")
    assert "Read on" not in cli("today", "--plain").out
    monkeypatch.setenv("HISTORYCLI_LEAVE_OUT", "")
    monkeypatch.setenv("HISTORYCLI_FAVOUR", "africa")
    assert "Read on: historycli show secret-speech-published" in cli("today", "--plain").out


def test_the_program_goes_on_with_the_default(cli: Cli) -> None:
    os.environ["HISTORYCLI_WIDTH"] = "wide"
    try:
        result = cli("today", "--plain")
    finally:
        del os.environ["HISTORYCLI_WIDTH"]
    assert result.code == 0
    assert "'wide' must be a whole number" in result.err
