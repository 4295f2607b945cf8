"""Reading lists for reference managers, read back by bibtexparser and citeproc."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import citeproc
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings

from historycli.collection import Collection, open_collection
from historycli.event import Event, Reading
from historycli.inline import one_line, plain
from historycli.share import bibtex, csl
from historycli.share.people import OTHERS, Credits, Person, credits_of
from historycli.share.works import key_of, works_of
from tests.strategies import events

BOOK = Reading("book", "Khrushchev", "A life.", author="William Taubman", year=2003, publisher="W. W. Norton")


def event_with(collection: Collection, *works: Reading) -> Event:
    return collection.find("caesar")._replace(readings=works, sources=())


def entries(events: Iterable[Event]) -> list[Entry]:
    library = parse_string("".join(bibtex.write(events)))
    assert library.failed_blocks == []
    return library.entries


def decoded(events: Iterable[Event]) -> list[dict[str, Any]]:
    """The fields as a reader of LaTeX sees them, people in their parts; addresses are verbatim and left out."""
    text = "\n".join(line for line in "".join(bibtex.write(events)).split("\n") if not line.startswith("  url = "))
    parts = [SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()]
    library = parse_string(text, append_middleware=parts)
    assert library.failed_blocks == []
    return [{field.key: field.value for field in entry.fields} for entry in library.entries]


def items(events: Iterable[Event]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("".join(csl.write(events)))
    return found


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("", Credits()),
        ("William Taubman", Credits((Person("Taubman", "William"),))),
        ("Suetonius", Credits((Person("Suetonius"),))),
        ("Theophanes the Confessor", Credits((Person("Theophanes the Confessor"),))),
        ("Waitangi Tribunal", Credits((Person("Waitangi Tribunal"),))),
        (
            "P. Cole, D. L. d’Avray and J. Riley-Smith",
            Credits((Person("Cole", "P."), Person("d’Avray", "D. L."), Person("Riley-Smith", "J."))),
        ),
        ("Horacio de la Costa", Credits((Person("de la Costa", "Horacio"),))),
        ("Guy Le Strange", Credits((Person("Le Strange", "Guy"),))),
        ("Le Strange", Credits((Person("Le Strange"),))),
        ("Martin Luther King, Jr.", Credits((Person("King", "Martin Luther", "Jr."),))),
        ("Eko Yulianto and others", Credits((Person("Yulianto", "Eko"), OTHERS))),
        ("John G. Kemeny, chairman", Credits((Person("Kemeny", "John G."),))),
        ("bell hooks", Credits((Person("hooks", "bell"),))),
        ("Beth L. Glixon, editor", Credits(editors=(Person("Glixon", "Beth L."),))),
        (
            "Virginia Berridge and Suzanne Taylor (editors)",
            Credits(editors=(Person("Berridge", "Virginia"), Person("Taylor", "Suzanne"))),
        ),
        (
            "Suetonius, translated by Robert Graves",
            Credits((Person("Suetonius"),), translators=(Person("Graves", "Robert"),)),
        ),
        (
            "Martin Luther King Jr., edited by Clayborne Carson",
            Credits((Person("King", "Martin Luther", "Jr."),), editors=(Person("Carson", "Clayborne"),)),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_people_of_a_work(author: str, expected: Credits) -> None:
    assert credits_of(author) == expected


def test_a_key_is_the_works_own() -> None:
    key = key_of(BOOK)
    assert key.startswith("taubman-2003-khrushchev-")
    assert key_of(BOOK._replace(note="Another clause.", publisher="Free Press")) == key
    assert key_of(BOOK._replace(year=2004)) != key
    assert key_of(BOOK._replace(author="", title="Сталин", year=None)).startswith("work-")


def test_keys_are_unique_and_a_work_is_written_once() -> None:
    with open_collection() as collection:
        everything = list(collection.all())
    works = works_of(everything)
    assert len({(work.title, work.author, work.year, work.url) for work in works.values()}) == len(works) > 1000
    assert works_of(everything + everything) == works
    assert all(set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for key in works)
    assert len(entries(everything)) == len(items(everything)) == len(works)


@settings(max_examples=50)
@given(events)
def test_any_text_survives_bibtex(event: Event) -> None:
    works = works_of([event])
    assert [entry.key for entry in entries([event])] == list(works)
    for fields, work in zip(decoded([event]), works.values(), strict=True):
        title = one_line(work.title)
        if title.isascii():  # the decoder composes accents of its own, and knows no name for a brace
            assert fields["title"].replace("ˆ", "^") == title.replace("{", "").replace("}", "")


@settings(max_examples=50)
@given(events)
def test_any_text_survives_csl(event: Event) -> None:
    works = works_of([event])
    for item, work in zip(items([event]), works.values(), strict=True):
        assert (item["title"], item.get("note", "")) == (one_line(work.title), plain(work.note))


@pytest.mark.parametrize(
    ("year", "printed", "iso", "counted"),
    [(-44, "44 BC", "-0043", -44), (-2, "2 BC", "-0001", -2), (-1, "1 BC", "0000", -1), (1, "1", None, 1)],
    ids=["44 BC", "2 BC", "1 BC", "AD 1"],
)
def test_years_bc(year: int, printed: str, iso: str | None, counted: int, collection: Collection) -> None:
    """BibLaTeX has a year 0, as ISO 8601 does; CSL has none, as historians do."""
    event = event_with(collection, BOOK._replace(year=year))
    (entry,), (item,) = entries([event]), items([event])
    fields = {field.key: field.value for field in entry.fields}
    assert (fields["year"], fields.get("date")) == (printed, iso)
    assert item["issued"] == {"date-parts": [[counted]]}


@pytest.mark.parametrize(
    ("work", "type_", "csl_type", "publisher", "csl_publisher"),
    [
        (BOOK, "book", "book", "publisher", "publisher"),
        (BOOK._replace(kind="article"), "article", "article-journal", "journal", "container-title"),
        (BOOK._replace(kind="primary"), "misc", "document", "howpublished", "publisher"),
        (BOOK._replace(kind="primary", isbn="9780393051445"), "book", "book", "publisher", "publisher"),
        (BOOK._replace(kind="film"), "movie", "motion_picture", "howpublished", "publisher"),
        (BOOK._replace(kind="web"), "online", "webpage", "organization", "container-title"),
    ],
    ids=["book", "article", "primary", "primary with ISBN", "film", "web"],
)
def test_kinds(
    work: Reading, type_: str, csl_type: str, publisher: str, csl_publisher: str, collection: Collection
) -> None:
    event = event_with(collection, work)
    (entry,), (item,) = entries([event]), items([event])
    assert (entry.entry_type, item["type"]) == (type_, csl_type)
    assert {field.key: field.value for field in entry.fields}[publisher] == "W. W. Norton"
    assert item[csl_publisher] == "W. W. Norton"
    assert ("director" in item) == (work.kind == "film")


def test_people_reach_bibtex_in_their_parts(collection: Collection) -> None:
    author = "Martin Luther King, Jr., Waitangi Tribunal and others, translated by Horacio de la Costa"
    (fields,) = decoded([event_with(collection, BOOK._replace(author=author))])
    king, tribunal, others = fields["author"]
    assert (king.first, king.last, king.jr) == (["Martin", "Luther"], ["King"], ["Jr."])
    assert (tribunal.first, others.last) == ([], ["others"])
    assert tribunal.last == ["{Waitangi Tribunal}"]
    assert (fields["translator"][0].von, fields["translator"][0].last) == (["de", "la"], ["Costa"])


@pytest.mark.parametrize("name", ["A,B C", "X and\u00a0", "A. AND-B"], ids=repr)
def test_a_name_that_bibtex_would_take_apart_stays_whole(name: str, collection: Collection) -> None:
    (fields,) = decoded([event_with(collection, BOOK._replace(author=f"{name}, edited by A B"))])
    assert len(fields["author"]) == len(fields["editor"]) == 1


def test_an_address_is_verbatim(collection: Collection) -> None:
    address = "https://example.org/a_b%20c?d=e#f~g"
    event = event_with(collection, BOOK._replace(url=address), BOOK._replace(url="https://example.org/{x}\\ y"))
    one, other = entries([event])
    assert one.fields_dict["url"].value == address
    assert other.fields_dict["url"].value == "https://example.org/%7Bx%7D%5C%20y"


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported. director:UserWarning")
def test_a_citation_processor_writes_the_list(collection: Collection) -> None:
    event = event_with(
        collection,
        BOOK,
        Reading("book", "Commentarii", "His own.", author="Julius Caesar", year=-46),
        Reading("article", "A tsunami", "It came.", author="Eko Yulianto and others", year=2018, publisher="Nature"),
        Reading("book", "Music", "Essays.", author="Claudio Monteverdi, edited by Beth L. Glixon", year=2010),
        Reading("film", "Casablanca", "The film.", author="Michael Curtiz", year=1942),
        Reading("web", "A page", "Read it.", publisher="Wikisource", url="https://example.org/x"),
    )
    style = Path(citeproc.__file__).parent / "data" / "styles" / "harvard-cite-them-right.csl"
    bibliography = citeproc.CitationStylesBibliography(
        citeproc.CitationStylesStyle(str(style), validate=False),
        CiteProcJSON(items([event])),
        citeproc.formatter.plain,
    )
    for item in items([event]):
        bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    assert [str(line) for line in bibliography.bibliography()] == [
        "Taubman, W. (2003) Khrushchev. W. W. Norton.",
        "Caesar, J. (46 BC) Commentarii.",
        "Yulianto, E. and others (2018) “A tsunami”, Nature [Preprint].",
        "Monteverdi, C. (2010) Music. Edited by B.L. Glixon.",
        "Casablanca (1942) Casablanca.",
        "A page (no date) A page, Wikisource. Available at: https://example.org/x.",
    ]
