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
        pytest.param("Ana Reis", "A. Reis", True, id="initial-later"),
        pytest.param("Ana R.", "Ana Reis", True, id="initial-of-a-surname"),
        pytest.param("A. Reis", "Ana Costa Reis", True, id="initial-and-a-word-more"),
        pytest.param("B. Reis", "Ana Reis", False, id="another-initial"),
        pytest.param("Ana-Maria Reis", "Ana Maria Reis", True, id="hyphen"),
        pytest.param("Ana O’Reis", "Ana O'Reis", True, id="apostrophe"),
        pytest.param("Ana Costa Reis", "Rui Costa", False, id="a-middle-name-shared"),
        pytest.param("Ana Reis", "Rui Reis", False, id="another-first-name"),
        pytest.param("Ana Reis", "Ada Reis", False, id="another-of-the-same-initial"),
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
    persons.add(person, ["ana", "dahl", "reis"], ["dahl"])
    assert person.parts == ["ana", "costa", "reis"]


def bearers(*names: str) -> tuple[Persons, list[Person]]:
    """Persons, and each of them, the last named last."""
    persons, found = taken_up(*names), []
    for seen, name in enumerate(names):
        person = persons.find(name_parts(name.split()))
        assert person is not None
        person.seen = seen
        found.append(person)
    return persons, found


def test_a_surname_shared_goes_by_the_title_and_then_to_the_last_named() -> None:
    persons, (ana, rui) = bearers("Ana Reis", "Rui Reis")
    ana.gender, rui.gender = FEMALE, MALE
    assert persons.named("reis", 0) is rui
    assert persons.named("reis", FEMALE) is ana
    assert persons.named("dahl", 0) is None


def test_who_has_no_title_may_be_of_any_gender() -> None:
    persons, (ana, rui) = bearers("Ana Reis", "Rui Reis")
    ana.gender = MALE
    assert persons.named("reis", MALE) is rui
    rui.gender, ana.gender = MALE, 0
    assert persons.named("reis", 0) is rui


def test_the_word_of_a_title_goes_before_all_but_the_place_in_the_name() -> None:
    persons, (ana, rui) = bearers("Ana Reis", "Rui Reis")
    ana.titles, rui.titles = {""}, {"judge"}
    assert persons.named("reis", 0) is ana
    assert persons.named("reis", 0, "judge") is rui


def test_a_first_or_last_name_is_meant_before_one_in_the_middle() -> None:
    persons, (rui, _, reis, _) = bearers("Rui Reis", "Ana Reis Lima", "Dahl Eva", "Ana Dahl Lima")
    assert persons.named("reis", 0) is rui
    assert persons.named("dahl", 0) is reis


def test_whoever_is_met_again_and_again_hides_nobody() -> None:
    persons, (ana, rui) = bearers("Ana Reis", "Rui Reis")
    for _ in range(9):
        persons.add(rui, rui.parts, rui.parts)
    ana.titles = {"judge"}
    assert persons.named("reis", 0, "judge") is ana
