"""Offsets as a client counts them: converted where they come in, and where they go out."""

from collections.abc import Iterable
from typing import Any, TypeVar

from app.formats.shapes import Shape, Unit
from app.formats.units import Utf16, in_utf16, versions_in
from app.store.engine import Session
from app.store.queries.articles import get_text, get_texts

S = TypeVar("S", bound=Shape)
Pair = tuple[int, int]  # no Span: its start need not be before its end


def in_unit(session: Session, unit: Unit, shapes: Iterable[S]) -> list[S]:
    """Shapes that say which version they are of, with their spans in the unit asked for."""
    items: list[Any] = list(shapes)
    if unit == "codepoint":
        return items
    texts = get_texts(session, (version for item in items for version in versions_in(item)))
    units = {version: Utf16(text) for version, text in texts.items()}
    return [in_utf16(item, units) for item in items]


def read_span(session: Session, unit: Unit, given: str | None, version: int) -> Pair | None:
    """What a client gave as `start,end`, in code points of a version's text; None for nothing."""
    if given is None:
        return None
    pair = _parse(given)
    return pair if unit == "codepoint" else Utf16(get_text(session, version)).span(*pair)


def cut_text(session: Session, version: int, char: str | None, unit: Unit) -> str:
    """The text of a version, or what `char` selects of it."""
    text = get_text(session, version)
    if char is None:
        return text
    start, end = _parse(char)
    if unit == "utf16":
        start, end = Utf16(text).span(start, end)
    return text[start:end]


def _parse(given: str) -> Pair:
    start, end = given.split(",")
    return int(start), int(end)
