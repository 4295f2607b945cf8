"""The front door: where both executables, and ``python -m historycli``, come in."""

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line; gives the exit code (see ``historycli.errors.EXIT_CODES``)."""
    from historycli.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
