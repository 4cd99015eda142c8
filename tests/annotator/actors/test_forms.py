from app.annotator.actors.forms import gather
from app.annotator.lexicon import load_lexicon
from app.annotator.mentions import find_mentions
from app.annotator.tokens import tokenize
from app.text.splitting import build_plain_document


def test_names_that_differ_in_case_alone_are_one_form() -> None:
    lexicon = load_lexicon()
    text = "Mr Dvorlun met the Harbour Group. DVORLUN left. Peru saw Dvorlun."
    tokens = tokenize(build_plain_document(text), lexicon)
    forms = gather(*find_mentions(tokens, lexicon))
    assert {key: (form.sort, len(form.uses)) for key, form in forms.items()} == {
        "dvorlun": ("name", 3),
        "harbour group": ("organization", 1),
    }
