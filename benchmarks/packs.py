"""What a pack of 1,000,000 events costs every command: ``python benchmarks/packs.py [EVENTS]``.

A pack is generated and added in a home of its own; then each command is timed
with it and without it, turn by turn, and the fastest of each counts.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
PROGRAM = str(Path(sys.executable).with_name("historycli"))
COMMANDS = [
    ("today", ["today", "--plain"], "1.20 times"),
    ("on", ["on", "06-04", "--plain"], "1.20 times"),
    ("show", ["show", "khrushchev-secret-speech", "--plain"], "1.20 times"),
    ("search, a rare word", ["search", "word77", "--plain"], "20 ms more"),
    ("search, a word in 1 % of events", ["search", "onepercent", "--plain"], "20 ms more"),
    ("search, a word in half the events", ["search", "common", "--plain"], "told"),
]


def generate(path: Path, events: int) -> None:
    """Write a pack of random words, spread over the days and years."""
    dice = random.Random(1)
    words = [f"word{number}" for number in range(20_000)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(events):
            date = f"{dice.randint(1583, 2020)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            extra = " onepercent" * (number % 101 == 0) + " common" * (number % 2)
            event = {
                "slug": f"event-{number}",
                "title": " ".join(dice.choices(words, k=6)),
                "date": {"date": date},
                "summary": " ".join(dice.choices(words, k=14)) + extra + ".",
            }
            file.write(json.dumps(event) + "\n")


def milliseconds(command: list[str], home: str) -> float:
    environment = {"HOME": home, "PATH": os.environ["PATH"], "HISTORYCLI_TODAY": "2026-06-04"}
    start = time.perf_counter()
    subprocess.run(
        [PROGRAM, *command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return (time.perf_counter() - start) * 1000


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as plain, tempfile.TemporaryDirectory() as packed:
        path = Path(packed, "big.jsonl")
        generate(path, events)
        start = time.perf_counter()
        subprocess.run([PROGRAM, "pack", "add", path], env={"HOME": packed, "PATH": os.environ["PATH"]}, check=True)
        print(f"{events:,} events added in {time.perf_counter() - start:.0f} s")
        for name, command, budget in COMMANDS:
            pairs = [(milliseconds(command, plain), milliseconds(command, packed)) for _ in range(RUNS)]
            without, with_pack = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
            ratio = f"{with_pack / without:.2f} times, {with_pack - without:+.0f} ms"
            print(f"{name}: {without:.0f} ms without, {with_pack:.0f} ms with: {ratio} (at most {budget})")


if __name__ == "__main__":
    main()
