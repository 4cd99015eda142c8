import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param(
        "President {ana-costa:Ana Costa} spoke. Mrs. {ana-costa:Costa} left.", id="titled-surname"
    ),
    pytest.param("Chilean President {ana-costa:Ana Costa} spoke.", id="demonym-title"),
    pytest.param(
        "{north-atlantic-treaty-organisation:NATO} Secretary General {ole-dahl:Ole Dahl} spoke.",
        id="secretary",
    ),
    pytest.param(
        "The President of {ghana:Ghana}, {kofi-boateng:Kofi Boateng}, spoke.", id="of-state"
    ),
    pytest.param(
        "Minister of Trade and Industry {kofi-boateng:Kofi Boateng} spoke.", id="minister-of"
    ),
    pytest.param("Ships left {trinidad-and-tobago:Trinidad and Tobago}.", id="trinidad"),
    pytest.param(
        "{bosnia-and-herzegovina:Bosnia and Herzegovina} voted. "
        "{bosnia-and-herzegovina:Bosnia} waits.",
        id="bosnia",
    ),
    pytest.param("The {united-nations-security-council:UN Security Council} met.", id="council"),
    pytest.param("“Mr Speaker, I object,” said {ana-costa:Ana Costa}.", id="mr-speaker"),
    pytest.param("She left {kings-college-o:King’s College}.", id="possessive-is-no-title"),
    pytest.param(
        "{supreme-court-o:Supreme Court} Chief Justice {ana-costa:Ana Costa} left.",
        id="organization-before-a-title",
    ),
    pytest.param(
        "They met at {queen-ana-hospital-o:Queen Ana Hospital}.",
        id="called-after-a-queen",
    ),
    pytest.param("{jane-king:Jane King} left.", id="king-as-surname"),
    pytest.param("Police Chief {ana-costa:Ana Costa} left.", id="police-chief"),
    pytest.param("Governor General {ana-costa:Ana Costa} left.", id="two-titles"),
    pytest.param("{general-motors-o:General Motors} fell.", id="motors"),
]


@pytest.mark.parametrize("words", CASES)
def test_titles_are_no_part_of_a_name(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
