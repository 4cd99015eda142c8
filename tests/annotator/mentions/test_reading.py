import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param("The Rabat-backed force and the US-led group met.", id="compound"),
    pytest.param(
        "The {united-states:US}, the {united-states:U.S.} and the {united-states:United States}.",
        id="us",
    ),
    pytest.param("They told us to go.", id="us-pronoun"),
    pytest.param("Mr {suharja-1:Suharja} was fined.", id="one-word"),
    pytest.param("The {taliban:Taliban} agreed.", id="taliban"),
    pytest.param("{georgia:Georgia} signed.", id="georgia-person"),
    pytest.param("The students of {ikt-lund-o:IKT-Lund} won.", id="institute-and-town"),
    pytest.param("Question B2 and room A10 were shut.", id="code"),
    pytest.param("Write to NEWS@EXAMPLE.ORG today.", id="mail"),
    pytest.param(
        "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX was shut.", id="endless"
    ),
    pytest.param("A - b -", id="hyphen-alone"),
    pytest.param("An X-ray and a D-N plan.", id="one-letter"),
    pytest.param("The GHU-affiliated firm met.", id="acronym-and-word"),
]


@pytest.mark.parametrize("words", CASES)
def test_a_word_is_written_as_a_name(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
