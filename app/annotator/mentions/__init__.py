"""Mentions, first half: the spans of a text that may name an actor, each by a rule with a name."""

from app.annotator.lexicon import Lexicon
from app.annotator.mentions.candidates import Candidate
from app.annotator.mentions.reading import Reading, read
from app.annotator.mentions.scanning import scan
from app.annotator.tokens import Tokens

__all__ = ["Candidate", "Reading", "find_mentions"]


def find_mentions(tokens: Tokens, lexicon: Lexicon) -> tuple[Reading, list[Candidate]]:
    """The candidates of a text in its order, none over another, and the reading they count in."""
    reading = read(tokens, lexicon)
    found: list[Candidate] = []
    for first, last in tokens.sentences():
        found += scan(reading, first, last)
    return reading, found
