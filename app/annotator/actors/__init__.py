"""Actors: who is named in a text, every mention of one actor under one id."""

from app.annotator.actors.resolving import resolve
from app.annotator.lexicon import Lexicon
from app.annotator.mentions import find_mentions
from app.annotator.tokens import Tokens
from app.standoff import Actor, Document, Mention

__all__ = ["find_actors"]


def find_actors(
    document: Document, tokens: Tokens, lexicon: Lexicon, article: str
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors of a document in the order of their first mention, and all mentions by name,
    short name, metonym or description in the order of the text.

    `article` is the id of its article: the ids of persons known by one word alone carry it.
    """
    del document  # its text is in the tokens; the signature is the pipeline's
    reading, candidates = find_mentions(tokens, lexicon)
    return resolve(reading, candidates, article)
