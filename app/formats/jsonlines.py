"""NDJSON: one JSON object a line, the very object that the JSON answers have among their items."""

from collections.abc import Iterable, Iterator

from pydantic_core import to_json

from app.formats.chunks import in_chunks
from app.formats.shapes import Shape


def to_ndjson(items: Iterable[Shape]) -> Iterator[bytes]:
    """The items as chunks of whole lines in UTF-8; reads no further than it has written."""
    return in_chunks(to_json(item) + b"\n" for item in items)
