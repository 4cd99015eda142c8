"""Between an annotated document and the rows that keep it: the only place where rows are made.

Rows are plain tuples in the order of their table's columns, because a bulk insert takes nothing
faster. They know their version by its row number; everything else they say in words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from app import identity
from app.standoff import Actor, AnnotatedDocument, Document, Mention, Paragraphs, Quote, Span

POSITION_BITS = 24  # more quotes than this has no text that is short enough to be taken
LAST_POSITION = (1 << POSITION_BITS) - 1

ParagraphRow = tuple[int, int, int, int]
ActorRow = tuple[str, str, str, str | None]
MentionRow = tuple[int, int, str, str, int | None, str, str, int, int, str]
QuoteRow = tuple[int, int, str, int, str, str | None, str | None, str, str]
QuoteSpanRow = tuple[int, str, int, int, int, str]
RowsMade = dict[str, Iterator[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Rows:
    """All that one version adds to the store beside its own row; columns as in tables.py."""

    paragraph: list[ParagraphRow]
    actor: list[ActorRow]
    mention: list[MentionRow]
    quote: list[QuoteRow]
    quote_span: list[QuoteSpanRow]


@dataclass(frozen=True, slots=True)
class RowsAhead:
    """An annotated document as its rows, before its version has one of its own: theirs is 0.

    To hand these over to another process takes less than half as long.
    """

    document: Document
    annotator: str | None
    rows: Rows

    @property
    def actors(self) -> list[ActorRow]:
        """As many as the document has, as for mentions and quotes."""
        return self.rows.actor

    @property
    def mentions(self) -> list[MentionRow]:
        """In the order of the text."""
        return self.rows.mention

    @property
    def quotes(self) -> list[QuoteRow]:
        """In the order of the text."""
        return self.rows.quote


Annotated = AnnotatedDocument | RowsAhead


def quote_key(version: int, position: int) -> int:
    """The number of a quote's row: descending, it gives the newest version first and within a
    version the order of the text. So one index serves every list of quotes.
    """
    return version << POSITION_BITS | (LAST_POSITION - position)


def make_ahead(annotated: AnnotatedDocument, article: str) -> RowsAhead:
    """The rows of an annotated document for the article with this id, whatever its version."""
    return RowsAhead(annotated.document, annotated.annotator, to_rows(annotated, article, 0))


def make_rows(annotated: Annotated, article: str, version: int) -> RowsMade:
    """The rows of an annotated document by their table, each made as it is taken: those of a long
    text take many times its memory. `article` is the article's id (what was made ahead has it in
    it), `version` its row.
    """
    if isinstance(annotated, RowsAhead):
        return _number(annotated.rows, version)
    document = annotated.document
    return {
        "paragraph": ((version, p.number, p.span.start, p.span.end) for p in document.paragraphs),
        "actor": ((actor.id, actor.kind, actor.name, actor.wikidata) for actor in annotated.actors),
        "mention": _mention_rows(annotated, article, version),
        "quote": _quote_rows(annotated, article, version),
        "quote_span": _quote_span_rows(annotated, version),
    }


def to_rows(annotated: Annotated, article: str, version: int) -> Rows:
    """The same, all at once."""
    made: dict[str, Any] = make_rows(annotated, article, version)
    return Rows(**{table: list(rows) for table, rows in made.items()})


def _number(rows: Rows, version: int) -> RowsMade:
    """Rows of the version 0 as those of another one."""
    key = version << POSITION_BITS
    return {
        "paragraph": ((version, *row[1:]) for row in rows.paragraph),
        "actor": iter(rows.actor),
        "mention": ((version, *row[1:]) for row in rows.mention),
        "quote": ((key + row[0], version, *row[2:]) for row in rows.quote),
        "quote_span": ((key + row[0], *row[1:]) for row in rows.quote_span),
    }


def _mention_rows(annotated: AnnotatedDocument, article: str, version: int) -> Iterator[MentionRow]:
    document = annotated.document
    blocks = zip(count(0 if document.headline else 1), document.blocks())
    number, end, digest = 0, 0, ""
    equals: Counter[tuple[str, str]] = Counter()
    for position, mention in enumerate(annotated.mentions):
        if mention.span.start >= end:
            number, block = _block_of(mention, blocks)
            end, digest = block.end, identity.sha256(block.of(document.text))
        equal = (mention.actor, digest)
        public_id = identity.mention_id(article, *equal, equals[equal])
        equals[equal] += 1
        where = (mention.span.start, mention.span.end, mention.span.of(document.text))
        named = (mention.actor, number or None, mention.kind, mention.rule)
        yield (version, position, public_id, *named, *where)


def _block_of(mention: Mention, blocks: Iterator[tuple[int, Span]]) -> tuple[int, Span]:
    """The next block that a mention may be in. Raises IndexError where there is none."""
    for number, block in blocks:
        if block.end > mention.span.start:
            return number, block
    raise IndexError(f"the mention at {mention.span.start} is in no block")


def _quote_rows(annotated: AnnotatedDocument, article: str, version: int) -> Iterator[QuoteRow]:
    equals: Counter[tuple[str, ...]] = Counter()
    for position, quote in enumerate(annotated.quotes):
        words = tuple(span.of(annotated.document.text) for span in quote.content)
        public_id = identity.quote_id(article, words, equals[words])
        equals[words] += 1
        key, who = quote_key(version, position), (quote.speaker, quote.on_behalf_of)
        hashed = identity.words_hash(words)
        yield (key, version, public_id, position, quote.kind, *who, hashed, quote.rule)


def _quote_span_rows(annotated: AnnotatedDocument, version: int) -> Iterator[QuoteSpanRow]:
    text = annotated.document.text
    for position, quote in enumerate(annotated.quotes):
        for role, spans in _parts(quote):
            for ordinal, span in enumerate(spans):
                key = quote_key(version, position)
                yield (key, role, ordinal, span.start, span.end, span.of(text))


def _parts(quote: Quote) -> list[tuple[str, tuple[Span, ...]]]:
    return [
        ("source", (quote.source,) if quote.source else ()),
        ("cue", (quote.cue,) if quote.cue else ()),
        ("content", quote.content),
    ]


def from_rows(
    text: str, headline: str | None, annotator: str | None, rows: Rows
) -> AnnotatedDocument:
    """The annotated document that `to_rows` was given, from its version's columns and its rows."""
    paragraphs = Paragraphs(Span(start, end) for _, _, start, end in rows.paragraph)
    spans: dict[int, dict[tuple[str, int], Span]] = defaultdict(dict)
    for quote, role, ordinal, start, end, _ in rows.quote_span:
        spans[quote][role, ordinal] = Span(start, end)
    document = Document(text, Span(0, len(headline)) if headline else None, paragraphs)
    return AnnotatedDocument(
        document=document,
        actors=tuple(Actor(*row) for row in rows.actor),  # type: ignore[arg-type]  # CHECKed
        mentions=tuple(_mention(row) for row in rows.mention),
        quotes=tuple(_quote(row, spans[row[0]]) for row in rows.quote),
        annotator=annotator,
    )


def _mention(row: MentionRow) -> Mention:
    _, _, _, actor, _, kind, rule, start, end, _ = row
    return Mention(Span(start, end), actor, kind, rule)  # type: ignore[arg-type]  # CHECKed


def _quote(row: QuoteRow, spans: dict[tuple[str, int], Span]) -> Quote:
    _, _, _, _, kind, speaker, on_behalf_of, _, rule = row
    return Quote(
        kind=kind,  # type: ignore[arg-type]  # CHECKed
        content=tuple(span for (role, _), span in sorted(spans.items()) if role == "content"),
        cue=spans.get(("cue", 0)),
        source=spans.get(("source", 0)),
        speaker=speaker,
        on_behalf_of=on_behalf_of,
        rule=rule,
    )
