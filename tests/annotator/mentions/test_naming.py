import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param("{michael-jordan:Michael Jordan} visited {jordan:Jordan}.", id="jordan-name"),
    pytest.param("{chad-winters:Chad Winters} visited {chad:Chad}.", id="chad-name"),
    pytest.param(
        "The {university-of-the-north-o:University of the North} closed.",
        id="university",
    ),
    pytest.param(
        "{harlow-steel-inc-o:Harlow Steel Inc} fell. {harlow-steel-inc-o:Harlow} recovered.",
        id="company",
    ),
    pytest.param("The bill went to {parliament-o:Parliament}.", id="parliament"),
    pytest.param("The {supreme-court-o:Supreme Court} agreed.", id="supreme"),
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
    pytest.param("{zambia:Zambia}’s {national-assembly-o:National Assembly} met.", id="speaker"),
    pytest.param(
        "{harbour-development-company-o:Harbour Development Company} "
        "{abdul-karim:Abdul Karim} said so.",
        id="organization-and-person",
    ),
    pytest.param("He praised {first-harbour-bank-o:First Harbour Bank}.", id="number-opens"),
    pytest.param("The firm {brightco-o:Brightco} {ghana:Ghana} grew.", id="unknown-and-state"),
    pytest.param("The firm {brightco-o:Brightco} & {ghana:Ghana} agreed.", id="mark-between"),
    pytest.param("Mr {chad-1:Chad} left.", id="address-and-state"),
    pytest.param("Mr {united-states:United States} is no name.", id="address-and-long-state"),
    pytest.param("Opposition {ana-costa:Ana Costa} left.", id="everyday-word-first"),
    pytest.param("Catholic {ana-costa:Ana Costa} left.", id="faith-first"),
    pytest.param("They asked Catholic and Western leaders.", id="faith-alone"),
    pytest.param("See https://example.org/Lobos/LBZ for more.", id="web-address"),
    pytest.param("{tom-hill:Tom Hill} left.", id="place-of-a-given-name"),
    pytest.param("They praised Human Resources Scope.", id="everyday-end"),
    pytest.param("They met a Chilean", id="demonym-ends"),
    pytest.param("The {ghana:Ghana} election was held.", id="event-of-a-state"),
    pytest.param(
        "The {harbour-party-o:Harbour Party} Democratic leader left.", id="a-people-inside"
    ),
]


@pytest.mark.parametrize("words", CASES)
def test_a_segment_names_an_organization_a_person_or_a_state(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
