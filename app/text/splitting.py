"""From clean lines to the fixed text: headline, blank line, paragraphs with blank lines between."""

import re
from collections.abc import Iterator
from itertools import chain

from app.standoff import Document, Paragraphs, Span

_BLANK_LINES = re.compile(r"\n{3,}")
_SEPARATOR = "\n\n"
HEADLINE_LENGTH = 200  # code points; a longer first line is a paragraph
# What ends a sentence or leads on to the next line does not end a headline. Question and
# exclamation marks do: "Who pays?" is a headline.
_NO_HEADLINE_END = re.compile(r"[.,:;。،।][\"'”’»)\]]*$")


def build_document(clean_text: str) -> Document:
    """The document of a cleaned text, with its text fixed from here on.

    Blank lines separate paragraphs, and hard-wrapped lines stay inside theirs; where there is no
    blank line, every line is a paragraph. Raises ValueError where there is no letter or digit.
    """
    if not any(char.isalnum() for char in clean_text):
        raise ValueError("no words in it")
    text = _separate(clean_text)
    spans = _lay_out(text)
    first = next(spans)
    if _is_headline(text, first):
        return Document(text, first, Paragraphs(spans))
    return Document(text, None, Paragraphs(chain((first,), spans)))


def build_plain_document(text: str) -> Document:
    """The document of a text taken exactly as given: no headline, each filled line a paragraph."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Document(text, None, Paragraphs(spans))


def _separate(clean_text: str) -> str:
    """The text with one blank line between its blocks: mostly it is the very same."""
    if _SEPARATOR in clean_text:
        return _BLANK_LINES.sub(_SEPARATOR, clean_text)
    return clean_text.replace("\n", _SEPARATOR)


def _lay_out(text: str) -> Iterator[Span]:
    start = 0
    while (end := text.find(_SEPARATOR, start)) >= 0:
        yield Span(start, end)
        start = end + len(_SEPARATOR)
    yield Span(start, len(text))


def _is_headline(text: str, first: Span) -> bool:
    """A headline is one short line above a paragraph that does not end as a sentence does."""
    line = first.of(text)
    return (
        first.end < len(text)
        and "\n" not in line
        and len(line) <= HEADLINE_LENGTH
        and not _NO_HEADLINE_END.search(line)
    )
