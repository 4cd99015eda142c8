from app.annotator.lexicon.phrases import (
    Phrase,
    Row,
    acronyms,
    fold,
    index,
    institution_names,
    organization_names,
    place_names,
    state_names,
)


def test_the_longest_names_come_first_and_of_two_alike_the_first_holds() -> None:
    lengths, tails = index(
        [
            ("Lower Onta", "state", "name", "lower-onta"),
            ("Lower Onta Union", "organization", "name", "union"),
            ("lower onta", "place", "name", ""),
        ]
    )["lower"]
    assert lengths == (2, 1)
    assert tails[("onta",)] == Phrase("state", "name", "lower-onta")


def test_case_and_the_form_of_an_apostrophe_do_not_count() -> None:
    assert fold("Côte d’Or") == "côte d'or"


ONTA: dict[str, Row] = {
    "onta": {
        "name": "Onta",
        "also": ["Lower Onta"],
        "capitals": ["Quip"],
        "seats": ["Quip House"],
        "demonyms": ["Ontan"],
        "short": ["LO"],
    }
}
DALE: dict[str, Row] = {"dale-union": {"name": "Dale Union", "also": ["Union of Dale"]}}


def test_what_stands_for_a_state() -> None:
    assert list(state_names(ONTA | {"tarn": {"name": "Tarn"}})) == [
        ("Onta", "state", "name", "onta"),
        ("Lower Onta", "state", "name", "onta"),
        ("Quip", "capital", "metonym", "onta"),
        ("Quip House", "seat", "metonym", "onta"),
        ("Ontan", "demonym", "description", "onta"),
        ("Ontans", "demonym", "description", "onta"),
        ("Tarn", "state", "name", "tarn"),
    ]


def test_what_stands_for_an_organization() -> None:
    assert list(organization_names(DALE)) == [
        ("Dale Union", "organization", "name", "dale-union"),
        ("Union of Dale", "organization", "name", "dale-union"),
    ]


def test_acronyms_stand_apart() -> None:
    assert list(acronyms(ONTA | DALE, "state")) == [("LO", Phrase("state", "short_name", "onta"))]


def test_institutions_go_by_their_noun() -> None:
    assert list(institution_names({"ministry": ["office", "board"], "court": []})) == [
        ("ministry", "institution", "name", "ministry"),
        ("office", "institution", "name", "ministry"),
        ("board", "institution", "name", "ministry"),
        ("court", "institution", "name", "court"),
    ]


def test_places_are_no_actors() -> None:
    assert {tuple(rest) for _, *rest in place_names()} == {("place", "description", "")}
