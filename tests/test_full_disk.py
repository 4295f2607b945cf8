"""Writing where there is no room: files that may not grow, as on a disk that fills up half-way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MEASURED

PROGRAM = str(Path(sys.executable).with_name("historycli"))
ROOM = 50  # blocks of 512 bytes: less than any of these files takes


def without_room(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", "-c", f'ulimit -f {ROOM}; exec "$@"', "sh", PROGRAM, *arguments]
    environment = {**MEASURED, "HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """Events of one's own, more than there is room for."""
    event = {
        "title": "Something happens",
        "summary": "Something happened here.",
        "date": {"date": "1987-06-04"},
        "region": "europe",
        "topics": ["politics"],
        "place": "Somewhere",
        "sources": [{"title": "A book", "publisher": "A publisher", "url": "https://example.org/"}],
    }
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"slug": f"event-{number}", **event}) + "\n" for number in range(1000)))
    return path


def test_a_pack_for_which_there_is_no_room(tmp_path: Path, events: Path) -> None:
    done = without_room(tmp_path, "pack", "add", str(events))
    assert done.returncode == 1
    assert done.stderr.startswith(f"historycli: cannot write {tmp_path}/.local/share/historycli/packs/many.db: ")
    assert done.stderr.endswith("The packs are as they were before.\n")
    assert [path.name for path in (tmp_path / ".local/share/historycli/packs").iterdir()] == [".lock"]


def test_an_export_for_which_there_is_no_room(tmp_path: Path) -> None:
    old = tmp_path / "events.jsonl"
    old.write_text("what was there\n")
    done = without_room(tmp_path, "export", "--as", "jsonl", "-o", str(old), "--force")
    assert (done.returncode, done.stderr) == (
        1,
        f"historycli: cannot write {old}: File too large\nNothing was written.\n",
    )
    assert old.read_text() == "what was there\n"
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
