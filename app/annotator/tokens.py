"""Words and sentences of a document: found once, read by every rule."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from app.standoff import Document

if TYPE_CHECKING:  # the lexicon splits its own names with this module
    from app.annotator.lexicon import Lexicon

# Words and marks of a text that is annotated: a novel has as many, the longest articles a third of
# that. What has more is no article, and would take time and memory in proportion.
MOST = 100_000

# One alternation, tried at each place from the left, never backtracking over more than one word:
# initials ("U.S."), one initial before a name ("J. Smith"), words with inner marks ("don’t",
# "al-Rashidi", "3.5"), the possessive, dots in a row, more marks in a row than anybody sets (a line
# drawn, noise: nothing in it is looked at), any single mark.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|[A-Z]\.(?=\s?[A-Z])"
    r"|[^\W_]+(?:(?:[-.&_@]|[’'](?![sS]\b)|(?<=\d),(?=\d))[^\W_]+)*"
    r"|[’'][sS]\b"
    r"|\.{2,}"
    r"|[^\w\s]{61,}"
    r"|\S"
)
_SENTENCE_END = frozenset({".", "?", "!", "…", "...", "....", "。", "؟", "？", "！"})
_GOES_ON = frozenset({",", ";", ":", ")", "—", "–", "―"})  # no sentence begins so
_CLOSING = frozenset("\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a document, in parallel lists: token `i` is `words[i]`, from `starts[i]` to
    `ends[i]` (code points). A word that comes again is the same string: a text has millions.

    A sentence ends before token `sentence_ends[i]`; no sentence leaves its block (a paragraph or
    the headline), and every token is in exactly one.
    """

    text: str
    words: list[str]
    starts: array[int]
    ends: array[int]
    sentence_ends: array[int]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences, each as its first token and the one after its last."""
        return pairwise(chain((0,), self.sentence_ends))


def split_words(words: str) -> list[str]:
    """The words of a name as they stand among the tokens of a text."""
    return _TOKEN.findall(words)


def tokenize(document: Document, lexicon: Lexicon) -> Tokens:
    """The tokens and sentences of a document; linear in its length. No more than MOST and one."""
    words, starts, ends = list[str](), array("I"), array("I")
    tokens = Tokens(document.text, words, starts, ends, array("I"))
    same: dict[str, str] = {}
    for block in document.blocks():
        first = len(words)
        found = _TOKEN.finditer(document.text, block.start, block.end)
        for match in islice(found, MOST + 1 - first):
            word = match[0]
            words.append(same.setdefault(word, word))
            starts.append(match.start())
            ends.append(match.end())
        _split_sentences(tokens, first, lexicon)
        if len(words) > MOST:
            break
    return tokens


def _split_sentences(tokens: Tokens, first: int, lexicon: Lexicon) -> None:
    """A sentence ends with its mark and what closes after it, before a word that may begin one."""
    words, end = tokens.words, len(tokens.words)
    for index in [at for at in range(first, end) if words[at] in _SENTENCE_END]:
        if _abbreviates(tokens, index, first, lexicon):
            continue
        after = index + 1
        while after < end and words[after] in _CLOSING and _touch(tokens, after - 1):
            after += 1
        if after < end and _begins_sentence(words[after]):
            tokens.sentence_ends.append(after)
    if first < end:
        tokens.sentence_ends.append(end)


def _begins_sentence(word: str) -> bool:
    return not word[0].islower() and word not in _GOES_ON


def _abbreviates(tokens: Tokens, index: int, first: int, lexicon: Lexicon) -> bool:
    return (
        index > first
        and tokens.words[index] == "."
        and tokens.words[index - 1] in lexicon.abbreviations
        and _touch(tokens, index - 1)
    )


def _touch(tokens: Tokens, index: int) -> bool:
    """Whether a token and the next stand without a space between them."""
    return tokens.ends[index] == tokens.starts[index + 1]
