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
        pytest.param(
            "LOW",
            id="capitals alone",
        ),
        pytest.param(
            "AN BO CY DI EL FA: We never agreed.",
            id="a long label",
        ),
        pytest.param(
            "{source:DR LOW - HILL}: {content:We never agreed}.",
            id="a label of two",
        ),
        pytest.param(
            "LOW:",
            id="a label of nothing",
        ),
        pytest.param(
            "{source:LOW}: {content:Yes}",
            id="a label of a word",
        ),
        pytest.param(
            "{source:LOW}: {content:No}.",
            id="a label of a word and a stop",
        ),
        pytest.param(
            "{source:LOW}: {content:…}",
            id="a label of a mark",
        ),
        pytest.param(
            "{content:“We never agreed”} — {source:Low}",
            id="signature of one word",
        ),
        pytest.param(
            "“We never agreed” by Ana Low",
            id="a name and no dash",
        ),
        pytest.param(
            "{content:“We never agreed”} — {source:Ana Bo Cy Di Low}",
            id="signature of five words",
        ),
        pytest.param(
            "“We never agreed” — Ana Bo Cy Di El Low",
            id="no signature of six words",
        ),
        pytest.param(
            "“We never agreed” — .",
            id="signature of a stop",
        ),
        pytest.param(
            "{content:“We never agreed”} — {source:Mr. Low}",
            id="signature and a title",
        ),
        pytest.param(
            ": “The dam is weak.”",
            id="a colon first",
        ),
        pytest.param(
            "{source:The mayor} was blunt: {content:“The dam is weak”}.",
            id="colon, and a stop after the marks",
        ),
        pytest.param(
            "The mayor was blunt: “The dam is weak” too.",
            id="colon, and a word after the marks",
        ),
        pytest.param(
            "{source:The mayor} disagreed: {content:“The dam is weak.”}",
            id="colon after the verb",
        ),
    ],
)
def test_attributions_without_a_cue(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
