from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.highlighting import Mark, Piece, cut
from app.standoff import Span
from tests.marked import marked

TEXT = "Ada said: “No, <b>never</b> 😀.”"
spans = (
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    .filter(lambda ends: ends[0] < ends[1])
    .map(lambda ends: Span(*ends))
)
marks = st.lists(st.builds(Mark, spans, st.integers()))


def shown(pieces: list[Piece[str]]) -> str:
    """`[a words]`: what begins, the words, what ends; `+` is what begins again."""
    out = ""
    for piece in pieces:
        out += "]" * len(piece.ends)
        out += "".join(f"[{mark.meaning}{'+' * mark.continued} " for mark in piece.begins)
        out += piece.words
    return out


def cut_marked(words: str) -> str:
    text, found = marked(words)
    named = [Mark(span, name) for name, spans in found.items() for span in spans]
    return shown(cut(text, [Span(0, len(text))], named)[0])


@given(st.lists(spans, max_size=4), marks)
def test_pieces_are_their_blocks_however_marks_overlap(
    cuts: list[Span], marks: list[Mark[int]]
) -> None:
    ends = sorted({0, len(TEXT)} | {end for span in cuts for end in (span.start, span.end)})
    blocks = [Span(*pair) for pair in pairwise(ends)]
    for block, pieces in zip(blocks, cut(TEXT, blocks, marks), strict=True):
        assert "".join(piece.words for piece in pieces) == block.of(TEXT)


@given(marks)
def test_pieces_bear_the_marks_over_them_and_nest(marks: list[Mark[int]]) -> None:
    bearing: list[Mark[int]] = []
    place = 0
    for piece in cut(TEXT, [Span(0, len(TEXT))], marks)[0]:
        for ended in piece.ends:
            assert bearing.pop() == ended
        bearing += piece.begins
        span = Span(place, place + len(piece.words)) if piece.words else None
        over = [mark for mark in marks if span and mark.span.overlaps(span)]
        assert sorted(mark.span for mark in bearing) == sorted(mark.span for mark in over)
        place += len(piece.words)
    assert bearing == []


def test_marks_nest_as_they_contain_each_other() -> None:
    assert cut_marked("{source:The {mention:Paris} office} said") == (
        "[source The [mention Paris] office] said"
    )


def test_the_longest_of_those_that_begin_together_is_outermost() -> None:
    assert cut_marked("{content:{mention:Paris} is} glad") == "[content [mention Paris] is] glad"


def test_a_mark_that_another_cuts_begins_again() -> None:
    pieces = cut("Ada said no", [Span(0, 11)], [Mark(Span(0, 8), "a"), Mark(Span(4, 11), "b")])
    assert shown(pieces[0]) == "[a Ada [b said]][b+  no]"


def test_a_mark_that_leaves_its_block_is_left_out() -> None:
    pieces = cut("one\n\ntwo", [Span(0, 3), Span(5, 8)], [Mark(Span(1, 6), "a")])
    assert [shown(each) for each in pieces] == ["one", "two"]
