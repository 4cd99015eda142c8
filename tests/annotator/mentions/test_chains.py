import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param("Crown Prince {khalid-bin-fahd:Khalid bin Fahd} arrived.", id="bin"),
    pytest.param(
        "{pieter-van-der-linden:Pieter van der Linden} won. "
        "{pieter-van-der-linden:Van der Linden} cried.",
        id="dutch",
    ),
    pytest.param(
        "{pieter-van-der-linden:Pieter van der Linden} won. They praised "
        "{pieter-van-der-linden:van der Linden}.",
        id="dutch-small",
    ),
    pytest.param(
        "{maría-de-la-cruz:María de la Cruz} agreed with {maría-de-la-cruz:De la Cruz}.",
        id="spanish",
    ),
    pytest.param("{mary-obrien:Mary O’Brien} wrote it.", id="irish"),
    pytest.param(
        "{hassan-al-rashidi:Hassan al-Rashidi} was freed. {hassan-al-rashidi:Al-Rashidi} "
        "thanked his lawyers.",
        id="arabic",
    ),
    pytest.param(
        "{hassan-al-rashidi:Hassan al-Rashidi} was freed. His brother praised "
        "{hassan-al-rashidi:al-Rashidi}.",
        id="arabic-small",
    ),
    pytest.param("{rui-nino-costa:Rui “Nino” Costa} won.", id="nickname"),
    pytest.param("The {peoples-reform-party-o:People’s Reform Party} won.", id="peoples"),
    pytest.param(
        "{john-q-smith:John Q. Smith} won. {john-q-smith:John Smith} thanked them.", id="initial"
    ),
    pytest.param(
        "Yesterday {ana-costa:Ana Costa} left. Motorists who waited complained.",
        id="sentence-start",
    ),
    pytest.param("They met in Green Valley near Lake Onta.", id="place"),
    pytest.param("He was de facto leader, in de Valley la", id="a-particle-before-no-name"),
    pytest.param(
        "President {ana-costa:Ana Costa} de la house left.", id="particles-that-lead-nowhere"
    ),
    pytest.param("They met {ana-costa:Ana Costa}, who chose van der", id="particle-at-the-end"),
    pytest.param("President {ana-costa:Ana Costa} van der de la left.", id="three-particles"),
    pytest.param("{theresa-april:Theresa April} left in April.", id="calendar-word"),
    pytest.param("President {ana-costa:Ana Costa} “Lower left.", id="nickname-never-closed"),
    pytest.param("{dale-co-inc-o:Dale & Co Inc} fell.", id="ampersand"),
    pytest.param("Mr. {suharja-1:Suharja} was fined.", id="abbreviation"),
]


@pytest.mark.parametrize("words", CASES)
def test_a_chain_holds_the_whole_name(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
