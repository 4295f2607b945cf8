"""Make the documents that are made: ``python docs/make.py``, or ``--check`` to see that they are current.

- the field table in ``data/README.md``, from ``historycli.entries.fields``;
- the pictures in the README, by running the program at a fixed date;
- the manual page, from the commands' help.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from manpage import manual_page
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from historycli.entries.fields import ALSO_ON, ARTICLE, ENTRY, READING, SHORT, SOURCE, Field

ROOT = Path(__file__).parents[1]
PICTURES = {
    "today": (84, ["today", "--date", "2026-06-04"]),
    "show": (84, ["show", "montgolfier"]),
    "search": (84, ["search", "telegraph", "--limit", "4"]),
    "timeline": (100, ["timeline", "--from", "1750", "--to", "1950"]),
    "month": (120, ["month", "june", "--date", "2026-06-04"]),
}


def field_table(fields: Iterable[Field]) -> str:
    """A Markdown table of fields: where each may stand, where it must, and what it says."""
    rows = ["| field | type | article | short entry | meaning |", "| --- | --- | --- | --- | --- |"]
    for field in fields:
        places = [
            "required" if form in field.required else "may" if form in field.allowed else ""
            for form in (ARTICLE, SHORT)
        ]
        limit = f" At most {field.most} characters." if field.most else ""
        rows.append(f"| `{field.name}` | {field.type} | {places[0]} | {places[1]} | {field.meaning}{limit} |")
    return "\n".join(rows)


def data_readme() -> str:
    """``data/README.md`` with its field tables made anew."""
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for name, fields in (("entry", ENTRY), ("also_on", ALSO_ON), ("source", SOURCE), ("reading", READING)):
        start, end = f"<!-- {name} fields -->\n", f"<!-- end of {name} fields -->"
        before, found, rest = text.partition(start)
        assert found, f"data/README.md has no line {start!r}"
        text = before + start + field_table(fields) + "\n" + end + rest.partition(end)[2]
    return text


def picture(name: str, columns: int, arguments: list[str]) -> str:
    """The screen of a command as SVG."""
    fixed = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(columns), "HISTORYCLI_TODAY": "2026-06-04"}
    environment = {**os.environ, **fixed}
    command = [sys.executable, "-m", "historycli", *arguments, "--format", "rich"]
    printed = subprocess.run(command, capture_output=True, env=environment, check=True, encoding="utf-8").stdout
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(printed.rstrip("\n")))
    title = "historycli " + " ".join(arguments)
    return console.export_svg(title=title, theme=MONOKAI, unique_id=f"historycli-{name}")


def documents() -> dict[Path, str]:
    """Every made document and what must stand in it."""
    made = {ROOT / "data" / "README.md": data_readme()}
    for name, (columns, arguments) in PICTURES.items():
        made[ROOT / "docs" / f"{name}.svg"] = picture(name, columns, arguments)
    made[ROOT / "docs" / "historycli.1"] = manual_page()
    return made


def main() -> int:
    stale = []
    for path, content in documents().items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            stale.append(path.relative_to(ROOT).as_posix())
            if "--check" not in sys.argv:
                path.write_text(content, encoding="utf-8")
    if stale:
        print(("not current, run python docs/make.py: " if "--check" in sys.argv else "made: ") + ", ".join(stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
