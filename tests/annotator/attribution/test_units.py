"""Sentences that quotations hold together."""

import pytest

from tests.annotator.attribution.reported import parts


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{content:“It rains. It pours,”} {source:she} {cue:said}.",
            id="sentences within",
        ),
        pytest.param(
            "{content:“Does it rain?”} {source:Ana Low} {cue:asked}.",
            id="tag after a question",
        ),
        pytest.param("“Does it rain?” Nobody knew. She left.", id="no tag after a question"),
        pytest.param(
            "“Does it rain?” The old road went down to the river and no one came.",
            id="no cue near",
        ),
        pytest.param("“Does it rain?”\nAna Low asked.", id="a new paragraph"),
        pytest.param(
            "WELLS, May 3 (Agency) — {content:The dam is safe}, {source:the mill} {cue:said}.",
            id="dateline",
        ),
        pytest.param(
            "WELLS is a town where {source:Ana Low} {cue:said} {content:no}.",
            id="no dateline",
        ),
        pytest.param(
            "{source:She} {cue:called} {content:it “a dam” of “mud”}. {source:He} "
            "{cue:said} {content:no}.",
            id="marks before a cue",
        ),
        pytest.param("{source:He} {cue:said} {content:“no” to a “dam”}.", id="marks after a cue"),
    ],
)
def test_units(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
