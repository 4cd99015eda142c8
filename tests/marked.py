"""Marked text: the small thing built by hand, instead of the whole pipeline.

    marked("{source:Paris} {cue:accuses} {content:{state:Ankara} of lying}.")

gives the text without its marks, and the spans that the marks name. Marks nest.
"""

import re
from collections import defaultdict

from app.standoff import Span

_MARK = re.compile(r"\{([\w.-]+):|\}")


def marked(words: str) -> tuple[str, dict[str, list[Span]]]:
    """The text, and the spans of every name in the order in which they end."""
    spans: dict[str, list[Span]] = defaultdict(list)
    open_marks: list[tuple[str, int]] = []
    text, last = "", 0
    for mark in _MARK.finditer(words):
        text += words[last : mark.start()]
        last = mark.end()
        if mark[1]:
            open_marks.append((mark[1], len(text)))
        else:
            name, start = open_marks.pop()
            spans[name].append(Span(start, len(text)))
    assert not open_marks, f"never closed: {open_marks}"
    return text + words[last:], dict(spans)
