import pytest

from app.annotator.actors.persons import Person, Persons, name_parts
from app.annotator.lexicon.classes import FEMALE, MALE
from app.standoff import Actor


def taken_up(*names: str) -> Persons:
    persons = Persons()
    for name in names:
        parts = name_parts(name.split())
        persons.add(Person(Actor(name, "person", name), parts), parts, parts)
    return persons


@pytest.mark.parametrize(
    ("known", "name", "same"),
    [
        pytest.param("Ana Costa Reis", "Ana Reis", True, id="a-word-left-out"),
        pytest.param("Ana Reis", "Ana Costa Reis", True, id="a-word-more"),
        pytest.param("A. Reis", "Ana Reis", True, id="initial"),
        pytest.param("Ana-Maria Reis", "Ana Maria Reis", True, id="hyphen"),
        pytest.param("Ana Costa Reis", "Rui Costa", False, id="a-middle-name-shared"),
        pytest.param("Ana Reis", "Rui Reis", False, id="another-first-name"),
        pytest.param("Ana Reis", "Eva Dahl", False, id="stranger"),
    ],
)
def test_a_name_met_in_another_form(known: str, name: str, same: bool) -> None:
    assert (taken_up(known).find(name_parts(name.split())) is not None) is same


def test_the_fullest_name_is_compared() -> None:
    persons = taken_up("Ana Reis")
    person = persons.find(["ana", "reis"])
    assert person is not None
    persons.add(person, ["ana", "costa", "reis"], ["costa"])
    assert person.parts == ["ana", "costa", "reis"]
    assert persons.named("costa", 0) is person


def test_a_surname_shared_goes_by_the_title_and_then_to_the_last_named() -> None:
    persons = taken_up("Ana Reis", "Rui Reis")
    ana, rui = persons.find(["ana", "reis"]), persons.find(["rui", "reis"])
    assert ana is not None
    assert rui is not None
    ana.gender, rui.gender, ana.seen, rui.seen = FEMALE, MALE, 1, 2
    assert persons.named("reis", 0) is rui
    assert persons.named("reis", FEMALE) is ana
    assert persons.named("dahl", 0) is None
