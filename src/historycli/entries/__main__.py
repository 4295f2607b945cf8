"""``python -m historycli.entries [DATA]``: lint a tree of entries, every fault on a line."""

from __future__ import annotations

import sys
from pathlib import Path

from historycli.entries.tree import read_tree


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "data")
    if not root.is_dir():
        print(f"{root} is no folder: give the folder that holds the entries", file=sys.stderr)
        return 2
    events, faults = read_tree(root)
    for fault in faults:
        print(f"{root.name}/{fault}")
    articles = sum(event.is_article for event in events)
    print(
        f"{articles} articles and {len(events) - articles} short entries without a fault; {len(faults)} faults",
        file=sys.stderr,
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
