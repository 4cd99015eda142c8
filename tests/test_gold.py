"""The gold: articles annotated by hand, and the annotator held to them to the character.

tests/data/README.md says what counts as a mention and as a quote.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.identity import article_id
from app.standoff import AnnotatedDocument, Document, Span
from app.text.cleaning import clean
from app.text.splitting import build_document

ROOT = Path(__file__).parent.parent
ARTICLES = sorted(path.name.split(".")[0] for path in (ROOT / "tests/data").glob("*.gold.toml"))
NAMED = frozenset({"name", "short_name", "metonym"})
PARTS = ("source", "cue")

each_article = pytest.mark.parametrize("article", ARTICLES)


@dataclass(frozen=True)
class Gold:
    """One gold file and the document it speaks of."""

    document: Document
    facts: dict[str, Any]

    def spans(self) -> list[dict[str, Any]]:
        """Every span of the file, whatever its role."""
        mentions = [mention for actor in self.facts["actors"] for mention in actor["mentions"]]
        parts = [quote[role] for quote in self.facts["quotes"] for role in PARTS if role in quote]
        contents = [piece for quote in self.facts["quotes"] for piece in quote["content"]]
        return mentions + parts + contents


@cache
def load_gold(article: str) -> Gold:
    facts = tomllib.loads((ROOT / f"tests/data/{article}.gold.toml").read_text("utf-8"))
    source_text = (ROOT / facts["source"]).read_text("utf-8")
    return Gold(build_document(clean(source_text)), facts)


@cache
def found(article: str) -> AnnotatedDocument:
    document = load_gold(article).document
    return annotate(document, load_lexicon(), article_id(document))


def test_there_are_six_articles() -> None:
    assert ARTICLES == ["bridge", "clinic", "harbour", "karabakh", "trawlers", "wells"]


@each_article
def test_gold_counts_its_text(article: str) -> None:
    gold = load_gold(article)
    document = gold.document
    headline = document.headline.of(document.text) if document.headline else None
    assert headline == gold.facts.get("headline")
    assert len(document.paragraphs) == gold.facts["paragraphs"]
    assert len(document.text) == gold.facts["length"]


@each_article
def test_gold_quotes_its_text_exactly(article: str) -> None:
    gold = load_gold(article)
    for span in gold.spans():
        assert Span(span["start"], span["end"]).of(gold.document.text) == span["exact"]


@each_article
def test_gold_stays_in_its_blocks(article: str) -> None:
    gold = load_gold(article)
    for span in gold.spans():
        inside = Span(span["start"], span["end"])
        assert any(block.contains(inside) for block in gold.document.blocks())


@each_article
def test_gold_mentions_stand_in_order_and_apart(article: str) -> None:
    actors = load_gold(article).facts["actors"]
    firsts = [actor["mentions"][0]["start"] for actor in actors]
    assert firsts == sorted(firsts)
    for actor in actors:
        starts = [mention["start"] for mention in actor["mentions"]]
        assert starts == sorted(starts)
        assert {mention["kind"] for mention in actor["mentions"]} <= NAMED
    spans = sorted((m["start"], m["end"]) for actor in actors for m in actor["mentions"])
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@each_article
def test_gold_actors_are_named_once_and_quotes_know_them(article: str) -> None:
    facts = load_gold(article).facts
    ids = [actor["id"] for actor in facts["actors"]]
    assert len(ids) == len(set(ids))
    assert {actor["kind"] for actor in facts["actors"]} <= {"person", "organization", "state"}
    for quote in facts["quotes"]:
        assert {quote[key] for key in ("speaker", "on_behalf_of") if key in quote} <= set(ids)
        assert not {"speaker", "on_behalf_of"} <= set(quote)


@each_article
def test_gold_quotes_stand_in_order_with_disjoint_parts(article: str) -> None:
    spans: list[tuple[int, int]] = []
    for quote in load_gold(article).facts["quotes"]:
        parts = [*quote["content"], *(quote[role] for role in PARTS if role in quote)]
        spans += sorted((part["start"], part["end"]) for part in parts)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@each_article
def test_gold_kinds_follow_the_marks(article: str) -> None:
    for quote in load_gold(article).facts["quotes"]:
        words = [piece["exact"] for piece in quote["content"]]
        marked = any(mark in piece for piece in words for mark in "“”«»\"'")
        opened = all(piece[0] in "“«\"'" for piece in words)
        assert quote["kind"] == ("direct" if opened else "mixed" if marked else "indirect")


def test_the_founding_article_is_counted_as_its_issue_counts_it() -> None:
    facts = load_gold("karabakh").facts
    kinds = [quote["kind"] for quote in facts["quotes"]]
    assert kinds == ["indirect", "direct", "direct", "mixed", "mixed", "mixed"]
    assert sum(len(actor["mentions"]) for actor in facts["actors"]) == 35
    assert (facts["length"], facts["paragraphs"]) == (2372, 12)


@each_article
def test_annotator_finds_the_mentions(article: str) -> None:
    text, annotated = load_gold(article).document.text, found(article)
    expected = sorted(
        (mention["start"], mention["end"], mention["exact"], mention["kind"], actor["id"])
        for actor in load_gold(article).facts["actors"]
        for mention in actor["mentions"]
    )
    assert expected == [
        (m.span.start, m.span.end, m.span.of(text), m.kind, m.actor)
        for m in annotated.mentions
        if m.kind in NAMED
    ]


@each_article
def test_annotator_knows_the_actors(article: str) -> None:
    annotated = found(article)
    named = {mention.actor for mention in annotated.mentions if mention.kind in NAMED}
    expected = {
        (actor["id"], actor["name"], actor["kind"]) for actor in load_gold(article).facts["actors"]
    }
    assert expected == {(a.id, a.name, a.kind) for a in annotated.actors if a.id in named}


@each_article
def test_annotator_finds_the_quotes(article: str) -> None:
    text, annotated = load_gold(article).document.text, found(article)
    expected = [
        {role: quote.get(role) for role in ("kind", *PARTS, "content", "speaker", "on_behalf_of")}
        for quote in load_gold(article).facts["quotes"]
    ]
    assert expected == [
        {
            "kind": quote.kind,
            "source": as_gold(quote.source, text),
            "cue": as_gold(quote.cue, text),
            "content": [as_gold(piece, text) for piece in quote.content],
            "speaker": quote.speaker,
            "on_behalf_of": quote.on_behalf_of,
        }
        for quote in annotated.quotes
    ]


def as_gold(span: Span | None, text: str) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "exact": span.of(text)} if span else None
