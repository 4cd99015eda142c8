"""The speaker: which actor a source stands for, or none; never a guess."""

from bisect import bisect_left
from dataclasses import dataclass

from app.annotator.attribution.cast import Cast
from app.annotator.attribution.reading import Piece, Reading
from app.standoff import Mention


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the actor, or the actor an unnamed source speaks for, or neither."""

    speaker: str | None = None
    on_behalf_of: str | None = None


NOBODY = Voice()
_BINDS = frozenset({"of", "for", "from", "at", "with", "in"})


@dataclass(slots=True)
class _Head:
    """The head of a source's first noun phrase: a mention, or a plain word."""

    mention: Mention | None
    modifier: Mention | None  # the last mention before a plain head
    word: str
    end: int  # the token where the phrase is left


def voice_of(reading: Reading, cast: Cast, source: Piece | None) -> Voice:
    """Whose voice a source is. A name speaks for itself, an unnamed official for the organization
    beside it; a pronoun stands for an actor only where one alone is possible.
    """
    if source is None:
        return NOBODY
    first, end = source
    word = reading.words[first]
    if end - first == 1 and word.lower() in _PRONOUNS:
        return Voice(cast.stand_for(word, reading.span(first, end)))
    span = reading.span(first, end)
    mentions = cast.within(span)
    if not mentions:
        return NOBODY
    described = _described(reading, source, mentions)
    if described is not None:
        return Voice(described.actor)
    named = [mention for mention in mentions if mention.kind != "description"]
    head = _head(reading, source, named)
    if head.mention is not None:
        joined = head.end < end and reading.words[head.end] in ("and", "or", "&")
        return NOBODY if joined else Voice(head.mention.actor)
    return _unnamed(reading, cast, head, named, end)


_PRONOUNS = frozenset({"he", "she", "it", "who", "which", "they", "i", "we", "you", "that"})


def _described(reading: Reading, source: Piece, mentions: list[Mention]) -> Mention | None:
    """A description that begins with the source: "The office of President X"."""
    starts = [reading.tokens.starts[source[0]]]
    if reading.words[source[0]] in reading.grammar.determiners and source[0] + 1 < source[1]:
        starts.append(reading.tokens.starts[source[0] + 1])
    for mention in mentions:
        if mention.kind == "description" and mention.span.start in starts:
            return mention
    return None


def _head(reading: Reading, source: Piece, named: list[Mention]) -> _Head:
    words, grammar = reading.words, reading.grammar
    at = {mention.span.start: mention for mention in named}
    index, end = source
    head = _Head(None, None, "", end)
    while index < end:
        word = words[index]
        mention = at.get(reading.tokens.starts[index])
        if mention is not None:
            head.mention = head.modifier = mention
            index = bisect_left(reading.tokens.starts, mention.span.end)
            continue
        if word in (",", "(", "and", "or", "&", "who", "which") or word in grammar.prepositions:
            break
        if word[0].isalnum() or word in _POSSESSIVE:
            head.mention = None
        if word[0].isalnum():
            head.word = word
        index += 1
    head.end = index
    return head


_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})


def _unnamed(reading: Reading, cast: Cast, head: _Head, named: list[Mention], end: int) -> Voice:
    """An unnamed head: named in apposition ("the minister, Ana Ruiz,"), or speaking for another."""
    words, grammar = reading.words, reading.grammar
    if head.end < end and words[head.end] == ",":
        beside = _head(reading, (head.end + 1, end), named)
        if beside.mention is not None and cast.kinds[beside.mention.actor] == "person":
            return Voice(beside.mention.actor)
    spokes = head.word in grammar.spokespeople
    if not spokes and head.word not in grammar.officials:
        return NOBODY
    mention = head.modifier
    if mention is None and head.end < end and words[head.end] in _BINDS:
        mention = _head(reading, (head.end + 1, end), named).mention
    if mention is None or not (spokes or cast.kinds[mention.actor] != "person"):
        return NOBODY
    return Voice(on_behalf_of=mention.actor)
