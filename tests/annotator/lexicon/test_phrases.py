from app.annotator.lexicon.phrases import Phrase, fold, index


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
