"""The whole annotator: no text, however odd, breaks what always holds."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.annotator.edition import name_annotator
from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.annotator.tokens import MOST
from app.standoff import AnnotatedDocument
from app.store.rows import to_rows
from app.text.splitting import build_plain_document

PIECES = [
    "Ada Weir", "Weir", "Dr. Ben al-Ash", "the French presidency", "Paris", "Ankara’s", "Turkey",
    "The office of French President Ben Ash", "the World Ant Union (WAU)", "WAU", "A source", "he",
    "She", "who", "said", "told reporters", "accuses", "insists on", "according to", "added", "of",
    "that", "it rained", "and", ", but", ",", ".", "?", ":", "“", "”", "‘", "’", '"', "'", "«", "»",
    "—", "(", ")", "\n", "\n\n", " ", "...", "NAIROBI, May 3 (Wire) —", "U.S.", "é", "😀", "\u202e",
    "\u200b", "\x07", "\ud800", "ПРИВЕТ", "大臣", "1", "600,000", "-", "’s", "Inc", "Minister of",
]  # fmt: skip
NAMED = {"name", "short_name", "metonym"}


def found(text: str) -> AnnotatedDocument:
    return annotate(build_plain_document(text), load_lexicon(), "an-article")


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60))
def test_what_always_holds(pieces: list[str]) -> None:
    annotated = found(" ".join(pieces))
    blocks = list(annotated.document.blocks())
    ids = [actor.id for actor in annotated.actors]
    assert len(ids) == len(set(ids))
    spans = [mention.span for mention in annotated.mentions]
    for quote in annotated.quotes:
        assert quote.content
        parts = [*quote.content, *(part for part in (quote.cue, quote.source) if part)]
        assert all(one.end <= two.start for one, two in pairwise(sorted(parts)))
        assert {quote.speaker, quote.on_behalf_of} <= {*ids, None}
        spans += parts
    assert all(any(block.contains(span) for block in blocks) for span in spans)
    assert [m.span.start for m in annotated.mentions] == sorted(
        m.span.start for m in annotated.mentions
    )
    named = [mention.span for mention in annotated.mentions if mention.kind in NAMED]
    assert all(one.end <= two.start for one, two in pairwise(named))
    assert {mention.actor for mention in annotated.mentions} == set(ids)
    rows = to_rows(annotated, "an-article", 1)
    for table in (rows.mention, rows.quote):
        assert len({row[2] for row in table}) == len(table)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_the_same_text_gives_the_same(pieces: list[str]) -> None:
    assert found(" ".join(pieces)) == found(" ".join(pieces))


def test_a_text_that_cannot_be_read_has_nothing_and_no_annotator() -> None:
    document = build_plain_document("Министры встретились.")
    nothing = AnnotatedDocument(document, (), (), (), None)
    assert annotate(document, load_lexicon(), "an-article") == nothing


def test_a_text_longer_than_any_article_has_nothing_and_no_annotator() -> None:
    longest = "“It rained,” said Ada Weir. " * (MOST // 9) + "It did."[: MOST % 9]
    assert found(longest).annotator == name_annotator()
    document = build_plain_document(f"{longest} No.")
    nothing = AnnotatedDocument(document, (), (), (), None)
    assert annotate(document, load_lexicon(), "an-article") == nothing


def test_a_text_that_can_be_has_all_in_its_order() -> None:
    annotated = found("Ms Ada Weir left. “It rained,” she said. Paris accuses Weir of lying.")
    text = annotated.document.text
    assert [actor.id for actor in annotated.actors] == ["ada-weir", "france"]
    assert [mention.span.of(text) for mention in annotated.mentions] == [
        "Ada Weir", "she", "Paris", "Weir",
    ]  # fmt: skip
    assert [quote.speaker for quote in annotated.quotes] == ["ada-weir", "france"]
    assert annotated.annotator == name_annotator()
