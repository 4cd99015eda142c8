"""What holds for every text, however odd."""

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotator.actors import find_actors
from app.annotator.lexicon import load_lexicon
from app.annotator.tokens import tokenize
from app.text.splitting import build_plain_document
from tests.annotator.named import ARTICLE, NAMED, annotated

_WORDS = [
    "Ana", "Costa", "Mr", "Mrs.", "President", "of", "the", "The", "Ministry", "Trade",
    "and", ",", "Peru", "Lima", "Peruvian", "president", "office", "’s", "said", "(", ")",
    "GHU", "Union", "van", "der", "al-Rashidi", "King", "“", "”", ".", "UN", "Security",
    "Council", "group", "Group", "\n", "US", "May", "Person", "Organization", "San",
    "Marino", "&", "-", "45", "É", "ﬁ", "\u0301", "李",
]  # fmt: skip
_TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=20).map("".join),
)


@given(_TEXTS)
def test_what_every_text_gets(text: str) -> None:
    actors, mentions = annotated(text)
    blocks = list(build_plain_document(text).blocks())
    named = [each.span for each in mentions if each.kind in NAMED]
    assert [each.span.start for each in mentions] == sorted(each.span.start for each in mentions)
    assert all(one.end <= two.start for one, two in pairwise(named))
    assert all(any(block.contains(each.span) for block in blocks) for each in mentions)
    assert all(each.span.of(text) == each.span.of(text).strip() for each in mentions)
    assert list(dict.fromkeys(each.actor for each in mentions)) == [each.id for each in actors]
    assert annotated(text) == (actors, mentions)


HOSTILE = [
    pytest.param("“", id="quote-marks"),
    pytest.param("[", id="brackets"),
    pytest.param("X", id="no-spaces"),
    pytest.param("Alpha ", id="capitals"),
    pytest.param("Ministry of ", id="heads"),
    pytest.param("Ministry of Trade, ", id="lists"),
    pytest.param("Lima and ", id="seats"),
    pytest.param("King Queen President Peru ", id="titles"),
    pytest.param("A van der ", id="particles"),
    pytest.param("the office of the Chilean president ", id="offices"),
    pytest.param("Mr. ", id="abbreviations"),
    pytest.param("Ana Costa\n", id="one-name"),
    pytest.param("United Nations European ", id="long-lexicon-names"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_takes_at_most_twice_the_steps(piece: str) -> None:
    assert _steps(piece * 800) <= 2.2 * _steps(piece * 400)


def test_many_persons_of_one_surname_take_no_more() -> None:
    names = [f"Mr N{chr(97 + i // 26)}{chr(97 + i % 26)}x Costa. " for i in range(600)]
    assert _steps("".join(names)) <= 2.2 * _steps("".join(names[:300]))


def _steps(text: str) -> int:
    """How many functions are called to find the actors of a text: noise does not sway it."""
    document, lexicon = build_plain_document(text), load_lexicon()
    tokens = tokenize(document, lexicon)
    return _count(lambda: find_actors(document, tokens, lexicon, ARTICLE))


def _count(run: Callable[[], object]) -> int:
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return steps
