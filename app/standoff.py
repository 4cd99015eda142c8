"""The heart: a text that is fixed once, and what is known about it kept beside it as spans.

Offsets count Unicode code points from 0; a span is half-open, `[start, end)` (W3C Web Annotation
Data Model, section 4.2.4). Every value here is frozen, and nothing here knows where it came from
or where it is going.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

ActorKind = Literal["person", "organization", "state"]
MentionKind = Literal["name", "short_name", "metonym", "description", "pronoun"]
QuoteKind = Literal["direct", "indirect", "mixed"]
SpanRole = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of one text; never empty, never negative.

    Raises ValueError where start and end are no such pair.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words of this span: its `exact`."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered block of the text, from 1; the headline is not one."""

    number: int
    span: Span


class Paragraphs(Sequence[Paragraph]):
    """The paragraphs with these spans, numbered from 1.

    Kept as bare offsets, in a twentieth of the memory: a text may have millions of them.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts, self._ends = array("I"), array("I")
        for span in spans:
            self._starts.append(span.start)
            self._ends.append(span.end)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Paragraph]:
        for number, offsets in enumerate(zip(self._starts, self._ends, strict=True), start=1):
            yield Paragraph(number, Span(*offsets))

    def __getitem__(self, index: Any) -> Any:
        place = range(len(self))[index]
        return Paragraph(place + 1, Span(self._starts[place], self._ends[place]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class Document:
    """One immutable text and its parts, in the order of the text."""

    text: str
    headline: Span | None
    paragraphs: Sequence[Paragraph]

    def blocks(self) -> Iterator[Span]:
        """The headline, where there is one, and the paragraphs: all that holds words."""
        if self.headline is not None:
            yield self.headline
        for paragraph in self.paragraphs:
            yield paragraph.span


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organization or state named in a text, resolved."""

    id: str
    kind: ActorKind
    name: str
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One span where an actor (by its id) is named, and the rule that says so."""

    span: Span
    actor: str
    kind: MentionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution: content in one or more spans and, where known, cue and source.

    `speaker` is the actor the source resolves to, `on_behalf_of` the one an unnamed source speaks
    for; both are actor ids, and None where the text does not say.
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    on_behalf_of: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document and everything found in it.

    Actors stand in the order of their first mention, mentions and quotes in the order of the text.
    `annotator` names the program that annotated it; None says the text is not in a language the
    annotator reads, or longer than any article, and then nothing was looked for.
    """

    document: Document
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    annotator: str | None
