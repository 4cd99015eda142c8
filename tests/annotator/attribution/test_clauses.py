"""Where a content ends."""

import pytest

from tests.annotator.attribution.reported import parts


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
    ],
)
def test_ends(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
