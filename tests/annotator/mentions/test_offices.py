import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param("The office of Chilean President {ana-costa:Ana Costa} replied.", id="office"),
]


@pytest.mark.parametrize("words", CASES)
def test_the_office_of_a_holder_is_the_institution(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
