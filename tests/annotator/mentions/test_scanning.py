import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param(
        "{spain:Spain} Wants Peace As Mayor {ana-costa:Ana Costa} Urges Calm In Lower "
        "Fields\nThe mayor left.",
        id="headline",
    ),
    pytest.param("LIMA (News Desk) - The market reopened.", id="dateline"),
    pytest.param(
        "COSTA WINS\nMayor {ana-costa:Ana Costa} won. {ana-costa:Costa} laughed.",
        id="caps-headline",
    ),
    pytest.param(
        "{peru:Lima} Urges Calm As Rebels Leave\nThey left.", id="a-headline-with-a-capital"
    ),
]


@pytest.mark.parametrize("words", CASES)
def test_a_capital_says_little_in_some_places(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
