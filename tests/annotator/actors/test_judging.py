import pytest

from app.annotator.actors.evidence import Evidence
from app.annotator.actors.forms import Form
from app.annotator.actors.judging import (
    is_full_name,
    is_one_name,
    is_organization,
    is_surname,
    telling_parts,
)
from app.annotator.lexicon import load_lexicon
from app.annotator.mentions import Candidate

CLASSES = load_lexicon().names.classes


def form(key: str, evidence: Evidence) -> Form:
    return Form(key, key.split(), "name", [0], evidence)


@pytest.mark.parametrize(
    ("key", "evidence", "again", "is_name"),
    [
        pytest.param("quip dvorlun", Evidence(person=2), "", True, id="enough"),
        pytest.param("quip dvorlun", Evidence(person=1), "", False, id="too-little"),
        pytest.param("quip arlen dvorlun", Evidence(person=1), "quip", True, id="first-again"),
        pytest.param("quip arlen dvorlun", Evidence(person=1), "dvorlun", True, id="last-again"),
        pytest.param("quip arlen dvorlun", Evidence(person=1), "arlen", False, id="middle-again"),
        pytest.param("quip market", Evidence(person=1), "market", False, id="everyday-again"),
        pytest.param("quip dvorlun", Evidence(2, organization=2), "", True, id="as-well-a-person"),
        pytest.param("quip dvorlun", Evidence(2, organization=3), "", False, id="an-organization"),
        pytest.param("quip dvorlun", Evidence(2, place=2), "", False, id="a-place"),
    ],
)
def test_words_in_a_row_are_a_name(key: str, evidence: Evidence, again: str, is_name: bool) -> None:
    assert is_full_name(form(key, evidence), {again}, CLASSES) is is_name


@pytest.mark.parametrize(
    ("key", "is_one"),
    [
        pytest.param("linden", True, id="one-word"),
        pytest.param("van der linden", True, id="particles"),
        pytest.param("jan linden", False, id="two-words"),
        pytest.param("jan van der linden", False, id="two-words-and-particles"),
    ],
)
def test_a_name_of_one_word_beside_its_particles_is_a_surname(key: str, is_one: bool) -> None:
    assert is_surname(form(key, Evidence()), CLASSES) is is_one


@pytest.mark.parametrize(
    ("key", "evidence", "is_one"),
    [
        pytest.param("quipro", Evidence(organization=3), True, id="enough"),
        pytest.param("quipro", Evidence(organization=2), False, id="too-little"),
        pytest.param("quipro", Evidence(organization=3, person=3), False, id="a-person"),
        pytest.param("opposition", Evidence(organization=9), False, id="everyday-word"),
    ],
)
def test_a_name_without_a_head_is_an_organization(
    key: str, evidence: Evidence, is_one: bool
) -> None:
    assert is_organization(form(key, evidence), CLASSES) is is_one


@pytest.mark.parametrize(
    ("key", "opens", "title", "is_one"),
    [
        pytest.param("quipro", False, 0, True, id="inside-a-sentence"),
        pytest.param("quipro", True, 0, False, id="at-its-beginning"),
        pytest.param("quipro", True, 1, True, id="with-a-title"),
        pytest.param("maria", True, 0, True, id="known-as-a-name"),
        pytest.param("quip dvorlun", False, 0, False, id="two-words"),
    ],
)
def test_a_word_is_the_only_name(key: str, opens: bool, title: int, is_one: bool) -> None:
    candidates = [Candidate(0, 1, "name", "name_in_context", title=title, opens=opens)]
    assert is_one_name(form(key, Evidence(person=2)), candidates, CLASSES) is is_one


@pytest.mark.parametrize(
    ("evidence", "opens", "is_one"),
    [
        pytest.param(Evidence(person=1), False, False, id="too-little"),
        pytest.param(Evidence(person=2, organization=3), False, False, id="an-organization"),
        pytest.param(Evidence(person=2, place=3), False, False, id="a-place"),
        pytest.param(Evidence(3, organization=3, place=3), False, True, id="as-well-a-person"),
        pytest.param(Evidence(person=3), True, False, id="at-the-beginning-of-sentences"),
        pytest.param(Evidence(person=4), True, True, id="sure"),
    ],
)
def test_a_word_is_the_only_name_by_its_evidence(
    evidence: Evidence, opens: bool, is_one: bool
) -> None:
    candidates = [Candidate(0, 1, "name", "name_in_context", opens=opens)]
    assert is_one_name(form("quipro", evidence), candidates, CLASSES) is is_one


@pytest.mark.parametrize(
    ("points", "telling"),
    [
        pytest.param(2, ["ana"], id="unsure"),
        pytest.param(3, ["ana", "market"], id="sure"),
    ],
)
def test_parts_by_which_a_person_may_be_named(points: int, telling: list[str]) -> None:
    parts = ["ana", "market", "ghu"]
    found = telling_parts(form("ana market ghu", Evidence(points)), parts, {"GHU"}, CLASSES)
    assert found == telling
