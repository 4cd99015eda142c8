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
        pytest.param("“Does it rain?”", id="a question at the end"),
        pytest.param(
            "“Does it rain?” {content:Nobody knew}, {source:Ana Low} {cue:said}.",
            id="a comma before the cue is no tag",
        ),
        pytest.param(
            "“Does it rain?” {content:The old road went down to the river and no one came}, "
            "{source:Ana Low} {cue:said}.",
            id="a cue far off is no tag",
        ),
        pytest.param("“It rains.” Ana Low said.", id="no tag after a full stop"),
        pytest.param(
            "{content:“It rains. ”} {source:she} {cue:said}.",
            id="a mark that stands alone",
        ),
        pytest.param(
            "WELLS, May 3 (Agency) — {content:The dam is safe}, {source:the mill} {cue:said}.",
            id="dateline",
        ),
        pytest.param(
            "ULM — {content:The dam is safe}, {source:the mill} {cue:said}.", id="short dateline"
        ),
        pytest.param(
            "{content:The dam — old and weak — is safe}, {source:the mill} {cue:said}.",
            id="a dash",
        ),
        pytest.param(
            "{content:UN aid — all of it — came late}, {source:the mill} {cue:said}.",
            id="two capitals and a dash",
        ),
        pytest.param(
            "It rained — hard.\n{content:WELLS is wet}, {source:the mill} {cue:said}.",
            id="a dash before",
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
        pytest.param(
            "It was dry. {cue:According to} {source:the mill}, {content:it rained}.",
            id="according to in the next sentence",
        ),
        pytest.param(
            "It rained —\nWELLS — {content:The dam is safe}, {source:the mill} {cue:said}.",
            id="a dash before a dateline",
        ),
        pytest.param(
            "“It was as Low said",
            id="a cue in marks that never close",
        ),
    ],
)
def test_units(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
