"""Reading a whole tree of entries, ``MM/DD/slug.md`` and ``MM/DD/also.toml``.

All faults of all files are found in one run; an empty tree is a fault itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from historycli.dates import Day
from historycli.entries.build import build_event
from historycli.entries.parse import Draft, EntryError, Fault, parse_article, parse_short_entries
from historycli.entries.rules import MAY_BE_LEFT_OUT, MISSING, RULES, near, texts
from historycli.entries.strict_rules import STRICT
from historycli.event import Event

__all__ = ["NOT_ENTRIES", "faults_of", "has_place", "parse_file", "read_tree", "text_of"]

NOT_ENTRIES = ("README.md", "LICENSE")


def read_tree(root: Path, *, strict: bool = True) -> tuple[list[Event], list[Fault]]:
    """Read every entry below ``root``: the events, by day and slug, and every fault.

    Where there are faults the events are those without any; do not compile them.
    ``strict`` adds the rules of the bundled data. Paths in faults begin at ``root``.
    """
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for path in _files(root, faults):
        try:
            drafts += parse_file(path, path.relative_to(root).as_posix())
        except EntryError as error:
            faults.append(error.fault)
    if not drafts and not faults:
        faults.append(Fault(f"{root}", 1, "tree", "holds no entries: they stand in MM/DD/slug.md and MM/DD/also.toml"))
    events = []
    for draft in drafts:
        mine = list(faults_of(draft, strict=strict))
        faults += mine
        if not mine:
            events.append(build_event(draft))
    faults += _slugs_taken_twice(drafts)
    faults += _related_unresolved(drafts)
    return sorted(events, key=lambda event: (event.date.day_of_year, event.slug)), sorted(set(faults))


def faults_of(draft: Draft, *, strict: bool) -> Iterator[Fault]:
    """Every fault of one draft, by all the rules."""
    for rule in RULES + STRICT if strict else RULES:
        for found in rule(draft):
            if not strict and found.message == MISSING and found.field in MAY_BE_LEFT_OUT:
                continue
            yield Fault(draft.path, draft.line_of(found.field) + found.below, found.field, found.message)


def _files(root: Path, faults: list[Fault]) -> Iterator[Path]:
    """Yield the entries' files in order; what has no place in the tree becomes a fault."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        name = "/".join(parts)
        if path.is_dir() or any(part.startswith(".") for part in parts) or name in NOT_ENTRIES:
            continue
        if problem := has_place(name):
            faults.append(Fault(name, 1, "path", problem))
        else:
            yield path


def has_place(name: str) -> str:
    """What is wrong with the path of an entry, below its root: nothing for ``06/04/slug.md``."""
    parts = name.split("/")
    if len(parts) != 3 or not (name.endswith(".md") or parts[-1] == "also.toml"):
        return "has no place here: entries are MM/DD/slug.md and MM/DD/also.toml"
    try:
        _day_of(name)
    except ValueError as error:
        return str(error)
    return ""


def _day_of(name: str) -> Day:
    """The day of the year that the path ``06/04/slug.md`` says; ValueError where there is no such day."""
    return Day.parse("-".join(name.split("/")[:2]))


def parse_file(path: Path, name: str) -> list[Draft]:
    """The drafts of one file of a tree, ``name`` below its root. EntryError where it cannot be taken apart."""
    text = text_of(path, name)
    if path.suffix == ".md":
        return [parse_article(name, text, _day_of(name), path.stem)]
    return parse_short_entries(name, text, _day_of(name))


def text_of(path: Path, name: str) -> str:
    """The text of a file. EntryError where it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise EntryError(Fault(name, line, "encoding", "is not UTF-8")) from None


def _slugs_taken_twice(drafts: list[Draft]) -> Iterator[Fault]:
    taken: dict[str, Draft] = {}
    for draft in drafts:
        for field, name in [("slug", draft.slug)] + [("aliases", alias) for alias in texts(draft, "aliases")]:
            if name and name in taken:
                yield Fault(draft.path, draft.line_of(field), field, f"{name!r} is taken by {taken[name].path}")
            taken.setdefault(name, draft)


def _related_unresolved(drafts: list[Draft]) -> Iterator[Fault]:
    slugs = {draft.slug for draft in drafts}
    for draft in drafts:
        for slug in texts(draft, "related"):
            if slug == draft.slug:
                yield Fault(draft.path, draft.line_of("related"), "related", f"{slug!r} is the entry itself")
            elif slug not in slugs:
                yield Fault(
                    draft.path, draft.line_of("related"), "related", f"there is no entry {slug!r}{near(slug, slugs)}"
                )
