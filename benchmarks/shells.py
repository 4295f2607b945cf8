"""What the hook adds to a shell's start, and the short ways: ``python benchmarks/shells.py``.

A shell is started on a pseudo-terminal with an empty startup file, with the
hook (greeting afresh each time), and with ``fortune`` where that is installed,
turn by turn; the fastest of each counts. ``greet`` and slug completion are
timed beside the same installer's console script around an empty ``main``.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 60
PROGRAM = Path(sys.executable).with_name("historycli")
STARTS = {
    "bash": lambda rc: ["bash", "--noprofile", "--rcfile", str(rc), "-i", "-c", ":"],
    "zsh": lambda rc: ["env", f"ZDOTDIR={rc.parent}", "zsh", "-d", "-i", "-c", ":"],
}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a command takes with a pseudo-terminal for its output."""
    ours, theirs = pty.openpty()
    start = time.perf_counter()
    subprocess.run(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, check=True)
    taken = time.perf_counter() - start
    os.close(theirs)
    os.close(ours)
    return taken


def shell_starts(shell: str, home: Path, environment: dict[str, str]) -> None:
    """Print what the hook and fortune add to an empty start of one shell."""
    hook = home / ".config" / "historycli" / f"hook.{shell}"
    subprocess.run([PROGRAM, "init", shell, "--install"], env=environment, check=True, stdout=subprocess.DEVNULL)
    sources = {"empty": "", "hook": f". {hook}\n"}
    if fortune := shutil.which("fortune", path=os.environ["PATH"] + ":/usr/games"):
        sources["fortune"] = f"{fortune}\n"
    commands = {}
    for name, text in sources.items():
        rc = home / name / ".zshrc"
        rc.parent.mkdir(exist_ok=True)
        rc.write_text(text)
        commands[name] = STARTS[shell](rc)
    best = dict.fromkeys(commands, 9.0)
    stamp = home / ".cache" / "historycli" / "greetings" / "greeted"
    for _ in range(RUNS):
        for name, command in commands.items():
            stamp.unlink(missing_ok=True)
            best[name] = min(best[name], seconds(command, environment))
    empty = best.pop("empty")
    added = ", ".join(f"{name} adds {(taken - empty) * 1000:.2f} ms" for name, taken in best.items())
    print(f"{shell}: an empty start takes {empty * 1000:.2f} ms; {added} (the hook may add 1 ms)")


def function_call(home: Path, environment: dict[str, str]) -> None:
    """Print what ``history 1`` costs through the function, beside the builtin, in microseconds a call."""
    hook = home / ".config" / "historycli" / "hook.bash"
    loop = "TIMEFORMAT=%R; time for ((i = 0; i < 20000; i++)); do {} 1 >/dev/null; done"
    best = []
    for text in (loop.format("builtin history"), f". {hook}; " + loop.format("history")):
        runs = [
            subprocess.run(["bash", "-c", text], env=environment, capture_output=True, check=True) for _ in range(5)
        ]
        best.append(min(float(run.stderr) for run in runs) / 20000 * 1e6)
    print(f"bash: history through the function costs {best[1] - best[0]:.1f} microseconds more (20 are allowed)")


def short_ways(home: Path, environment: dict[str, str]) -> None:
    """Print the ratios of greet and slug completion to a console script around an empty main."""
    (home / "empty_main.py").write_text("def main():\n    return 0\n")
    script = home / "yardstick"
    script.write_text(PROGRAM.read_text().replace("historycli.__main__", "empty_main"))
    script.chmod(0o755)
    with_path = {**environment, "PYTHONPATH": str(home)}
    ways = {"greet": [PROGRAM, "greet"], "slug completion": [PROGRAM, "--complete-slugs", "khr"]}
    for name, command in ways.items():
        pairs = [
            (seconds([str(word) for word in command], with_path), seconds([str(script)], with_path))
            for _ in range(RUNS)
        ]
        ours, theirs = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
        ratio = f"ratio {ours / theirs:.2f} (1.30 allowed)"
        print(f"{name}: {ours * 1000:.1f} ms, an empty main {theirs * 1000:.1f} ms, {ratio}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = {"HOME": folder, "PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "C.UTF-8"}
        for shell in STARTS:
            if shutil.which(shell):
                shell_starts(shell, home, environment)
        function_call(home, environment)
        short_ways(home, environment)


if __name__ == "__main__":
    main()
