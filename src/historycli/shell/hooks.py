"""The hook of a shell, made from its file beside this one."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from historycli import __version__
from historycli.event import REGIONS, TOPICS

__all__ = ["SHELLS", "VERBS", "HookOptions", "hook_text", "options_of"]

SHELLS = ("bash", "zsh", "fish")
# The commands that read, and so go to historycli when typed after `history`. The others
# are typed `historycli …`; `search` is fish's own.
VERBS = ("today", "on", "show", "search", "random", "timeline", "month", "week", "cite", "about")
_FISH_OWN = ("search",)


class HookOptions(NamedTuple):
    """What a hook is made with: the function's name, and whether it greets (``daily``, ``always`` or ``off``)."""

    name: str = "history"
    greeting: str = "daily"


def options_of(hook: str) -> HookOptions | None:
    """The options that a hook's first line says it was made with; None where it is no hook of ours."""
    first = hook.partition("\n")[0]
    _, found, options = first.partition(", made with: ")
    words = options.split()
    return HookOptions(words[1], words[3]) if found and len(words) == 4 else None


def hook_text(shell: str, program: str, files: str, commands: Mapping[str, list[str]], options: HookOptions) -> str:
    """The hook of a shell in SHELLS.

    ``program`` is historycli's absolute path, ``files`` the folder of the files made
    beforehand, ``commands`` each command with the options it knows.
    """
    verbs = [verb for verb in VERBS if verb in commands and not (shell == "fish" and verb in _FISH_OWN)]
    quote = _fish_quote if shell == "fish" else shlex.quote
    values = {
        "VERSION": __version__,
        "OPTIONS": f"--name {options.name} --greeting {options.greeting}",
        "NAME": options.name,
        "GREETING": options.greeting,
        "OTHERWISE": "builtin history" if options.name == "history" else '"$__historycli_program"',
        "PROGRAM": quote(program),
        "FILES": quote(files),
        "VERBS_BAR": " | ".join(verbs),
        "OPTIONS_CASES": _cases(commands, shell),
        "OPTIONS_FISH": _fish_options(commands),
    }
    for name, words in (("VERBS", verbs), ("COMMANDS", [*commands]), ("TOPICS", TOPICS), ("REGIONS", REGIONS)):
        values[name] = shlex.quote(" ".join(words))
        values[f"{name}_BARE"] = " ".join(words)
    text = Path(__file__).with_name(f"hook.{shell}").read_text(encoding="utf-8")
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{name}@", values[name])
    return text


def _cases(commands: Mapping[str, list[str]], shell: str) -> str:
    opening = "(" if shell == "zsh" else ""
    lines = [
        f"{opening}{name}) __historycli_list={shlex.quote(' '.join(known))} ;;" for name, known in commands.items()
    ]
    return "\n".join(" " * 12 + line for line in lines)


def _fish_options(commands: Mapping[str, list[str]]) -> str:
    lines = []
    for name, known in commands.items():
        for option in known:
            if option.startswith("--") and option not in ("--topic", "--region"):
                lines.append(f"    complete -c $command -n '__historycli_after {name}' -l {option[2:]}")
    return "\n".join(lines)


def _fish_quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
