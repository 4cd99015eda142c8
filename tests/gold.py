"""The gold as annotated documents: what the store and the API are tested with, annotator aside."""

from functools import cache
from typing import Any

from app.standoff import Actor, AnnotatedDocument, Mention, Quote, Span
from tests.test_gold import load_gold


@cache
def gold_document(article: str) -> AnnotatedDocument:
    """The document of a gold file with exactly the annotations that stand in it."""
    gold = load_gold(article)
    actors = gold.facts["actors"]
    mentions = sorted(
        (
            Mention(_span(mention), actor["id"], mention["kind"], "gold")
            for actor in actors
            for mention in actor["mentions"]
        ),
        key=lambda mention: mention.span,
    )
    return AnnotatedDocument(
        document=gold.document,
        actors=tuple(Actor(actor["id"], actor["kind"], actor["name"]) for actor in actors),
        mentions=tuple(mentions),
        quotes=tuple(map(_quote, gold.facts["quotes"])),
        annotator="by hand",
    )


def _quote(fact: dict[str, Any]) -> Quote:
    return Quote(
        kind=fact["kind"],
        content=tuple(map(_span, fact["content"])),
        cue=_span(fact["cue"]) if "cue" in fact else None,
        source=_span(fact["source"]) if "source" in fact else None,
        speaker=fact.get("speaker"),
        on_behalf_of=fact.get("on_behalf_of"),
        rule="gold",
    )


def _span(fact: dict[str, Any]) -> Span:
    return Span(fact["start"], fact["end"])
