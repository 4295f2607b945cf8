"""The front door: where both executables, and ``python -m historycli``, come in."""

import gc
import os
import sys

__all__ = ["main"]

OBJECTS_BETWEEN_COLLECTIONS = 50_000  # Python's 700 costs a command 2 to 3 ms, for start-up throws little away


def main() -> int:
    """Run the command line; gives the exit code (see ``historycli.errors.EXIT_CODES``).

    What a shell asks at its start goes a short way that loads no command line.
    """
    # Python leaves them None where they were closed before it started.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    arguments = sys.argv[1:]
    if arguments == ["greet"] or arguments[:1] == ["--complete-slugs"]:
        from historycli.shell import greeting

        if arguments[0] == "greet":
            found = greeting.short_greeting()
        else:
            slugs = greeting.completions(arguments[1] if len(arguments) > 1 else "")
            found = None if slugs is None else "\n".join(slugs)
        if found is not None:
            return greeting.say(found)
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    from historycli.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
