import pytest

from app.annotator.lexicon.acts import load_acts


@pytest.mark.parametrize("form", ["accuse", "accuses", "accused", "accusing", "pushes", "told"])
def test_a_verb_stands_in_all_its_forms(form: str) -> None:
    acts = load_acts()
    assert form in acts.verbs
