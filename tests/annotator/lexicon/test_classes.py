from app.annotator.lexicon.classes import (
    ADDRESS,
    COMMON,
    FAMILY,
    GIVEN,
    PHRASE,
    TITLE,
    load_classes,
)


def test_a_word_has_the_bits_of_all_its_lists() -> None:
    classes = load_classes(["onta"])
    assert classes["mr"] & ADDRESS
    assert classes["president"] & TITLE
    assert classes["maria"] & GIVEN
    assert classes["onta"] == PHRASE


def test_no_everyday_word_is_a_common_name() -> None:
    classes = load_classes([])
    assert not [w for w, bits in classes.items() if bits & COMMON and bits & (GIVEN | FAMILY)]
