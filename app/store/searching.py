"""Search by words: what a user types, as FTS5 takes it, and where in a text it was found."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

SEARCH_TABLES = ("search_article", "search_quote", "search_actor")

# A phrase in quotation marks, closed or not, or one word; a star behind it asks for a beginning.
_TYPED = re.compile(r'"([^"]*)"?(\*?)|([^\s"*]+)(\*?)')
_CURLY = str.maketrans("“”„", '"""')
_UNSPEAKABLE = re.compile("[\x00\ud800-\udfff]")  # SQLite would end at the one, UTF-8 has no other
_LETTER = re.compile(r"[^\W_]")

_OPEN, _CLOSE, SEAM = "\x02", "\x03", "\x1f"  # no text has them: cleaning takes them out
_BEFORE, _BEHIND = 60, 180  # how far an excerpt reaches from its first match, in code points


def match_expression(typed: str) -> str:
    """What FTS5 is to match for what a user typed: words, "phrases", beginnings*, all of them.

    Everything stands in quotation marks, so nothing is an operator and no string is an error. What
    has no word in it matches nothing.
    """
    plain = unicodedata.normalize("NFC", _UNSPEAKABLE.sub(" ", typed)).translate(_CURLY)
    found = (match.groups(default="") for match in _TYPED.finditer(plain))
    pieces = [
        f'"{phrase or word}"{star or star_of_word}'
        for phrase, star, word, star_of_word in found
        if _LETTER.search(phrase or word)
    ]
    return " ".join(pieces) or '""'


def phrase_expression(words: str) -> str:
    """What FTS5 is to match for these words in a row, whatever stands between them."""
    unmarked = words.translate(_CURLY).replace('"', " ")
    return match_expression(f'"{unmarked}"')


def marked(table: str) -> str:
    """The SQL column that `cut_excerpt` takes, for a search table of one column."""
    return f"highlight({table}, 0, char({ord(_OPEN)}), char({ord(_CLOSE)})) AS marked"


def cut_excerpt(marked: str, starts: Sequence[int] = (0,)) -> dict[str, Any]:
    """The words around the first match, within its block: a span of the text, in parts.

    The parts are `{"text", "marked"}` and together the span's `exact`, so that nobody has to count
    offsets to show them. `starts` says where in the text each piece of what was searched begins.
    """
    first = max(marked.find(_OPEN), 0)
    piece = marked.rfind(SEAM, 0, first) + 1  # where the one with the match begins
    block = max(marked.rfind("\n", 0, first) + 1, piece)
    before = _last_words(marked[block:first])
    behind = _first_words(marked[first : _end_of_block(marked, first)])
    texts = (before + behind).replace(_CLOSE, _OPEN).split(_OPEN)
    exact = "".join(texts)
    start = starts[marked.count(SEAM, 0, piece)] + first - piece - len(before)
    return {
        "start": start,
        "end": start + len(exact),
        "exact": exact,
        "parts": [{"text": text, "marked": n % 2 == 1} for n, text in enumerate(texts) if text],
    }


def _end_of_block(marked: str, first: int) -> int:
    ends = (marked.find(end, first) for end in ("\n", SEAM))
    return min((end for end in ends if end >= 0), default=len(marked))


def _last_words(text: str) -> str:
    return text if len(text) <= _BEFORE else text[-_BEFORE:].partition(" ")[2]


def _first_words(text: str) -> str:
    if len(text) <= _BEHIND:
        return text
    return text[:_BEHIND].rpartition(" ")[0] or text[:_BEHIND]
