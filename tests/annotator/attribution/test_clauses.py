"""Where a content ends."""

import pytest

from app.annotator.tokens import split_words
from tests.annotator.attribution.reported import parts, quotes_in


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, but the road was dry.",
            id="but",
        ),
        pytest.param("{source:She} {cue:said} {content:it rained},", id="a comma ends the text"),
        pytest.param("{source:She} {cue:said} {content:it rained, and Low said}", id="a cue too"),
        pytest.param(
            "{source:Low} {cue:said} {content:it rained hard} but {cue:warned} "
            "{content:that it would pour}.",
            id="but and a second verb",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, {cue:adding} {content:that it poured}.",
            id="adding",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}; the road was dry.",
            id="semicolon",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained} though the road was dry.",
            id="though",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained} and {cue:called for} {content:help}.",
            id="second verb",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, and later {cue:called for} "
            "{content:help}.",
            id="second verb after a comma",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, and {source:the mill} "
            "{cue:warned} {content:that it poured}.",
            id="another source",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained, and the mill warned of rain}.",
            id="another source, no that",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained, and the old mill on the river "
            "stood there for years and years}.",
            id="and far on",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained, and the mill, of wood, stood}.",
            id="a comma before any source",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained and the mill stood}.",
            id="and without cue",
        ),
        pytest.param("{source:She} {cue:said} {content:it rained and also}", id="and at the end"),
        pytest.param(
            "{source:She} {cue:called} {content:it “a dam,”} but left.",
            id="but after marks",
        ),
        pytest.param("{source:She} {cue:said}, {content:“It rained.”}", id="marks to the end"),
        pytest.param(
            "{source:She} {cue:said} {content:“it rained” for days}.",
            id="marks and more",
        ),
        pytest.param("{source:She} {cue:said} {content:it was “a dam” for days}.", id="marks amid"),
        pytest.param(
            "{source:She} {cue:said} {content:“it rained”}, and we left.",
            id="marks and a comma",
        ),
        pytest.param("{source:She} {cue:said} {content:it rained}?!", id="two stops"),
        pytest.param("{source:She} {cue:opposed} {content:the dam on the river}.", id="no adjunct"),
        pytest.param(
            "{source:She} {cue:said} {content:it was “a dam.”}",
            id="marks amid to the end",
        ),
        pytest.param(
            "{source:She} {cue:called} {content:it “a dam,” a wall and a pond}.",
            id="a comma in marks",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it was “late,”} and {cue:called for} {content:help}.",
            id="a comma in marks and a second verb",
        ),
        pytest.param(
            "{source:She} {cue:said}, {content:“It rained”}; we left.",
            id="marks and a semicolon",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, but",
            id="but ends the text",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained but the road was dry}.",
            id="but without a second verb",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:rain but called for sun}.",
            id="but after one word",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained} but {cue:called for} {content:help}.",
            id="but after two words",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:rain and called for sun}.",
            id="and after one word",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained} although the road was dry.",
            id="although",
        ),
        pytest.param(
            "{source:She} {cue:praised} {content:old Monday’s market}.",
            id="a day that owns",
        ),
        pytest.param(
            "{source:She} {cue:praised} {content:old Monday’s}",
            id="a day that owns nothing",
        ),
        pytest.param(
            "{source:The council} {cue:praised} {content:the new mayor} Monday",
            id="a day at the end",
        ),
        pytest.param(
            "{source:She} {cue:praised} {content:the mayor} on Monday.",
            id="on a day",
        ),
        pytest.param(
            "{source:She} {cue:praised} {content:the mayor} at a news conference.",
            id="at a conference",
        ),
        pytest.param(
            "{source:She} {cue:praised} {content:the mayor} during an interview.",
            id="during an interview",
        ),
        pytest.param(
            "{source:She} {cue:praised} {content:the mayor} in the long statement.",
            id="in a statement, two words on",
        ),
        pytest.param(
            "{source:She} {cue:praised} {content:the mayor in the long dull statement}.",
            id="in a statement, three words on",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, and {source:Low} {cue:warned} "
            "{content:that it poured}.",
            id="another source of one word",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, and {source:the old mill on the "
            "river by the town} {cue:warned} {content:that it poured}.",
            id="another source, long",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained, and the “old” mill warned that it "
            "poured}.",
            id="marks before any source",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained, and the mill, of wood, warned "
            "that it poured}.",
            id="a comma before another source",
        ),
        pytest.param(
            "{source:She} {cue:says} {content:it rained, and the mill warned that it poured}.",
            id="another tense",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained, and the mill’s warning that it "
            "poured came late}.",
            id="a noun that is a cue",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it rained}, and {source:the mill} "
            "{cue:warned} {content:“it pours.”}",
            id="another source and marks",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:it was “late,”} and {source:Low} "
            "{cue:warned} {content:that it poured}.",
            id="a comma in marks and another source",
        ),
    ],
)
def test_ends(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted


@pytest.mark.parametrize(
    ("words", "length"),
    [
        pytest.param("She said that " + "rain " * 600 + "fell.", 400, id="words"),
        pytest.param("She said “" + "rain " * 600 + "fell.”", 604, id="marks first"),
        pytest.param("She said “no” " + "rain " * 600 + "fell.", 604, id="marks and more"),
    ],
)
def test_a_clause_is_long_enough(words: str, length: int) -> None:
    text, _, (quote,), _ = quotes_in(words)
    (content,) = quote.content
    assert len(split_words(content.of(text))) == length
