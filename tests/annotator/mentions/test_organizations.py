import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param(
        "The {ministry-of-gender-and-family-o:Ministry of Gender and Family} closed.",
        id="ministry",
    ),
    pytest.param(
        "The {ministry-of-trade-industry-and-energy-o:Ministry of Trade, Industry and Energy} "
        "closed.",
        id="ministry-list",
    ),
    pytest.param("The {bank-of-ghana-o:Bank of Ghana} cut rates.", id="bank-of"),
    pytest.param(
        "The {food-and-drug-administration-o:Food and Drug Administration} approved it.",
        id="fda",
    ),
    pytest.param(
        "The {harbour-group-o:Harbour Group} met. The {harbour-group-o:Harbour group} left.",
        id="case-variant",
    ),
    pytest.param("The Ministry of the poor met.", id="ministry-of-small"),
    pytest.param(
        "The {bank-of-trinidad-and-tobago-o:Bank of Trinidad and Tobago} met.",
        id="bank-of-two",
    ),
    pytest.param("The Bank of President {ana-costa:Ana Costa} met.", id="bank-of-title"),
    pytest.param(
        "The {ministry-of-trade-o:Ministry of Trade}, ministers said, was shut.",
        id="list-breaks",
    ),
    pytest.param("The {ministry-of-trade-o:Ministry of Trade}, Welfare", id="list-without-and"),
    pytest.param("The {lower-harbour-police-o:Lower Harbour police} met.", id="small-head"),
    pytest.param(
        "{ana-costa:Ana Costa} and {harbour-group-o:Harbour Group} met.",
        id="and-after-a-person",
    ),
    pytest.param("Trade, {harbour-group-o:Harbour Group} said, fell.", id="comma-before"),
    pytest.param(
        "The firm {brightco-o:Brightco} and {national-bank-o:National Bank} met.",
        id="name-and-organization",
    ),
    pytest.param("The Food and {quipro-group-o:Quipro Group} met.", id="and-before-a-rare-word"),
    pytest.param(
        "The {green-harbour-union-o:Green Harbour Union} {green-harbour-union-o:GHU} met.",
        id="acronym-without-brackets",
    ),
    pytest.param(
        "The {green-harbour-union-xyz-o:Green Harbour Union XYZ} met.",
        id="other-acronym",
    ),
    pytest.param("He met the Minister of", id="minister-of-nothing"),
]


@pytest.mark.parametrize("words", CASES)
def test_an_organization_has_its_whole_name(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
