from typing import Any

import pytest
from pydantic import TypeAdapter

from app.comparing.changes import Change
from app.formats import shapes, versions
from app.standoff import Span
from tests.formats.rows import Row, mention_row, quote_row

BEFORE, AFTER = "“Not now,” Bo said.", "“Not ever,” said Bo."


def change_row(of: str, kind: str, before: Row | None, after: Row | None, score: Any = None) -> Row:
    ids = {"article": "a", "version": "v2", "predecessor": "v1"}
    return {**ids, "of": of, "kind": kind, "score": score, "before": before, "after": after}


def block(exact: str, number: int | None = None) -> Row:
    return {"article": "a", "version": "v", "number": number, "start": 0, "end": len(exact),
            "exact": exact}  # fmt: skip


def test_a_version_says_its_number_and_whether_it_is_current() -> None:
    nothing = dict.fromkeys(("url", "published", "author", "language", "annotator", "headline"))
    counts = {"paragraphs": 3, "mentions": 2, "quotes": 1}
    row = {"key": 1, "article": "é", "version": "v", "number": 2, "current": 1, **nothing, **counts}
    version = versions.version(row, "/base")
    assert (version["id"], version["number"], version["current"], version["headline"]) == (
        "v",
        2,
        True,
        None,
    )
    assert version["links"]["changes"] == "/base/articles/%C3%A9/versions/v/changes"


def test_a_reworded_quote_is_shown_as_it_was_and_is() -> None:
    before = quote_row(BEFORE, Span(0, 10), cue=Span(14, 18), source=Span(11, 13), speaker="bo")
    after = quote_row(AFTER, Span(0, 11), cue=Span(12, 16), source=Span(17, 19), speaker="bo")
    change = versions.change(change_row("quote", "reworded", before, after, 2 / 3), "")
    assert change["before"] == shapes.quote(before, "")
    assert (change["score"], change["differs"]) == (66.7, ["content"])
    assert change["difference"] is not None
    assert [(piece["side"], piece["text"]) for piece in change["difference"]] == [
        ("both", "“Not "),
        ("before", "now"),
        ("after", "ever"),
        ("both", ",”"),
    ]


def test_words_kept_by_another_speaker_differ() -> None:
    before = quote_row(BEFORE, Span(0, 10), cue=Span(14, 18), source=Span(11, 13), speaker="bo")
    after = quote_row(BEFORE, Span(0, 10), cue=Span(14, 18))
    change = versions.change(change_row("quote", "kept", before, after), "")
    assert (change["differs"], change["difference"], change["score"]) == (
        ["source", "speaker"],
        None,
        None,
    )


@pytest.mark.parametrize(
    ("of", "row", "shape"),
    [
        pytest.param("headline", block("Rain"), versions.Headline, id="headline"),
        pytest.param("paragraph", block("Rain.", 3), shapes.Paragraph, id="paragraph"),
        pytest.param("quote", quote_row(BEFORE, Span(0, 10)), shapes.Quote, id="quote"),
        pytest.param("mention", mention_row(BEFORE, Span(11, 13)), shapes.Mention, id="mention"),
    ],
)  # fmt: skip
def test_what_is_new_or_lost_has_one_side(of: str, row: Row, shape: Any) -> None:
    new = versions.change(change_row(of, "new", None, row), "")
    lost = versions.change(change_row(of, "lost", row, None), "")
    assert new["after"] == lost["before"] == TypeAdapter(shape).validate_python(new["after"])
    assert (new["before"], lost["after"], new["differs"], lost["difference"]) == (
        None,
        None,
        [],
        None,
    )


def test_changes_are_tallied_by_what_and_how() -> None:
    tallies = versions.tallies([Change("quote", "lost", None, None)])
    assert (tallies["quote"]["lost"], tallies["quote"]["new"], tallies["mention"]["lost"]) == (
        1,
        0,
        0,
    )
