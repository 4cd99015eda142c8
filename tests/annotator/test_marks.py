import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotator.lexicon import load_lexicon
from app.annotator.marks import find_quotations
from app.annotator.tokens import tokenize
from app.text.splitting import build_plain_document
from tests.marked import marked


def quotations_of(text: str) -> list[str]:
    document = build_plain_document(text)
    tokens = tokenize(document, load_lexicon())
    return [
        text[tokens.starts[quotation.first] : tokens.ends[quotation.last]]
        for quotation in find_quotations(document, tokens)
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("No marks at all", id="none"),
        pytest.param("He said {q:“no”}.", id="curly"),
        pytest.param('He said {q:"no"}.', id="straight"),
        pytest.param("He said {q:«no»}.", id="guillemets"),
        pytest.param("He said {q:»no«}.", id="guillemets turned round"),
        pytest.param("He said {q:„no“}.", id="low and high"),
        pytest.param("He said {q:‘no’}.", id="single"),
        pytest.param("He said {q:'no'}.", id="single and straight"),
        pytest.param("He said {q:''no''}.", id="two single ones"),
        pytest.param("He said {q:``no''}.", id="two backticks"),
        pytest.param("He said{q:``no''}.", id="two backticks without a space"),
        pytest.param("The ’’no” again", id="two closing ones"),
        pytest.param('{q:"No,"} he said', id="straight at the beginning"),
        pytest.param('He said {q:“no"}.', id="curly and straight"),
        pytest.param("{q:“He said ‘no’ again.”}", id="single within double"),
        pytest.param("{q:‘He said “no” again.’}", id="double within single"),
        pytest.param("He said {q:‘“No” again’}.", id="double at the beginning of single"),
        pytest.param('{q:“He said "no" again.”}', id="straight within curly"),
        pytest.param('{q:“He said "no" again."} Ada left.', id="straight within curly to straight"),
        pytest.param("Odd “ mark. {q:“No.”}", id="odd mark alone"),
        pytest.param("“Odd mark. {q:“No.”} He left. {q:“Yes.”}", id="odd mark before"),
        pytest.param("Odd” mark. {q:“No.”}", id="odd closing mark"),
        pytest.param("Odd” mark” again", id="two odd closing marks"),
        pytest.param('A board of 6" and {q:"no"}.', id="inches"),
        pytest.param('A board of 6" and of 9" lay there', id="inches twice"),
        pytest.param('A board of 6"x9" and {q:"no"}.', id="inches by inches"),
        pytest.param("The ’90s and {q:‘no’} and ’em.", id="apostrophes"),
        pytest.param("The ’90s and the boys’ coats", id="apostrophes like a pair"),
        pytest.param('He "said {q:"no"} or', id="double that opens twice"),
        pytest.param("He said {q:“no ”} or", id="a space before the closing mark"),
        pytest.param('He said {q:"no"} or "', id="a free mark at the end"),
        pytest.param("He ‘said {q:‘no’} or", id="single that opens twice"),
        pytest.param("He said ' no ' or", id="single and free"),
        pytest.param("He said {q:‘a ’ b’} c", id="a closing mark that stands free"),
        pytest.param("He said ‘a {q:“b’ c}", id="double never closed within single"),
        pytest.param("He said ‘a {q:“b”} c", id="single never closed"),
        pytest.param("He said {q:“no and left.}\nThen {q:“yes”}.", id="unclosed"),
        pytest.param("{q:“One.}\n{q:“Two.”}", id="over two paragraphs"),
        pytest.param("{q:“One}\nTwo.", id="unclosed and no mark after"),
    ],
)
def test_quotations(words: str) -> None:
    text, spans = marked(words)
    assert quotations_of(text) == [span.of(text) for span in spans.get("q", [])]


def test_a_quotation_over_paragraphs_is_one_in_each() -> None:
    text = "“One.\n“Two.\n“Three.”\n“Four.”"
    assert quotations_of(text) == text.split("\n")


@given(st.lists(st.sampled_from([*"“”\"'‘’«»„ \n.ab", "''"]), max_size=40).map("".join))
def test_quotations_stand_apart_and_in_order(text: str) -> None:
    document = build_plain_document(text)
    quotations = find_quotations(document, tokenize(document, load_lexicon()))
    last = -1
    for quotation in quotations:
        assert last < quotation.first <= quotation.last
        last = quotation.last
