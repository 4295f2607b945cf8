"""The word ``history`` in the real bash, zsh and fish, through pipes, scripts and a pseudo-terminal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest

from historycli.shell.hooks import SHELLS, HookOptions, hook_text, options_of
from tests.conftest import MEASURED, require

PROGRAM = str(Path(sys.executable).with_name("historycli"))
PROMPT = "READY> "
RC = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/config.fish"}
ARGUMENTS = {"bash": ["--noprofile", "-i"], "zsh": ["-d", "-i"], "fish": ["-i"]}
SET_PROMPT = {
    "bash": f"PS1='{PROMPT}'; PS2=; bind 'set enable-bracketed-paste off' 2>/dev/null; HISTFILE=\n",
    "zsh": f"PS1='{PROMPT}'; unsetopt zle prompt_cr prompt_sp; HISTSIZE=100\n",
    "fish": f"function fish_prompt; echo -n '{PROMPT}'; end; set -g fish_greeting\n",
}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> str:
    require(request.param)
    return str(request.param)


class Home:
    """A home with hooks installed, and ways to run shells in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.greetings = path / ".cache/historycli/greetings"
        self.env = {
            **MEASURED,
            "HOME": str(path),
            "PATH": os.environ["PATH"],
            "TERM": "xterm",
            "LANG": "C.UTF-8",
            "HISTORYCLI_TODAY": f"{time.strftime('%Y')}-06-04",
        }

    def historycli(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *arguments], env={**self.env, **env}, capture_output=True, encoding="utf-8", check=False
        )

    def install(self, shell: str, *options: str, before: str = "", after: str = "") -> None:
        done = self.historycli("init", shell, "--install", *options)
        assert done.returncode == 0, done.stderr
        rc = self.path / RC[shell]
        rc.parent.mkdir(parents=True, exist_ok=True)
        source = "" if shell == "fish" else f". ~/.config/historycli/hook.{shell}\n"
        rc.write_text(SET_PROMPT[shell] + before + "\n" + source + after + "\n")

    def script(self, shell: str, text: str, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
        command = [require(shell), *options, "-c", text]
        return subprocess.run(command, env={**self.env, **env}, capture_output=True, encoding="utf-8", check=False)

    def interact(self, shell: str, lines: list[str], env: Mapping[str, str] | None = None) -> list[str]:
        """What an interactive shell prints before its first prompt, then after each line."""
        child = pexpect.spawn(
            require(shell),
            ARGUMENTS[shell],
            env={**self.env, **(env or {})},
            encoding="utf-8",
            dimensions=(50, 250),
            timeout=60,
        )
        child.delaybeforesend = None
        printed = []
        for line in [*lines, "exit"]:
            child.expect_exact(PROMPT)
            printed.append(str(child.before))
            child.sendline(line)
        child.expect(pexpect.EOF)
        child.close()
        return [text.removeprefix(f"{line}\r\n") for text, line in zip(printed, ["", *lines], strict=True)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def hook_file(shell: str) -> str:
    return "~/.config/fish/conf.d/historycli.fish" if shell == "fish" else f"~/.config/historycli/hook.{shell}"


def test_our_words_reach_the_program(shell: str, home: Home) -> None:
    home.install(shell)
    done = home.script(shell, f". {hook_file(shell)}; history show khrushchev-secret-speech --plain; history on 2-30")
    assert done.stdout.startswith("Khrushchev’s secret speech reaches the world\n")
    assert "February has 29 days" in done.stderr
    assert done.returncode == 2


def test_pipes_and_arguments_are_passed_on(shell: str, home: Home) -> None:
    home.install(shell)
    done = home.script(
        shell, f". {hook_file(shell)}; history on '4 June' --plain | head -n 1; history about --json | cat"
    )
    assert done.stdout.startswith("4 June\n{")
    assert done.stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_all_else_is_the_shells_own(shell: str, home: Home) -> None:
    require(shell)
    lines = [
        "echo one",
        "history",
        "history 2 | tail -n 1",
        "history | tail -n 2",
        "echo two  three",
        "history",
        "echo $?",
    ]
    home.install(shell)
    with_hook = home.interact(shell, lines, {"HISTORYCLI_GREETING": "off"})
    (home.path / RC[shell]).write_text(SET_PROMPT[shell])
    assert with_hook == home.interact(shell, lines)
    assert "echo one" in with_hook[2]


@pytest.mark.parametrize(
    "settings",
    [
        "HISTTIMEFORMAT='%Y '",
        "PROMPT_COMMAND='history -a'; HISTFILE=~/.history",
        "set -o noclobber; IFS=_; readonly day=1 line=2",
        # what bash-preexec does, in a few lines
        "preexec() { [[ $BASH_COMMAND == precmd ]] || last=$BASH_COMMAND; }; precmd() { : $last; }; "
        "trap preexec DEBUG; PROMPT_COMMAND=precmd",
    ],
    ids=["HISTTIMEFORMAT", "history -a", "noclobber and IFS", "preexec"],
)
def test_bash_with_the_settings_people_have(settings: str, home: Home) -> None:
    lines = ["echo one", "history", "history 2 | cat", "echo two", "history -w /dev/stdout | tail -n 2", "echo $?"]
    home.install("bash", before=settings)
    (home.path / ".history").write_text("")
    with_hook = home.interact("bash", lines, {"HISTORYCLI_GREETING": "off"})
    (home.path / ".bashrc").write_text(SET_PROMPT["bash"] + settings + "\n")
    (home.path / ".history").write_text("")
    without = home.interact("bash", lines)
    second = re.compile(r"^#\d{10}\r", re.MULTILINE)  # HISTTIMEFORMAT writes when each line was typed
    assert [second.sub("#", printed) for printed in with_hook] == [second.sub("#", printed) for printed in without]
    assert "echo one" in with_hook[2]


def test_an_old_bash_asks_date(home: Home) -> None:
    home.install("bash")
    hook = home.path / ".config/historycli/hook.bash"
    text = hook.read_text()
    assert ">= 402" in text
    hook.write_text(text.replace(">= 402", ">= 99999").replace("printf -v", "nonsense -v"))
    printed = home.interact("bash", ["echo fine"], {"HISTORYCLI_TODAY": ""})
    assert "Read on: history today" in printed[0]
    assert "rror" not in printed[0]


def test_bash_keeps_clearing_and_failing(home: Home) -> None:
    lines = [
        "echo one",
        "history -c",
        "history",
        "history --nonsense; echo $?",
        "history -d 9999; echo $?",
        "history -s 'a  b'; history",
    ]
    home.install("bash")
    with_hook = home.interact("bash", lines, {"HISTORYCLI_GREETING": "off"})
    (home.path / ".bashrc").write_text(SET_PROMPT["bash"])
    assert with_hook == home.interact("bash", lines)
    assert "echo one" not in with_hook[3]


def test_fish_keeps_its_own_words(home: Home) -> None:
    require("fish")
    home.install("fish")
    lines = [
        "echo needle in a haystack",
        "history search --contains needle",
        "history --help >/dev/null; echo code $status",
        "history delete --exact --case-sensitive 'echo needle in a haystack'",
        "history search --contains needle",
    ]
    printed = home.interact("fish", lines, {"HISTORYCLI_GREETING": "off"})
    assert "echo needle in a haystack" in printed[2]
    assert "echo needle in a haystack" not in printed[5].replace(
        "history delete --exact --case-sensitive 'echo needle in a haystack'", ""
    )


@pytest.mark.parametrize(
    ("shell", "before", "typed", "wanted"),
    [
        ("bash", "alias history='omz_history -l'; omz_history() { echo \"omz: $*\"; }", "history 5", "omz: -l 5"),
        ("bash", "alias history='history 1'", "history | cat", "history 1 | cat"),
        ("bash", 'history() { echo "mine: $*"; builtin history "$@" | tail -n 1; }', "history 1", "mine: 1"),
        ("zsh", "alias history='omz_history -l'; omz_history() { echo \"omz: $*\" }", "history 5", "omz: -l 5"),
        ("zsh", 'history() { echo "mine: $*" }', "history 1", "mine: 1"),
        ("fish", "function history; echo mine: $argv; end", "history 1", "mine: 1"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)
def test_what_stood_there_is_kept(shell: str, before: str, typed: str, wanted: str, home: Home) -> None:
    require(shell)
    again = f". {hook_file(shell)}"
    if shell == "fish":
        home.install(shell)
        # fish reads conf.d before config.fish: what stands there earlier is kept.
        (home.path / ".config/fish/conf.d/aaa.fish").write_text(before + "\n")
    else:
        home.install(shell, before=before)
    printed = home.interact(
        shell, [typed, again, typed, "history today --plain | head -n 1"], {"HISTORYCLI_GREETING": "off"}
    )
    if wanted.startswith("history"):
        assert printed[1].strip()
    else:
        assert wanted in printed[1]
        assert wanted in printed[3]
    assert "4 June" in printed[4]


@pytest.mark.parametrize(
    ("shell", "options", "text"),
    [
        ("bash", ["-e", "-u", "-o", "pipefail"], ". ~/.config/historycli/hook.bash; . ~/.config/historycli/hook.bash; history; history today | head -n 1; echo fine"),
        ("bash", ["--posix", "-eu"], ". ~/.config/historycli/hook.bash; history; echo fine"),
        ("bash", [], "IFS=o/; set -C; set -f; readonly day=1 line=2 today=3; . ~/.config/historycli/hook.bash; history on 06-04 --plain | head -n 1; echo fine"),
        ("zsh", ["-e", "-u"], ". ~/.config/historycli/hook.zsh; . ~/.config/historycli/hook.zsh; history today --plain >/dev/null; echo fine"),
        ("zsh", ["-o", "noglob", "-o", "ksharrays", "-o", "shwordsplit", "-o", "warncreateglobal"], "readonly day=1 line=2; . ~/.config/historycli/hook.zsh; history on '4 June' --plain >/dev/null; echo fine"),
        ("fish", [], ". ~/.config/fish/conf.d/historycli.fish; history today --plain >/dev/null; echo fine"),
    ],
    ids=["bash-strict", "bash-posix", "bash-odd", "zsh-strict", "zsh-odd", "fish"],
)  # fmt: skip
def test_strict_and_odd_shells(shell: str, options: list[str], text: str, home: Home) -> None:
    require(shell)
    home.install(shell)
    done = home.script(shell, text, *options)
    assert done.stderr == ""
    assert done.stdout.endswith("fine\n")
    assert done.returncode == 0


def greets(shell: str, home: Home, **env: str) -> str:
    return home.interact(shell, [], env)[0]


def test_the_greeting_is_printed_once_a_day(shell: str, home: Home) -> None:
    home.install(shell)
    first = greets(shell, home)
    years = int(time.strftime("%Y")) - 1956
    assert f"{years} years ago today, 1956: The US State Department" in first
    assert "without vouching for it. Read on: history today\r\n" in first
    assert "State Department" not in greets(shell, home)
    next_day = f"{time.strftime('%Y')}-11-24"
    assert "Origin of Species" in greets(shell, home, HISTORYCLI_TODAY=next_day)
    assert "Origin of Species" not in greets(shell, home, HISTORYCLI_TODAY=next_day)
    assert "State Department" in greets(shell, home, HISTORYCLI_GREETING="always")


def test_the_greeting_counts_for_the_new_year(shell: str, home: Home) -> None:
    home.install(shell)
    this_year = int(time.strftime("%Y"))
    for year in (this_year, this_year + 1):
        line = greets(shell, home, HISTORYCLI_TODAY=f"{year}-01-01")
        assert "years ago today" in line
        ago, _, told = line.partition(" years ago today, ")
        assert int(ago.strip().rsplit(maxsplit=1)[-1].replace(",", "")) == year - int(told.split(":")[0])


@pytest.mark.parametrize(
    "env",
    [{"HISTORYCLI_GREETING": "off"}, {"TERM": "dumb"}, {"HISTORYCLI_TODAY": "1970-01-01"}],
    ids=["off", "dumb", "no file"],
)
def test_the_greeting_is_silent(shell: str, env: dict[str, str], home: Home) -> None:
    home.install(shell)
    assert "Read on" not in greets(shell, home, **env)


def test_a_shell_that_nobody_looks_at_prints_no_byte(shell: str, home: Home) -> None:
    home.install(shell)
    rc = f". ~/{RC[shell]}; . {hook_file(shell)}" if shell != "zsh" else ". ~/.config/historycli/hook.zsh"
    done = home.script(shell, rc)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_removed_program_leaves_the_shell_alone(shell: str, home: Home) -> None:
    home.install(shell)
    path = home.path / hook_file(shell).removeprefix("~/")
    path.write_text(path.read_text().replace(PROGRAM, "/nowhere/historycli"))
    printed = home.interact(shell, ["history today >/dev/null 2>&1; echo still here"])
    assert "Read on" not in printed[0]
    assert "still here" in printed[1]


def test_missing_and_read_only_files_are_no_trouble(shell: str, home: Home) -> None:
    home.install(shell)
    (home.greetings / "greeted").mkdir()  # a stamp that can be neither read nor written, root or not
    assert "State Department" in greets(shell, home)
    shutil.rmtree(home.greetings)
    printed = home.interact(shell, ["echo fine"])
    assert "Read on" not in printed[0]
    assert "rror" not in printed[0]
    assert "fine" in printed[1]


def test_fifty_shells_at_once(home: Home) -> None:
    """In bash, whose start is the fastest: every line is whole, and no shell complains."""
    home.install("bash")
    children = [
        pexpect.spawn("bash", ARGUMENTS["bash"], env=home.env, encoding="utf-8", dimensions=(50, 250))
        for _ in range(50)
    ]
    lines = []
    for child in children:
        child.expect_exact(PROMPT, timeout=60)
        lines.append(str(child.before))
        child.close(force=True)
    greetings = {line for line in lines if line.strip()}
    assert len(greetings) == 1
    assert greetings.pop().rstrip().endswith("Read on: history today")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_another_name(shell: str, home: Home) -> None:
    require(shell)
    home.install(shell, "--name", "hist", "--no-greeting")
    printed = home.interact(shell, ["hist today --plain | head -n 1", "history | tail -n 2"])
    assert "Read on" not in printed[0]
    assert "4 June" in printed[1]
    assert "hist today --plain" in printed[2]


def test_completion_in_bash(home: Home) -> None:
    home.install("bash", "--no-greeting")
    ask = 'COMP_WORDS=({}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); __historycli_complete ${{COMP_WORDS[0]}}; echo "${{COMPREPLY[*]}}"'
    wanted = {
        "history sho": "show",
        "historycli ini": "init",
        "history show khr": "khrushchev-secret-speech",
        "history on --js": "--json",
        "history today --format ri": "rich",
        "history qqq": "",
    }
    for words, completed in wanted.items():
        done = home.script("bash", ". ~/.config/historycli/hook.bash; " + ask.format(words))
        assert done.stdout == f"{completed}\n", words
        assert done.stderr == ""


def test_completion_in_fish(home: Home) -> None:
    require("fish")
    home.install("fish", "--no-greeting")
    for words, completed in {
        "history sho": "show",
        "history show khr": "khrushchev-secret-speech",
        "historycli on --js": "--json",
    }.items():
        done = home.script("fish", f". {hook_file('fish')}; complete -C '{words}'")
        assert done.stdout.split()[0] == completed


def test_completion_in_zsh(home: Home) -> None:
    require("zsh")
    home.install("zsh", "--no-greeting", before="autoload -Uz compinit; compinit -u")
    (home.path / ".zshrc").write_text(
        (home.path / ".zshrc").read_text().replace("unsetopt zle prompt_cr", "unsetopt prompt_cr")
    )
    child = pexpect.spawn("zsh", ARGUMENTS["zsh"], env=home.env, encoding="utf-8", dimensions=(50, 200), timeout=60)
    child.expect_exact(PROMPT)
    child.send("history show khr\t")
    child.expect("khrushchev-secret-speech")
    child.close(force=True)


def test_shellcheck_is_content(home: Home) -> None:
    require("shellcheck")
    home.install("bash")
    subprocess.run(["shellcheck", "--shell=bash", home.path / ".config/historycli/hook.bash"], check=True)


def test_nothing_tells_to_erase_history() -> None:
    for shell in SHELLS:
        text = hook_text(shell, "/bin/historycli", "/cache", {"today": []}, HookOptions())
        assert "history -c" not in text
        assert "history clear" not in text
        assert "history delete" not in text


def test_a_hook_knows_its_options() -> None:
    for shell in SHELLS:
        options = HookOptions("hist", "always")
        assert options_of(hook_text(shell, "/bin/historycli", "/cache", {"today": []}, options)) == options
    assert options_of("# something else\n") is None


def test_paths_are_quoted(home: Home) -> None:
    odd = "/tmp/it's a $(touch odd) \\ path/historycli"
    for shell in SHELLS:
        require(shell)
        text = hook_text(shell, odd, odd, {"today": []}, HookOptions())
        path = home.path / f"hook.{shell}"
        path.write_text(text)
        show = "echo $__historycli_program" if shell == "fish" else 'printf "%s\\n" "$__historycli_program"'
        done = home.script(shell, f". {path}; {show}")
        assert done.stdout.rstrip("\n") == odd
        assert done.stderr == ""
    assert not (home.path / "odd").exists()


def test_installing_and_taking_out(shell: str, home: Home) -> None:
    done = home.historycli("init", shell, "--install", ZDOTDIR="/zdot")
    assert done.returncode == 0
    path = home.path / hook_file(shell).removeprefix("~/")
    assert str(path) in done.stdout
    assert ("[ -r ~/.config/historycli/hook" in done.stdout) == (shell != "fish")
    assert ("/zdot/.zshrc" in done.stdout) == (shell == "zsh")
    assert home.historycli("init", shell, "--uninstall").returncode == 0
    assert not path.exists()
    again = home.historycli("init", shell, "--uninstall")
    assert again.returncode == 1
    assert "no hook is installed" in again.stderr


def test_a_changed_setting_renews_the_hook_and_the_files(home: Home) -> None:
    home.install("bash")
    settings = home.path / ".config/historycli/config.toml"
    hook = home.path / ".config/historycli/hook.bash"
    day = home.greetings / f"{time.strftime('%Y')}-04-07"
    grim = day.read_text()
    hook.write_text(hook.read_text().replace("historycli 0", "historycli 9"))
    settings.write_text("gentle = true\n")
    home.historycli("about")
    assert day.read_text() != grim
    assert "historycli 9" not in hook.read_text()


def test_greet_without_a_hook(home: Home) -> None:
    slow = home.historycli("greet")
    quick = home.historycli("greet")
    assert slow.stdout == quick.stdout
    assert slow.stdout.rstrip().endswith("Read on: historycli today")
    assert home.historycli("greet", HISTORYCLI_GREETING="off").stdout == ""
    assert (
        home.historycli("greet", "--gentle", "--date", "2026-04-07").stdout
        != home.historycli("greet", "--date", "2026-04-07").stdout
    )


def test_greet_where_nothing_can_be_written(home: Home) -> None:
    (home.path / ".cache").write_text("a file where a folder should be\n")
    done = home.historycli("greet")
    assert done.returncode == 0
    assert "1956" in done.stdout
    assert "cannot write the greeting's files" in done.stderr


@pytest.mark.parametrize("name", ["", "a b", "$(touch x)", "1st", "hist;ory"])
def test_names_that_no_function_can_have(name: str, home: Home) -> None:
    done = home.historycli("init", "bash", "--name", name)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
