"""How long commands take, as ratios in one run: ``python benchmarks/startup.py``.

Each command is timed beside its yardstick, turn by turn, so that whatever else
the machine is doing falls on both; the fastest of each counts. The budgets are
upper bounds on the ratios.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 25

ONE_RICH_LINE = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def main() -> None:
    from rich.console import Console
    Console().print("[bold]Hello[/bold]")
app()
"""
EMPTY_APP = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def main() -> None:
    "Nothing."
app()
"""
COMMANDS = [
    ("today", ["today", "--date", "2026-06-04", "--format", "rich"], ONE_RICH_LINE, [], 1.25),
    ("show", ["show", "khrushchev-secret-speech", "--format", "rich"], ONE_RICH_LINE, [], 1.25),
    ("search", ["search", "eclipse", "--format", "rich"], ONE_RICH_LINE, [], 1.25),
    ("--help", ["--help"], EMPTY_APP, ["--help"], 1.25),
]


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env={**os.environ, "COLUMNS": "80"})
    return time.perf_counter() - start


def fastest(ours: list[str], yardstick: list[str]) -> tuple[float, float]:
    pairs = [(seconds(ours), seconds(yardstick)) for _ in range(RUNS)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def main() -> None:
    program = [str(Path(sys.executable).with_name("historycli"))]
    print(f"{'command':<10} {'ms':>6} {'yardstick':>10} {'ratio':>6} {'budget':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments, script, rest, budget in COMMANDS:
            path = Path(folder, "yardstick.py")
            path.write_text(script)
            ours, theirs = fastest(program + arguments, [sys.executable, str(path), *rest])
            print(f"{name:<10} {ours * 1000:6.1f} {theirs * 1000:10.1f} {ours / theirs:6.2f} {budget:7.2f}")


if __name__ == "__main__":
    main()
