import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param("{michael-jordan:Michael Jordan} visited {jordan:Jordan}.", id="jordan-name"),
    pytest.param("{chad-winters:Chad Winters} visited {chad:Chad}.", id="chad-name"),
    pytest.param(
        "The {university-of-the-north-organization:University of the North} closed.",
        id="university",
    ),
    pytest.param(
        "{harlow-steel-inc-organization:Harlow Steel Inc} fell. {harlow-steel-inc-organization:Harlow} recovered.",
        id="company",
    ),
    pytest.param("The bill went to {parliament-organization:Parliament}.", id="parliament"),
    pytest.param("The {supreme-court-organization:Supreme Court} agreed.", id="supreme"),
    pytest.param("They won the Harbour Cup on Sunday.", id="event"),
    pytest.param(
        "The {russian-foreign-ministry:Russian Foreign Ministry} replied.", id="russia-ministry"
    ),
    pytest.param(
        "The {russian-foreign-ministry:Russian foreign ministry} replied.", id="lower-institution"
    ),
    pytest.param("The {iraqi-interior-ministry:Iraqi Ministry of Interior} replied.", id="moi"),
    pytest.param("Chilean miners met Peruvian sailors.", id="demonym-alone"),
    pytest.param("{ghana:Ghana}’s voters waited.", id="state-possessive"),
    pytest.param(
        "{zambia:Zambia}’s {national-assembly-organization:National Assembly} met.", id="speaker"
    ),
]


@pytest.mark.parametrize("words", CASES)
def test_a_segment_names_an_organization_a_person_or_a_state(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
