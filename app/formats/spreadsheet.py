r"""CSV (RFC 4180): UTF-8, CRLF, a header row, one row an item.

Words stand as they are in the text, to the character. Spreadsheet programs take a cell that begins
with `=`, `+`, `-` or `@` for a formula, and an article may hold such words: whoever opens the file
in one imports the columns as text. Marking such cells here would make them other words than
the text has, and their offsets wrong.

A quote's content may have several pieces. `content` joins their words with " […] " for the eye,
from `content_start` to `content_end`; `content_pieces` is the JSON array of the pieces, each with
start, end and exact, so nothing is lost.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from app.formats import shapes
from app.formats.chunks import in_chunks

Columns = Mapping[str, Callable[[Any], object]]


def to_csv(columns: Columns, items: Iterable[shapes.Shape]) -> Iterator[bytes]:
    """The items under the header of these columns; a field that is null is an empty cell.

    In chunks of whole rows; reads no further than it has written.
    """
    return in_chunks(_rows(columns, items))


def _rows(columns: Columns, items: Iterable[shapes.Shape]) -> Iterator[bytes]:
    to_line: Callable[[Iterable[object]], str] = csv.writer(_Echo()).writerow
    yield to_line(columns).encode()
    for item in items:
        yield to_line([value(item) for value in columns.values()]).encode()


class _Echo:
    """A file that hands back what is written to it, which `writerow` hands on."""

    def write(self, line: str) -> str:
        return line


def _fields(*names: str) -> Columns:
    return {name: itemgetter(name) for name in names}


def _words(part: str) -> Columns:
    return {part: _of_span(part, "exact")}


def _span(part: str) -> Columns:
    places = {f"{part}_{end}": _of_span(part, end) for end in ("start", "end")}
    return {**_words(part), **places}


def _of_span(part: str, name: str) -> Callable[[Any], object]:
    """What the span `part` of an item has under `name`; None where the item has no such span."""
    return lambda item: item[part] and item[part][name]


def _pieces(quote: shapes.Quote) -> str:
    return json.dumps(quote["content"], ensure_ascii=False)


ARTICLES: Columns = {
    **_fields("id", "version"),
    **_words("headline"),
    **_fields("url", "published", "author", "language", "annotator"),
    **_fields("paragraphs", "mentions", "quotes"),
}
ACTORS: Columns = _fields("id", "name", "kind", "wikidata")
MENTIONS: Columns = _fields(
    *("id", "article", "version", "actor", "kind", "rule", "paragraph"),
    *("start", "end", "exact", "unit"),
)
QUOTES: Columns = {
    **_fields("id", "article", "version", "kind", "speaker", "on_behalf_of"),
    **_span("source"),
    **_span("cue"),
    "content": shapes.joined_content,
    "content_start": lambda quote: quote["content"][0]["start"],
    "content_end": lambda quote: quote["content"][-1]["end"],
    "content_pieces": _pieces,
    **_fields("rule", "unit"),
}
