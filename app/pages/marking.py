"""An annotated document as blocks of marked words, with all that is told about each mark."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from app.pages.highlighting import Mark, Piece, cut
from app.pages.voices import Voice, find_voices
from app.standoff import Actor, AnnotatedDocument, Quote, Span


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote with all that the page says about it."""

    id: str
    kind: str
    rule: str
    voice: Voice
    source: str | None
    cue: str | None
    words: str
    paragraph: int | None

    @property
    def note(self) -> list[str]:
        """What is known of it: words of the glossary, each with its value."""
        told = [
            self.source and f"source “{self.source}”",
            self.voice.behalf and f"for {self.voice.behalf.name}",
            self.cue and f"cue “{self.cue}”",
            f"rule {self.rule}",
        ]
        return [each for each in told if each]


@dataclass(frozen=True, slots=True)
class ShownMention:
    """A mention with all that the page says about it."""

    id: str
    actor: Actor
    kind: str
    rule: str
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mark says: the role of its words, in what quote or mention.

    `first` is a quote's first piece of content; `linked` says that its element is a link.
    """

    role: str
    of: ShownQuote | ShownMention
    first: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A headline or a paragraph, in pieces, and what stands between it and the block before."""

    number: int | None
    before: str
    pieces: list[Piece[Meaning]]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """What is shown of a document."""

    blocks: list[Block]
    voices: list[Voice]
    quotes: list[ShownQuote]
    names: list[tuple[Actor, list[ShownMention]]]


def mark_text(
    annotated: AnnotatedDocument,
    mention_ids: Sequence[str],
    quote_ids: Sequence[str],
    only: Collection[int] | None = None,
) -> MarkedText:
    """The text with its mentions and quotes marked; with `only`, the quotes at these places alone.

    Ids stand in the order of the document's mentions and quotes.
    """
    voices = find_voices(annotated)
    mentions = _show_mentions(annotated, mention_ids)
    quotes = show_quotes(annotated, quote_ids, voices)
    marks = [
        mark
        for place, pair in enumerate(zip(annotated.quotes, quotes, strict=True))
        if only is None or place in only
        for mark in _quote_marks(*pair)
    ]
    marks += _mention_marks(annotated, mentions)
    return MarkedText(_show_blocks(annotated, marks), voices, quotes, _index(mentions))


def show_quotes(
    annotated: AnnotatedDocument, ids: Sequence[str], voices: Sequence[Voice]
) -> list[ShownQuote]:
    """Each quote, whose id stands in the same place, with all that is told about it."""
    document = annotated.document
    voice_of = {place: voice for voice in voices for place in voice.quotes}
    return [
        ShownQuote(
            id=id,
            kind=quote.kind,
            rule=quote.rule,
            voice=voice_of[place],
            source=_words(quote.source, document.text),
            cue=_words(quote.cue, document.text),
            words=join_content(quote, document.text),
            paragraph=_paragraph(annotated, quote.content[0]),
        )
        for place, (id, quote) in enumerate(zip(ids, annotated.quotes, strict=True))
    ]


def language_of(annotated: AnnotatedDocument, declared: str | None = None) -> str:
    """As declared; whatever was annotated is English; of the rest it is said that nobody knows."""
    return declared or ("en" if annotated.annotator else "")


def _show_blocks(annotated: AnnotatedDocument, marks: list[Mark[Meaning]]) -> list[Block]:
    document = annotated.document
    spans = tuple(document.blocks())
    numbers = [None] * (document.headline is not None) + [p.number for p in document.paragraphs]
    ends = [0, *(span.end for span in spans)]
    pieces = cut(document.text, spans, marks)
    return [
        Block(number, document.text[end : span.start], each)
        for number, end, span, each in zip(numbers, ends, spans, pieces, strict=False)
    ]


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def join_content(quote: Quote, text: str) -> str:
    """What is said, as one string; " […] " stands between pieces."""
    return " […] ".join(piece.of(text) for piece in quote.content)


def _paragraph(annotated: AnnotatedDocument, span: Span) -> int | None:
    """The number of the paragraph it begins in; None for the headline."""
    paragraphs = annotated.document.paragraphs
    place = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.span.start)
    return paragraphs[place - 1].number if place else None


def _show_mentions(annotated: AnnotatedDocument, ids: Sequence[str]) -> list[ShownMention]:
    actors = {actor.id: actor for actor in annotated.actors}
    return [
        ShownMention(
            id=id,
            actor=actors[mention.actor],
            kind=mention.kind.replace("_", " "),
            rule=mention.rule,
            paragraph=_paragraph(annotated, mention.span),
        )
        for id, mention in zip(ids, annotated.mentions, strict=True)
    ]


def _mention_marks(
    annotated: AnnotatedDocument, mentions: Sequence[ShownMention]
) -> Iterator[Mark[Meaning]]:
    """Links cannot hold links: not another mention's, and not the one that leads to a quote."""
    contents = sorted(piece for quote in annotated.quotes for piece in quote.content)
    end = 0
    for mention, shown in zip(annotated.mentions, mentions, strict=True):
        linked = mention.span.start >= end and not _holds_start(mention.span, contents)
        end = max(end, mention.span.end)
        yield Mark(mention.span, Meaning("mention", shown, linked=linked))


def _holds_start(span: Span, contents: Sequence[Span]) -> bool:
    """Whether any content begins in this span, and is not around it."""
    place = bisect_left(contents, span.start, key=attrgetter("start"))
    for content in contents[place:]:
        if content.start >= span.end:
            break
        if not content.contains(span):
            return True
    return False


def _quote_marks(quote: Quote, shown: ShownQuote) -> Iterator[Mark[Meaning]]:
    for ordinal, piece in enumerate(quote.content):
        yield Mark(piece, Meaning("content", shown, first=ordinal == 0))
    for role, span in (("cue", quote.cue), ("source", quote.source)):
        if span:
            yield Mark(span, Meaning(role, shown))


def _index(mentions: Sequence[ShownMention]) -> list[tuple[Actor, list[ShownMention]]]:
    """Each actor with its mentions, as at the end of a book."""
    found: dict[str, list[ShownMention]] = {}
    for mention in mentions:
        found.setdefault(mention.actor.id, []).append(mention)
    return [(each[0].actor, each) for each in found.values()]
