"""Source texts as they come in: text and HTML files, folders of them, addresses, standard input."""

from typing import BinaryIO

from app.text.reading.decoding import decode_text
from app.text.reading.files import (
    HTML_SUFFIXES,
    STANDARD_INPUT,
    find_sources,
    name_of,
    printable,
    read_bounded,
    read_file,
)
from app.text.reading.particulars import is_address
from app.text.reading.source_texts import Bounds, SourceText
from app.text.reading.webpages import read_html

__all__ = [
    "STANDARD_INPUT",
    "Bounds",
    "SourceText",
    "find_sources",
    "printable",
    "read_source_text",
]


def read_source_text(source: str, bounds: Bounds, standard_input: BinaryIO) -> SourceText:
    """The whole source text of a file, of an address, or of `standard_input` for `-`.

    What is HTML is told by a file's name, or by what the server says of its answer: never by how it
    begins. Raises SourceError with the byte at fault, and never replaces a character.
    """
    if source == STANDARD_INPUT:
        raw = read_bounded(standard_input, "standard input", bounds.bytes)
        return _take_text("standard input", "standard input", raw)
    if is_address(source):
        # httpx is slow to import, and mostly not needed
        from app.text.reading.addresses import read_address  # noqa: PLC0415

        return read_address(source, bounds)
    raw = read_file(source, bounds.bytes)
    if source.lower().endswith(HTML_SUFFIXES):
        return read_html(source, raw, bounds)
    return _take_text(source, name_of(source), raw)


def _take_text(source: str, name: str, raw: bytes) -> SourceText:
    decode_text(source, raw)  # or it says why it cannot be
    return SourceText(name, raw)
