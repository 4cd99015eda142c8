"""Attributions without a cue word."""

import pytest

from tests.annotator.attribution.reported import parts


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{source:LOW}: {content:We never agreed to that}. The “dam” is weak.",
            id="label",
        ),
        pytest.param("{source:LOW}: {content:It rained all day}.", id="label alone"),
        pytest.param("“{source:LOW}: {content:We never agreed to that.}”", id="label within marks"),
        pytest.param(
            "“{source:LOW}: {content:We never agreed to that.}",
            id="label within a mark that is not closed",
        ),
        pytest.param(
            "“{source:MR. LOW}: {content:We never agreed.}” And more.",
            id="label and a title",
        ),
        pytest.param("{content:“We never agreed to that.”} — {source:Ana Low}", id="signature"),
        pytest.param(
            "{content:“We never agreed to that”} — {source:Ana Low}.",
            id="signature with a stop",
        ),
        pytest.param("“We never agreed to that” — in May.", id="no name after the dash"),
        pytest.param("“We never agreed” and so — Ana", id="no dash after the marks"),
        pytest.param("{source:The mayor} was blunt: {content:“The dam is weak.”}", id="colon"),
        pytest.param("Blunt: {content:“The dam is weak.”}", id="colon, nobody"),
        pytest.param("A “dam” is a wall.", id="plain marks"),
        pytest.param("The dam: “weak” and old.", id="marks amid"),
    ],
)
def test_attributions_without_a_cue(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
