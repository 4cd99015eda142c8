"""What became of everything: on small texts by hand, and on gold articles edited at random."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.comparing.changes import Anchors, Change, compare, count
from app.comparing.pairing import Anchor
from app.standoff import Document, Span
from app.store.queries.changes import to_anchors
from app.store.rows import to_rows
from app.text.splitting import build_document
from tests.test_gold import ARTICLES, load_gold


def paragraphs(*words: str) -> Anchors:
    starts = [sum(len(one) + 2 for one in words[:index]) for index in range(len(words))]
    return Anchors(
        paragraph=[
            Anchor(one, (Span(start, start + len(one)),), (one,))
            for start, one in zip(starts, words, strict=True)
        ]
    )


def told(changes: list[Change]) -> list[tuple[str, str | None, str | None]]:
    return [(change.kind, words(change.before), words(change.after)) for change in changes]


def words(anchor: Anchor | None) -> str | None:
    return anchor.words[0] if anchor else None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(["One."], ["One."], [("kept", "One.", "One.")], id="kept"),
        pytest.param(
            ["One."], ["Zero.", "One."], [("new", None, "Zero."), ("moved", "One.", "One.")],
            id="one above",
        ),
        pytest.param(
            ["We go now.", "Two."],
            ["We go soon.", "Two."],
            [("reworded", "We go now.", "We go soon."), ("moved", "Two.", "Two.")],
            id="reworded",
        ),
        pytest.param(
            ["One.", "Two."], ["Two."], [("moved", "Two.", "Two."), ("lost", "One.", None)],
            id="lost",
        ),
        pytest.param(
            ["***", "One.", "***", "Two."],
            ["One.", "***", "Two."],
            [("moved", "One.", "One."), ("moved", "***", "***"), ("moved", "Two.", "Two."),
             ("lost", "***", None)],
            id="of equal ones the right one is lost",
        ),
    ],
)  # fmt: skip
def test_what_became_of_paragraphs(
    before: list[str], after: list[str], expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(compare(paragraphs(*before), paragraphs(*after))) == expected


def test_a_score_says_how_much_was_reworded() -> None:
    [change] = compare(paragraphs("We will go now."), paragraphs("We will go soon."))
    assert (change.kind, change.score) == ("reworded", 0.75)


def test_changes_are_counted_by_kind() -> None:
    changes = compare(paragraphs("One.", "Two."), paragraphs("Two.", "Three."))
    assert count(changes) == {"kept": 0, "moved": 1, "reworded": 0, "lost": 1, "new": 1}


def anchors(document: Document) -> Anchors:
    annotated = annotate(document, load_lexicon(), "an-article")
    return to_anchors(document, to_rows(annotated, "an-article", 1))


@st.composite
def edited(draw: st.DrawFn) -> tuple[Document, Document]:
    """A gold article, and the same with paragraphs added, removed, swapped, and words changed."""
    document = load_gold(draw(st.sampled_from(ARTICLES))).document
    blocks = [block.of(document.text) for block in document.blocks()]
    for _ in range(draw(st.integers(0, 4))):
        index = draw(st.integers(0, len(blocks) - 1))
        words = blocks[index].split(" ")
        match draw(st.sampled_from(["add", "remove", "swap", "drop a word", "change a word"])):
            case "add":
                blocks.insert(index, draw(st.sampled_from([*blocks, "“No,” France said."])))
            case "remove" if len(blocks) > 1:
                del blocks[index]
            case "swap":
                blocks[0], blocks[index] = blocks[index], blocks[0]
            case "drop a word" if len(words) > 1:
                del words[draw(st.integers(0, len(words) - 1))]
                blocks[index] = " ".join(words)
            case _:
                words[draw(st.integers(0, len(words) - 1))] = "other"
                blocks[index] = " ".join(words)
    return document, build_document("\n\n".join(blocks))


NOUNS = ("headline", "paragraph", "quote", "mention")


@settings(max_examples=60, deadline=None)
@given(edited())
def test_everything_has_one_change_and_the_same_words_where_it_says_so(
    texts: tuple[Document, Document],
) -> None:
    before, after = (anchors(document) for document in texts)
    changes = compare(before, after)
    for noun in NOUNS:
        of = [change for change in changes if change.of == noun]
        befores = Counter(change.before for change in of if change.before)
        afters = Counter(change.after for change in of if change.after)
        assert befores == Counter(getattr(before, noun))
        assert afters == Counter(getattr(after, noun))
    for change in changes:
        assert (change.before is None) == (change.kind == "new")
        assert (change.after is None) == (change.kind == "lost")
        if change.kind in ("kept", "moved") and change.before and change.after:
            for anchor, document in zip((change.before, change.after), texts, strict=True):
                assert tuple(span.of(document.text) for span in anchor.spans) == anchor.words
            assert change.before.words == change.after.words
            assert (change.before.spans == change.after.spans) == (change.kind == "kept")
        assert (change.kind == "reworded") == (change.score is not None)


@pytest.mark.parametrize("article", ARTICLES)
def test_a_text_beside_itself_is_kept(article: str) -> None:
    same = anchors(load_gold(article).document)
    changes = compare(same, same)
    assert {change.kind for change in changes} == {"kept"}
    assert all(change.before is change.after for change in changes)
