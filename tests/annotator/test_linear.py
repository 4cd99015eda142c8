"""Twice the text costs at most 2.2 times the steps, whatever is in it.

Steps are lines of Python run, which no noise of a machine can sway.
"""

import sys
from types import FrameType
from typing import Any

import pytest

from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.text.cleaning import clean
from app.text.splitting import build_document

HOSTILE = {
    "straight marks": '"',
    "opening marks": "“",
    "closing marks": "”",
    "marks within marks": "“‘",
    "unclosed quotations": "“Open words\n\n",
    "brackets": "(",
    "cue words": "said ",
    "cue after cue": "Ada Weir said, ",
    "attribution in attribution": "He said that she said that ",
    "quotation after quotation": "“No,” said Ada. ",
    "capitals": "Ada ",
    "a person's surname": "Ada Weir. Weir. ",
    "acronyms": "World Ant Union (WAU) ",
    "seats": "Paris, Ankara and Moscow ",
    "titles": "President ",
    "no spaces": "a",
    "full stops": ". ",
    "line feeds": "a\n",
    "headlines": "Home / news / a\n\n",
    "control characters": "\x01",
}


def steps(source_text: str) -> int:
    count = 0
    lexicon = load_lexicon()

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        document = build_document(clean(source_text))
        annotate(document, lexicon, "an-article")
    finally:
        sys.settrace(before)
    return count


# Words enough for the text to be taken for English, whatever follows: else nothing is looked for.
ENGLISH = "It was the end of it, and “that was that,” said Ada Weir. " * 14


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_steps_grow_with_the_text(piece: str) -> None:
    before = steps(ENGLISH)
    once, twice = (
        steps(ENGLISH + piece * (many // len(piece))) - before for many in (4_000, 8_000)
    )
    assert twice <= 2.2 * once
