import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param(
        "The {ministry-of-gender-and-family-organization:Ministry of Gender and Family} closed.",
        id="ministry",
    ),
    pytest.param(
        "The {ministry-of-trade-industry-and-energy-organization:Ministry of Trade, Industry and Energy} closed.",
        id="ministry-list",
    ),
    pytest.param("The {bank-of-ghana-organization:Bank of Ghana} cut rates.", id="bank-of"),
    pytest.param(
        "The {food-and-drug-administration-organization:Food and Drug Administration} approved it.",
        id="fda",
    ),
    pytest.param(
        "The {harbour-group-organization:Harbour Group} met. The {harbour-group-organization:Harbour group} left.",
        id="case-variant",
    ),
]


@pytest.mark.parametrize("words", CASES)
def test_an_organization_has_its_whole_name(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
