"""Offsets in UTF-16 code units, which JavaScript and Java count in, beside those in code points.

A code point above U+FFFF takes two units (RFC 2781, section 2.1); so the two differ by how many of
those stand before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Converts offsets of one text, in time that does not depend on its length."""

    def __init__(self, text: str) -> None:
        self._code_points = [found.start() for found in _TWO_UNITS.finditer(text)]
        self._units = [place + before for before, place in enumerate(self._code_points)]

    def of(self, offset: int) -> int:
        """Code units for code points."""
        return offset + bisect_left(self._code_points, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points for code units; a code point of which only half is in counts as in."""
        return self._before(start), self._before(end) + self._is_inside(end)

    def _before(self, offset: int) -> int:
        return offset - bisect_left(self._units, offset)

    def _is_inside(self, offset: int) -> bool:
        before = bisect_left(self._units, offset)
        return before > 0 and self._units[before - 1] == offset - 1


def versions_in(shape: Any) -> Iterator[str]:
    """The ids of the versions whose offsets are in a shape and the shapes in it."""
    if isinstance(shape, dict):
        if "unit" in shape and "version" in shape:
            yield shape["version"]
        shape = shape.values()
    elif not isinstance(shape, list):
        return
    for each in shape:
        yield from versions_in(each)


def in_utf16(shape: Any, texts: Mapping[str, Utf16], outer: Utf16 | None = None) -> Any:
    """The same with every span in it, and itself, in code units.

    A span counts in the text of the innermost shape around it that says its version.
    """
    if isinstance(shape, list):
        return [in_utf16(each, texts, outer) for each in shape]
    if not isinstance(shape, dict):
        return shape
    units = texts.get(shape.get("version", ""), outer)
    changed = {name: in_utf16(value, texts, units) for name, value in shape.items()}
    if "unit" in shape:
        changed["unit"] = "utf16"
    if "exact" in shape and units:
        changed |= {"start": units.of(shape["start"]), "end": units.of(shape["end"])}
    return changed
