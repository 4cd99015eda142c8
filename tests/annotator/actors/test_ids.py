import pytest

from app.annotator.actors.ids import organization_id, person_id
from app.annotator.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("name", "id"),
    [
        pytest.param("Ana Costa", "ana-costa", id="two-words"),
        pytest.param("Costa", "costa-article-1", id="one-word"),
        pytest.param("San Marino", "san-marino-person", id="a-state"),
        pytest.param("Chilean Presidency", "chilean-presidency-person", id="an-institution"),
        pytest.param("San Marino Person", "san-marino-person-person", id="already-ended"),
        pytest.param("Ana Person", "ana-person", id="ended-but-free"),
        pytest.param("Ana Al-Organization", "ana-al-organization-person", id="an-organization"),
    ],
)
def test_a_person_has_an_id_of_the_name_alone(name: str, id: str) -> None:
    assert person_id(name, "article-1", load_lexicon().names) == id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        pytest.param("Harbour Group", "harbour-group-organization", id="plain"),
        pytest.param("Harbour Organization", "harbour-organization", id="already-ended"),
    ],
)
def test_an_organization_says_that_it_is_one(name: str, id: str) -> None:
    assert organization_id(name) == id
