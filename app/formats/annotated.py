"""An annotated document as one JSON object: what `onrecord annotate` prints.

Fields are those of shapes.py, without what only the store knows (article, version, own ids).
"""

from typing import Any

from app.standoff import AnnotatedDocument, Mention, Quote, Span

Json = dict[str, Any]


def to_json(annotated: AnnotatedDocument) -> Json:
    """Text and annotations; every span with its words."""
    document = annotated.document
    return {
        "headline": _span(document.headline, document.text),
        "text": document.text,
        "annotator": annotated.annotator,
        "paragraphs": [
            {"number": paragraph.number, **_words(paragraph.span, document.text)}
            for paragraph in document.paragraphs
        ],
        "actors": [
            {"id": actor.id, "name": actor.name, "kind": actor.kind, "wikidata": actor.wikidata}
            for actor in annotated.actors
        ],
        "mentions": [_mention(mention, document.text) for mention in annotated.mentions],
        "quotes": [_quote(quote, document.text) for quote in annotated.quotes],
    }


def _words(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "exact": span.of(text)}


def _span(span: Span | None, text: str) -> Json | None:
    return None if span is None else _words(span, text)


def _mention(mention: Mention, text: str) -> Json:
    return {
        **_words(mention.span, text),
        "actor": mention.actor,
        "kind": mention.kind,
        "rule": mention.rule,
    }


def _quote(quote: Quote, text: str) -> Json:
    return {
        "kind": quote.kind,
        "content": [_words(span, text) for span in quote.content],
        "cue": _span(quote.cue, text),
        "source": _span(quote.source, text),
        "speaker": quote.speaker,
        "on_behalf_of": quote.on_behalf_of,
        "rule": quote.rule,
    }
