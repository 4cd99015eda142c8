from hypothesis import given
from hypothesis import strategies as st

from app.pages.highlighting import Mark, cut, marks_of
from app.standoff import Span
from tests.gold import gold_document
from tests.test_gold import each_article

TEXT = "Ada said: “No, <b>never</b> 😀.”"
spans = (
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    .filter(lambda ends: ends[0] < ends[1])
    .map(lambda ends: Span(*ends))
)


@given(spans, st.lists(st.builds(Mark, spans, st.sampled_from("abc"), st.text(max_size=3))))
def test_pieces_are_the_block_however_marks_overlap(block: Span, marks: list[Mark]) -> None:
    pieces = list(cut(TEXT, block, marks))
    assert "".join(piece.words for piece in pieces) == block.of(TEXT)
    for mark in marks:
        if block.contains(mark.span):
            assert any(mark.kinds in piece.kinds.split() for piece in pieces)


def test_pieces_bear_the_marks_over_them() -> None:
    marks = [Mark(Span(0, 8), "source", "1"), Mark(Span(4, 8), "cue", "2")]
    pieces = [(p.words, p.kinds, p.note) for p in cut(TEXT, Span(0, 9), marks)]
    assert pieces == [("Ada ", "source", "1"), ("said", "source cue", "1; 2"), (":", "", "")]


@each_article
def test_everything_found_is_marked(article: str) -> None:
    annotated = gold_document(article)
    marked = {mark.span for mark in marks_of(annotated)}
    assert {mention.span for mention in annotated.mentions} <= marked
    assert {piece for quote in annotated.quotes for piece in quote.content} <= marked
