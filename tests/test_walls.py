"""The walls of the house: who imports whom, and what is printed where."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "historycli"
FILES = sorted(PACKAGE.rglob("*.py"))

FORBIDDEN = [
    ("dates.py", ["historycli."]),
    ("letters.py", ["historycli."]),
    ("inline.py", ["historycli."]),
    ("errors.py", ["historycli."]),
    ("paths.py", ["historycli."]),
    ("event.py", ["historycli.entries", "historycli.collection", "historycli.render", "historycli.commands"]),
    ("entries/", ["historycli.collection", "historycli.render", "historycli.commands", "sqlite3", "rich", "typer"]),
    ("collection/", ["historycli.render", "historycli.commands", "rich", "typer"]),
    ("render/", ["historycli.collection", "historycli.entries", "historycli.commands", "sqlite3", "typer"]),
    ("commands/", ["sqlite3", "rich"]),
    ("share/", ["historycli.collection", "historycli.render", "historycli.commands", "sqlite3", "rich", "typer"]),
]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


@pytest.mark.parametrize(("room", "forbidden"), FORBIDDEN, ids=[room for room, _ in FORBIDDEN])
def test_a_room_does_not_import(room: str, forbidden: list[str]) -> None:
    for path in FILES:
        if path.relative_to(PACKAGE).as_posix().startswith(room):
            wrong = [name for name in imports(path) for wall in forbidden if name == wall or name.startswith(wall)]
            assert not wrong, f"{path.relative_to(PACKAGE)} imports {wrong}"


def test_share_knows_events_alone() -> None:
    """What writes an event for another program can be read, and used, without the rest of the house."""
    known = ("historycli.event", "historycli.dates", "historycli.letters", "historycli.inline", "historycli.share")
    for path in FILES:
        if path.parent == PACKAGE / "share":
            others = {name.partition(".")[0] for name in imports(path)} - {"historycli"}
            assert others <= sys.stdlib_module_names, path.name
            ours = {name for name in imports(path) if name.startswith("historycli")}
            assert not [name for name in ours if not name.startswith(known)], path.name


def test_only_render_prints() -> None:
    for path in FILES:
        where = path.relative_to(PACKAGE).as_posix()
        if where.startswith(("render/", "shell/")) or path.name in ("__main__.py", "cli.py"):
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"], where


def test_a_module_can_be_read_whole() -> None:
    for path in FILES:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 320, path.name


@pytest.mark.parametrize(
    ("command", "absent"),
    [
        (["--version"], ["historycli.commands", "historycli.collection", "sqlite3"]),
        (["--help"], ["historycli.commands", "historycli.collection", "rich.console"]),
        (["today", "--plain"], ["rich.console", "rich.text", "historycli.commands.about", "platformdirs", "random"]),
        (["today", "--format", "rich"], ["rich.markdown", "rich.table"]),
    ],
    ids=lambda value: " ".join(value) if value[0].startswith("-") else None,
)
def test_a_command_loads_what_it_needs_alone(command: list[str], absent: list[str]) -> None:
    code = f"""
import sys
from historycli.cli import run
run({command!r})
print("LOADED", *sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    loaded = done.stdout.rpartition("LOADED")[2].split()
    assert "historycli.cli" in loaded
    assert not [name for name in loaded for module in absent if name == module]


BANNED = (
    "typer",
    "rich",
    "platformdirs",
    "tomli",
    "tomllib",
    "importlib.metadata",
    "dataclasses",
    "pathlib",
    "typing",
    "re",
)


@pytest.mark.parametrize("arguments", [["greet"], ["--complete-slugs", "khr"]], ids=" ".join)
def test_the_short_ways_load_next_to_nothing(arguments: list[str], tmp_path: Path) -> None:
    """In an interpreter without site-packages, whose files may have loaded anything already."""
    environment = {"HOME": str(tmp_path), "PATH": "", "PYTHONPATH": str(PACKAGE.parent)}
    made = "from historycli.shell import greeting; greeting.made_from = lambda: 'made from this'; "
    ask = f"import sys; sys.argv = ['historycli', *{arguments!r}]; from historycli.__main__ import main; main(); "
    prepared = tmp_path / ".cache/historycli/greetings"
    prepared.mkdir(parents=True)
    (prepared / "made-from").write_text("made from this\n")
    (prepared / "2026-06-04").write_text("the line of the day\n")
    (prepared / "slugs").write_text("khrushchev-secret-speech\nother\n")
    code = made + ask + "print('LOADED', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={**environment, "HISTORYCLI_TODAY": "2026-06-04"}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    text, _, loaded = done.stdout.rpartition("LOADED")
    assert text.startswith(("the line of the day Read on:", "khrushchev-secret-speech\n"))
    assert not set(loaded.split()) & set(BANNED)
    ours = {name for name in loaded.split() if name.startswith("historycli")}
    assert ours == {
        "historycli",
        "historycli.__main__",
        "historycli.paths",
        "historycli.shell",
        "historycli.shell.greeting",
    }


def test_the_package_is_imported_for_nothing() -> None:
    code = "import sys; before = set(sys.modules); import historycli; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["historycli"]
