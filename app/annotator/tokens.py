"""Words and sentences of a document: found once, read by every rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.standoff import Document

if TYPE_CHECKING:  # the lexicon splits its own names with this module
    from app.annotator.lexicon import Lexicon

# One alternation, tried at each place from the left, never backtracking over more than one word:
# initials ("U.S."), one initial before a name ("J. Smith"), words with inner marks ("don’t",
# "al-Rashidi", "3.5"), the possessive, dots in a row, any single mark.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|[A-Z]\.(?=\s?[A-Z])"
    r"|[^\W_]+(?:(?:[-.&_@]|[’'](?![sS]\b)|(?<=\d),(?=\d))[^\W_]+)*"
    r"|[’'][sS]\b"
    r"|\.{2,}"
    r"|\S"
)
_SENTENCE_END = frozenset({".", "?", "!", "…", "...", "....", "。", "؟", "？", "！"})
_GOES_ON = frozenset({",", ";", ":", ")", "—", "–", "―"})  # no sentence begins so
_CLOSING = frozenset("\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a document, in parallel lists: token `i` is `words[i]`, from `starts[i]` to
    `ends[i]` (code points).

    `sentences` holds `(first, last + 1)` token numbers; no sentence leaves its block (a paragraph
    or the headline), and every token is in exactly one.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]


def split_words(words: str) -> list[str]:
    """The words of a name as they stand among the tokens of a text."""
    return _TOKEN.findall(words)


def tokenize(document: Document, lexicon: Lexicon) -> Tokens:
    """The tokens and sentences of a document; linear in its length."""
    tokens = Tokens(document.text, [], [], [], [])
    for block in document.blocks():
        first = len(tokens.words)
        for match in _TOKEN.finditer(document.text, block.start, block.end):
            tokens.words.append(match[0])
            tokens.starts.append(match.start())
            tokens.ends.append(match.end())
        _split_sentences(tokens, first, lexicon)
    return tokens


def _split_sentences(tokens: Tokens, first: int, lexicon: Lexicon) -> None:
    """A sentence ends with its mark and what closes after it, before a word that may begin one."""
    words, end, start = tokens.words, len(tokens.words), first
    index = first
    while index < end:
        if words[index] in _SENTENCE_END and not _abbreviates(tokens, index, first, lexicon):
            while index + 1 < end and words[index + 1] in _CLOSING and _touch(tokens, index):
                index += 1
            if index + 1 < end and _begins_sentence(words[index + 1]):
                tokens.sentences.append((start, index + 1))
                start = index + 1
        index += 1
    if start < end:
        tokens.sentences.append((start, end))


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
