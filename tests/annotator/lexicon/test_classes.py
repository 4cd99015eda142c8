from app.annotator.lexicon.classes import ADDRESS, GIVEN, PHRASE, TITLE, load_classes


def test_a_word_has_the_bits_of_all_its_lists() -> None:
    classes = load_classes(["onta"])
    assert classes["mr"] & ADDRESS
    assert classes["president"] & TITLE
    assert classes["maria"] & GIVEN
    assert classes["onta"] == PHRASE
