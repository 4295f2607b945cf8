"""``python -m historycli.collection``: lint and compile the entries of a checkout."""

from __future__ import annotations

import sys
from pathlib import Path

from historycli.collection.build import build_bundled
from historycli.errors import HistorycliError


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "data")
    try:
        count = build_bundled(root)
    except HistorycliError as error:
        print(f"{error.message}\n{error.advice}", file=sys.stderr)
        return error.exit_code
    print(f"compiled {count} events from {root}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
