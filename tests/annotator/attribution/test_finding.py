"""Finding quotes: outermost only, in the order of the text, in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotator.attribution import find_quotes
from app.annotator.lexicon import load_lexicon
from app.annotator.tokens import tokenize
from app.text.splitting import build_plain_document
from tests.annotator.attribution.reported import parts, quotes_in

# What the rules look at, close together.
PIECES = (
    *"“”\"'‘’«»,.:;—-?!()\n",
    *("''", "said", "says", "saying", "told", "claims", "call", "for", "according", "to", "that"),
    *("he", "who", "Low", "LOW", "the", "of", "and", "but", "in", "Monday", "a", "man", "’s"),
    *("called", "has", "was", "quickly", "his", "them", "visited", "statement", "in", "7"),
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=40).map(" ".join)


@given(texts)
def test_no_text_breaks_what_a_quote_promises(text: str) -> None:
    document = build_plain_document(text)
    lexicon = load_lexicon()
    quotes, _ = find_quotes(document, tokenize(document, lexicon), (), (), lexicon)
    for quote in quotes:
        assert quote.content
        assert list(quote.content) == sorted(quote.content)
        pieces = [*quote.content, *(part for part in (quote.cue, quote.source) if part)]
        assert all(piece.of(text).strip() == piece.of(text) for piece in pieces)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{source:Low} {cue:said} {content:that Hill said it rained}.", id="outermost only"
        ),
        pytest.param(
            "{content:Low said it rained}, {source:Hill} {cue:said}.", id="outermost at the end"
        ),
        pytest.param(
            "{content:Low said it rained}, {cue:said} {source:Hill, the mayor}.",
            id="outermost at the end, inverted",
        ),
        pytest.param(
            "{source:Low} {cue:said} {content:it rained}, but {source:Hill} {cue:said} "
            "{content:it was dry}.",
            id="two in a sentence",
        ),
        pytest.param("Low wants rain and fears the sun. He is keen to go.", id="no speech"),
        pytest.param("The two calls made by Low were long.", id="a noun"),
        pytest.param("Coal states set the price. Mail orders from Low grew.", id="nouns as verbs"),
        pytest.param("Low was told that it rained.", id="passive"),
        pytest.param("Low left to say that it rained.", id="infinitive"),
        pytest.param("Low, said.", id="no content"),
        pytest.param(
            "It was dry when {source:Low} {cue:said} {content:it rained} and {cue:called "
            "for} {content:help}.",
            id="a second verb has the source of the first",
        ),
        pytest.param(
            "{content:Hill said it rained}, {cue:said} {source:Low}, {source:who} "
            "{cue:called} {content:us}.",
            id="outermost at the end, before a cue word",
        ),
        pytest.param(
            "{source:Hill} {cue:said} {content:no, said Low, the call and report keeper}.",
            id="outermost before two cue words",
        ),
        pytest.param(
            "{source:The mill} {cue:states} {content:“no”}.",
            id="a noun before marks",
        ),
        pytest.param(
            "The river was high, she praised.",
            id="a cue that is never at the end",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}; {cue:according to} {source:the "
            "mill}, {content:it is safe}.",
            id="two in a sentence, parted by a semicolon",
        ),
        pytest.param(
            "{cue:According to} {source:Low}, {content:Hill said it rained and called for help}.",
            id="according to first, before two cue words",
        ),
    ],
)
def test_quotes(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted


def test_a_pronoun_names_the_rule_that_found_it() -> None:
    found = quotes_in("{person.low:Ms Low} left. “It rained,” she said.")[3]
    assert [(mention.kind, mention.rule) for mention in found] == [("pronoun", "pronoun_source")]
