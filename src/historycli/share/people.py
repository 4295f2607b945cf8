"""Who made a work: what an entry's ``author`` says, taken apart into people and their parts in it.

An author is written as a title page has it, ``P. Cole, D. L. d’Avray and
J. Riley-Smith``, ``Suetonius, translated by Robert Graves``. The last word of a
name is taken for the family's, with the small words before it (``de la
Costa``); one name alone and the name of a body stay whole. Where the family's
name comes first (``Sima Qian``) the text does not say so, and it is taken apart
like the others.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["OTHERS", "Credits", "Person", "credits_of"]

_BY = re.compile(r",? \(?(?P<part>edited|translated) by ")
_EDITORS = re.compile(r"(, | \()(editors?|eds?\.)\)?$")
_SUFFIX = re.compile(r",? (?P<suffix>Jr\.?|Sr\.?|II|III|IV)$")
_BEFORE_SUFFIX = re.compile(r", (?=(Jr\.?|Sr\.?|II|III|IV)(,| and |$))")
_BETWEEN = re.compile(r", and |, | and |; ")
# Capitalised words that belong to a family's name; small ones are known by their small letters.
_PARTICLES = {"De", "Del", "Della", "Des", "Di", "Du", "El", "La", "Le", "Van", "Von"}
_OF_NO_PERSON = {
    "the", "of", "for", "Academy", "Agency", "Archives", "Association", "Committee", "Commission", "Council",
    "Department", "Foundation", "Government", "Institute", "Institution", "Library", "Ministry", "Museum", "Nations",
    "Office", "Organization", "Parliament", "Society", "Survey", "Tribunal", "University",
}  # fmt: skip


class Person(NamedTuple):
    """A name in its parts; ``family`` is the whole of it where there is no ``given``."""

    family: str
    given: str = ""
    suffix: str = ""


OTHERS = Person("others")


class Credits(NamedTuple):
    """The people of a work by their part in it."""

    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()

    @property
    def everyone(self) -> tuple[Person, ...]:
        """All of them, those the work is known by first."""
        return self.authors + self.editors + self.translators


def credits_of(author: str) -> Credits:
    """Take an ``author`` apart; nobody for an empty one."""
    first, *rest = _BY.split(author)
    names = _EDITORS.sub("", first)
    found = {"authors": _people(names)} if names == first else {"editors": _people(names)}
    for part, text in zip(rest[::2], rest[1::2], strict=True):
        people = _people(text.rstrip(")"))
        found["editors" if part == "edited" else "translators"] = people
    return Credits(**found)


def _people(text: str) -> tuple[Person, ...]:
    names = [name.strip() for name in _BETWEEN.split(_BEFORE_SUFFIX.sub(" ", text))]
    # A single small word beside a name says what somebody was: "John G. Kemeny, chairman".
    return tuple(
        OTHERS if name == "others" else _person(name)
        for number, name in enumerate(names)
        if name and (name == "others" or number == 0 or " " in name or not name.islower())
    )


def _person(name: str) -> Person:
    suffix = match["suffix"] if (match := _SUFFIX.search(name)) else ""
    words = _SUFFIX.sub("", name).split()
    if len(words) < 2 or _OF_NO_PERSON & set(words) or words[0] in _PARTICLES:
        return Person(name)
    begins = next(
        (place for place, word in enumerate(words[1:-1], 1) if word.islower() or word in _PARTICLES), len(words) - 1
    )
    return Person(" ".join(words[begins:]), " ".join(words[:begins]), suffix)
