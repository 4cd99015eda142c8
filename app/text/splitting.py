"""From clean lines to the fixed text: headline, blank line, paragraphs with blank lines between."""

import re

from app.standoff import Document, Paragraph, Span

_LINE_END = re.compile(r"\n")
_BLANK_LINES = re.compile(r"\n{2,}")
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
    blocks = _split(clean_text)
    spans = _lay_out(blocks)
    headline = spans.pop(0) if _begins_with_headline(blocks) else None
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, start=1))
    return Document(_SEPARATOR.join(blocks), headline, paragraphs)


def build_plain_document(text: str) -> Document:
    """The document of a text taken exactly as given: no headline, each filled line a paragraph."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, start=1))
    return Document(text, None, paragraphs)


def _split(clean_text: str) -> list[str]:
    separator = _BLANK_LINES if _SEPARATOR in clean_text else _LINE_END
    return separator.split(clean_text)


def _lay_out(blocks: list[str]) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for block in blocks:
        spans.append(Span(start, start + len(block)))
        start += len(block) + len(_SEPARATOR)
    return spans


def _begins_with_headline(blocks: list[str]) -> bool:
    """A headline is one short line above a paragraph that does not end as a sentence does."""
    first = blocks[0]
    return (
        len(blocks) > 1
        and "\n" not in first
        and len(first) <= HEADLINE_LENGTH
        and not _NO_HEADLINE_END.search(first)
    )
