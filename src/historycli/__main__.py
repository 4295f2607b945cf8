"""The front door: where both executables, and ``python -m historycli``, come in."""

import os
import sys

__all__ = ["main"]


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
    from historycli.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
