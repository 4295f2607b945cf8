"""``pack``: the user's own events, made, checked, added and taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from historycli.commands.frame import Frame
from historycli.errors import HistorycliError
from historycli.event import Event
from historycli.packs import store
from historycli.packs.reading import PackReader
from historycli.packs.template import write_template
from historycli.render import tell, write_text
from historycli.render.progress import watched

__all__ = ["pack"]

LEFT_OUT_TOLD = 5

pack = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Your own events, beside the bundled ones.",
)
PathArgument = Annotated[Path, typer.Argument(help="A folder like data/, or a .toml, .jsonl or calendar(1) file.")]


@pack.command()
def new(directory: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet.")]) -> None:
    """Make a pack to begin with, explained line by line."""
    write_template(directory)
    write_text(f"Made {directory}. Write your events there, then: historycli pack add {directory}\n")


@pack.command()
def check(
    path: PathArgument,
    strict: Annotated[bool, typer.Option("--strict", help="By all the rules of the bundled entries.")] = False,
) -> None:
    """Tell every fault of a pack, a line each."""
    reader = PackReader(path, "check", Frame.of().limits(), strict=strict)
    count, names, taken = 0, set[str](), []
    for event in reader.events():
        count += 1
        for name in (event.slug, *event.aliases):
            if name in names:
                taken.append(reader.name_taken(name))
            names.add(name)
    faults = sorted({*reader.faults, *taken})
    for fault in faults:
        write_text(f"{fault}\n")
    _tell_left_out(tuple(reader.notes))
    if faults:
        raise HistorycliError(f"{len(faults)} faults", "Mend these, then check again.")
    write_text(f"{count:,} events without a fault.\n")


@pack.command()
def add(
    path: PathArgument,
    name: Annotated[str, typer.Option(help="What it is called; if left out, as its file or folder.")] = "",
) -> None:
    """Compile a pack and show its events from now on."""

    def watch(events: Iterable[Event], fraction: Callable[[], float]) -> Iterator[Event]:
        return watched(events, f"Adding {path.name}", fraction)

    added = store.add(path, name, Frame.of().limits(), watch)
    _tell_left_out(added.left_out)
    write_text(f"Added {added.name}: {added.events:,} events.\n")


@pack.command("list")
def list_packs() -> None:
    """The packs that were added, and where their texts are."""
    packs = store.installed()
    for one in packs:
        events = "cannot be read: add it again" if one.events is None else f"{one.events:,} events"
        write_text(f"{one.name}  {events}  {one.source}\n")
    if not packs:
        write_text("No pack was added yet. Make one with: historycli pack new DIR\n")


@pack.command()
def remove(name: Annotated[str, typer.Argument(help="A pack's name, as `pack list` has it.")]) -> None:
    """Show a pack's events no more; its texts are not touched."""
    store.remove(name)
    write_text(f"Took out {name}.\n")


def _tell_left_out(notes: tuple[object, ...]) -> None:
    """Say which lines of a calendar file were not read, the first of them by name."""
    if notes:
        more = f"\nand {len(notes) - LEFT_OUT_TOLD} more" if len(notes) > LEFT_OUT_TOLD else ""
        tell("left out:\n" + "\n".join(map(str, notes[:LEFT_OUT_TOLD])) + more)
