"""Markdown, read back by markdown-it: what is shown is what was written, and nothing else is obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from historycli.collection import Collection, open_collection
from historycli.event import Event
from historycli.inline import one_line, plain
from historycli.share import markdown
from tests.strategies import events

EXPECTED = """\
# 4 June

## A secret speech is published

*4 June 1956. Washington, United States*

The department would let the document *speak for itself*, and it did so on a Monday afternoon. \
The [record](https://history.state.gov/historicaldocuments/frus1955-57v09/d199) is short.

### Behind closed doors

Khrushchev spoke for four hours.

> We must know the measure of things.

Wiktor Grajewski read a copy in Warsaw, far from Łódź.

### What came of it

There was unrest in Poznań.

**Fun fact:** The text was printed in the Soviet Union only in 1989.

**Also on 25 February 1956:** Khrushchev speaks to a closed session in Moscow.

### Further reading

1. William Taubman, *Khrushchev: The Man and His Era* (W. W. Norton, 2003). A full life of the speaker. \
ISBN 9780393051445.
2. [*Document 199*](https://history.state.gov/historicaldocuments/frus1955-57v09/d199). The record itself.

### Sources

1. [*Foreign Relations of the United States, 1955-1957, Volume IX, Document 199*]\
(https://history.state.gov/historicaldocuments/frus1955-57v09/d199) (Office of the Historian). \
For the release on 4 June 1956.
2. [*The text in the New York Times*](https://history.state.gov/historicaldocuments/frus1955-57v24/d50) \
(Office of the Historian). For the department’s silence.

# 7 November

- **7 November 1917 (25 October 1917 Old Style)**, Saint Petersburg, Russia: The Bolsheviks take power in Petrograd.
  - [*October Revolution*](https://en.wikipedia.org/wiki/October_Revolution) (Wikipedia).

"""


def shown(tokens: list[Token] | None) -> str:
    """The text of inline tokens, as a reader sees it."""
    return "".join(token.content for token in tokens or [] if token.type in ("text", "text_special", "code_inline"))


def test_a_document(collection: Collection) -> None:
    chosen = [collection.find("secret speech"), collection.find("october")]
    assert "".join(markdown.write(chosen)) == EXPECTED


@settings(max_examples=50)
@given(events)
def test_any_title_survives(event: Event) -> None:
    heading, title, *_ = MarkdownIt().parse(markdown.page(event))
    assert (heading.type, heading.tag, shown(title.children)) == ("heading_open", "h2", one_line(event.title))


@settings(max_examples=50)
@given(events)
def test_nothing_else_is_obeyed(event: Event) -> None:
    """Whatever a short entry's texts hold, it stays one item with its works below."""
    short = event._replace(body="")
    tokens = MarkdownIt().parse(markdown.item(short))
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks <= {"bullet_list", "list_item", "paragraph", "inline"}
    inline = {child.type.removesuffix("_open").removesuffix("_close") for t in tokens for child in t.children or []}
    assert inline <= {"text", "strong", "em", "link", "softbreak"}
    assert sum(token.type == "list_item_open" for token in tokens) == 1 + len(event.readings) + len(event.sources)


@pytest.mark.parametrize(
    "text",
    [
        "- a list",
        "1. a list",
        "12) a list",
        "# a heading",
        "---",
        "<b>",
        "&amp;",
        "a_b_",
        "![x](https://x.org/)",
        "`x`",
    ],
)
def test_a_paragraph_stays_one(text: str, collection: Collection) -> None:
    event = collection.find("secret speech")._replace(body=text)
    tokens = MarkdownIt().parse(markdown.page(event))
    paragraph, inline = tokens[6:8]
    assert paragraph.type == "paragraph_open"
    assert "image" not in {child.type for child in inline.children or []}
    if "](" not in text:
        assert shown(inline.children) == text


def test_the_bundled_articles_are_drawn_as_they_were_written() -> None:
    with open_collection() as collection:
        for event in collection.all():
            if event.is_article:
                tokens = MarkdownIt().parse(markdown.page(event))
                texts = [shown(token.children) for token in tokens if token.type == "inline"]
                for section in event.sections:
                    assert section.heading == "" or plain(section.heading) in texts
                assert len([text for text in texts if text]) > len(event.readings) + len(event.sources)


def test_a_reading_list(collection: Collection) -> None:
    text = markdown.reading_list(collection.find("secret speech"))
    assert text.startswith("# A secret speech is published (4 June 1956)\n\n## Further reading\n\n1. William Taubman,")
    caesar = markdown.reading_list(collection.find("caesar"))
    assert caesar.startswith("# Senators kill Julius Caesar (15 March 44 BC)\n\n## Sources\n\n1. [*Assassination")


def test_an_address_that_is_none_is_no_link(collection: Collection) -> None:
    event = collection.find("secret speech")
    (reading, *_) = event.readings
    text = markdown.reading_list(event._replace(readings=(reading._replace(url="javascript:alert(1)"),), sources=()))
    assert "](" not in text
