import pytest

from tests.annotator.named import annotated
from tests.marked import marked

CASES = [
    pytest.param(
        "{chilean-presidency:The office of Chilean President Ana Costa} replied.", id="holder"
    ),
    pytest.param(
        "She called {chilean-presidency:the office of the Chilean president} twice.", id="title"
    ),
    pytest.param("{chilean-presidency:The Chilean president’s office} replied.", id="possessive"),
    pytest.param(
        "{chilean-foreign-ministry:Offices of Chilean foreign minister Ana Costa} shut.",
        id="two-words",
    ),
    pytest.param("The Chilean president’s dog barked.", id="no-office"),
    pytest.param("The office of Chilean miners shut.", id="no-holder"),
    pytest.param("The office of Ana Costa shut.", id="no-state"),
    pytest.param(
        "She left {chilean-presidency:the office of the Chilean president}\nAna Costa shut.",
        id="name-of-another-line",
    ),
    pytest.param(
        "They saw the\n{chilean-presidency:Chilean president’s office} shut.",
        id="article-of-another-line",
    ),
    pytest.param("The office, Chilean president Ana Costa, shut.", id="office-without-of"),
    pytest.param("They left the house of the Chilean president.", id="house"),
    pytest.param(
        "They left the office\nOf Chilean president Ana Costa they spoke.",
        id="office-of-another-line",
    ),
]


@pytest.mark.parametrize("words", CASES)
def test_the_office_of_a_holder_is_the_institution(words: str) -> None:
    text, spans = marked(words)
    found = [each for each in annotated(text)[1] if each.kind == "description"]
    assert {each.actor: [each.span] for each in found} == spans
    assert {each.rule for each in found} <= {"office_of_holder"}
