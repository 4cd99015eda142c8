"""The voices of an article: who is quoted in it, how often, and with how many words."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.standoff import Actor, AnnotatedDocument, Quote

COLOURS = 8  # voices past these share colours, and still have numbers of their own


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker; or an unnamed source in its own words (`name`), with the actor it speaks `behalf`
    of, where the text says so.

    `quotes` are places in the document's quotes, `share` is the part of all quoted words.
    """

    number: int
    name: str
    actor: Actor | None
    behalf: Actor | None
    quotes: tuple[int, ...]
    words: int
    share: float

    @property
    def colour(self) -> int:
        """Which of the colours it is shown in, from 1."""
        return (self.number - 1) % COLOURS + 1


def find_voices(annotated: AnnotatedDocument) -> list[Voice]:
    """The voices in the order of their first quote, numbered from 1.

    An unnamed source is the same voice where its words (case aside) and whom it speaks for are.
    """
    quotes_of: dict[tuple[str | None, ...], list[int]] = {}
    for place, quote in enumerate(annotated.quotes):
        quotes_of.setdefault(_identity(quote, annotated.document.text), []).append(place)
    actors = {actor.id: actor for actor in annotated.actors}
    lengths = [count_words(quote, annotated.document.text) for quote in annotated.quotes]
    return [
        _voice(number, annotated, places, actors, lengths)
        for number, places in enumerate(quotes_of.values(), start=1)
    ]


def _identity(quote: Quote, text: str) -> tuple[str | None, ...]:
    if quote.speaker is not None:
        return (quote.speaker,)
    return (quote.on_behalf_of, quote.source.of(text).casefold() if quote.source else None)


def _voice(
    number: int,
    annotated: AnnotatedDocument,
    places: list[int],
    actors: dict[str, Actor],
    lengths: Sequence[int],
) -> Voice:
    first = annotated.quotes[places[0]]
    actor = actors[first.speaker] if first.speaker else None
    unnamed = first.source.of(annotated.document.text) if first.source else "nobody named"
    words = sum(lengths[place] for place in places)
    return Voice(
        number=number,
        name=actor.name if actor else unnamed,
        actor=actor,
        behalf=actors[first.on_behalf_of] if first.on_behalf_of else None,
        quotes=tuple(places),
        words=words,
        share=words / sum(lengths),
    )


def count_words(quote: Quote, text: str) -> int:
    """How many words the content of a quote has, at least one: what white space separates."""
    return max(1, sum(len(piece.of(text).split()) for piece in quote.content))
