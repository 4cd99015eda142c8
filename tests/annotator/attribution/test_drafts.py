"""What a draft becomes: kinds, rules and parts."""

import pytest

from tests.annotator.attribution.reported import quotes_in


@pytest.mark.parametrize(
    ("words", "kind", "rule"),
    [
        pytest.param("Low said it rained.", "indirect", "content_after_cue", id="indirect"),
        pytest.param("“It rained,” Low said.", "direct", "content_before_cue", id="direct"),
        pytest.param("Low said it “rained”.", "mixed", "content_after_cue", id="mixed"),
        pytest.param("“It rained,” said Low.", "direct", "inverted_cue", id="inverted"),
        pytest.param("“It,” Low said, “rained.”", "direct", "content_before_cue", id="pieces"),
        pytest.param("Low’s claim that it rained is old.", "indirect", "noun_cue", id="noun"),
        pytest.param("According to Low, it rained.", "indirect", "according_to", id="according to"),
        pytest.param("Low: “It rained.”", "direct", "colon_quotation", id="no cue"),
        pytest.param("“It rained.” — Ana Low", "direct", "dash_signature", id="signature"),
        pytest.param("“LOW: It rained all day.” So.", "indirect", "speaker_label", id="label"),
    ],
)
def test_kind_and_rule(words: str, kind: str, rule: str) -> None:
    _, _, quotes, _ = quotes_in(words)
    assert [(quote.kind, quote.rule) for quote in quotes] == [(kind, rule)]
