import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparing.asking import ask
from app.comparing.locating import LEAST_SCORE, LEFT_OUT, MOST_PLACES, locate, status
from app.comparing.matching import Place
from app.comparing.normalizing import fold
from app.standoff import Span
from tests.gold import gold_document
from tests.test_gold import each_article

TEXT = """Mayor: “no bridge”

“We will build the good-faith bridge,” Mayor Ada Weir said on Monday, “and we will pay for it\n\
ourselves.” She said: “No more, no less.”

“It’s 5 € for Erdoğan’s ﬁne Straße,” said Li Wei («他说和平在前»). No bridge is ugly."""
SPLIT = [
    [Span(TEXT.index("“We"), TEXT.index(" Mayor")), Span(TEXT.index("“and"), TEXT.index(" She"))]
]


def find(exact: str, prefix: str = "", suffix: str = "") -> list[Place]:
    return locate(fold(TEXT), SPLIT, ask(exact, prefix, suffix))


def words_of(place: Place) -> list[str]:
    return [span.of(TEXT) for span in place.spans]


@pytest.mark.parametrize(
    ("exact", "spans"),
    [
        pytest.param("no more, no less", ["No more, no less"], id="case"),
        pytest.param('"No more, no less."', ["No more, no less"], id="straight marks"),
        pytest.param("«No more – no less»", ["No more, no less"], id="guillemets and a dash"),
        pytest.param("good faith bridge", ["good-faith bridge"], id="no hyphen"),
        pytest.param("pay for it ourselves", ["pay for it\nourselves"], id="a line break"),
        pytest.param("IT'S 5€", ["It’s 5 €"], id="apostrophe and space"),
        pytest.param("erdogan's fine strasse", ["Erdoğan’s ﬁne Straße"], id="accents, NFKC"),
        pytest.param("Erdog\u0306an", ["Erdoğan"], id="a combining mark"),
        pytest.param("和平", ["和平"], id="within a run without spaces"),
        pytest.param("no more … less", ["No more", "less"], id="words left out"),
        pytest.param("bridge [...] less", ["bridge", "less"], id="left out beyond its quote"),
        pytest.param("build … bridge", ["build", "bridge"], id="the nearest that follows"),
        pytest.param(
            "“We will build the good-faith bridge and we will pay for it ourselves.”",
            ["We will build the good-faith bridge", "and we will pay for it\nourselves"],
            id="without the cue in the middle",
        ),
        pytest.param(
            "the good-faith bridge and … ourselves",
            ["the good-faith bridge", "and", "ourselves"],
            id="without the cue and more",
        ),
        pytest.param(
            "“We will build the good-faith bridge,” the Mayor said, “and we will pay for it”",
            ["We will build the good-faith bridge", "and we will pay for it"],
            id="with another cue",
        ),
        pytest.param(
            'Ada Weir told us: "No more, no less"', ["No more, no less"], id="with another name"
        ),
        pytest.param(
            "bridge,” Mayor Ada Weir said", ["bridge,” Mayor Ada Weir said"], id="over the mark"
        ),
    ],
)  # fmt: skip
def test_the_very_words(exact: str, spans: list[str]) -> None:
    [place] = find(exact)
    assert (words_of(place), place.score, place.is_exact) == (spans, 100.0, True)
    assert [part.found.of(TEXT) for part in place.parts if part.found] == spans
    assert status([place]) == "unique"


@pytest.mark.parametrize(
    ("exact", "spans", "differences"),
    [
        pytest.param(
            "no more, not less", ["No more, no less"], [("not", "no")], id="another word"
        ),
        pytest.param(
            "We shall build a good-faith bridge",
            ["We will build the good-faith bridge"],
            [("shall", "will"), ("a", "the")],
            id="two other words",
        ),
        pytest.param(
            "We will build the bridge", ["We will build the good-faith bridge"],
            [("", "good-faith")], id="a word left out",
        ),
        pytest.param(
            "5 $ for Erdogan's fine street",
            ["5 € for Erdoğan’s ﬁne Straße"],
            [("$", "€"), ("street", "Straße")],
            id="another currency",
        ),
        pytest.param(
            "We will build a bridge and will pay for it ourselves",
            ["We will build the good-faith bridge", "and we will pay for it\nourselves"],
            [("a", "the good-faith"), ("", "we")],
            id="without the cue, and altered",
        ),
        pytest.param(
            "We will build the good-faith road ... pay for us ourselves",
            ["We will build the good-faith bridge", "pay for it\nourselves"],
            [("road", "bridge"), ("us", "it")],
            id="both pieces altered",
        ),
        pytest.param(
            "gibberish … We will build the good-faith bridge",
            ["We will build the good-faith bridge"], [("gibberish", None)], id="a piece not found",
        ),
        pytest.param(
            "We will build the good-faith bridge … gibberish",
            ["We will build the good-faith bridge"], [("gibberish", None)], id="the last not found",
        ),
        pytest.param(
            'Ada Weir told us: "No more, but less"', ["No more, no less"], [("but", "no")],
            id="with a name before it",
        ),
        pytest.param("他说战争在前", ["他说和平在前"], [("战争", "和平")], id="without spaces"),
    ],
)  # fmt: skip
def test_nearly_the_words(
    exact: str, spans: list[str], differences: list[tuple[str, str | None]]
) -> None:
    [place] = find(exact)
    assert words_of(place) == spans
    found = [
        (part.asked, part.found and part.found.of(TEXT)) for part in place.parts if part.differs
    ]
    assert found == differences
    assert LEAST_SCORE <= place.score < 100
    assert status([place]) == "approximate"


@pytest.mark.parametrize(
    "exact",
    ["…", "purple elephants dance", "bridges", "for no reason at all", "gibberish … gibberish"],
)
def test_absent(exact: str) -> None:
    assert find(exact) == []
    assert status([]) == "absent"


def test_words_without_marks_come_before_those_in_marks() -> None:
    [place] = find('she said: "No more, no less"')
    assert words_of(place) == ["She said: “No more, no less"]


@pytest.mark.parametrize(
    ("prefix", "suffix", "starts"),
    [
        pytest.param("", "", [8, -18], id="neither"),
        pytest.param("MAYOR:", "", [8], id="prefix"),
        pytest.param("yor “", "", [8], id="prefix from within a word"),
        pytest.param("", "is ug", [-18], id="suffix to within a word"),
        pytest.param("mayor", "is ugly", [8, -18], id="none that fits both"),
        pytest.param("road", "", [8, -18], id="none that fits"),
    ],
)
def test_prefix_and_suffix_choose_among_places(prefix: str, suffix: str, starts: list[int]) -> None:
    places = find("no bridge", prefix, suffix)
    assert [place.spans[0].start for place in places] == [n % len(TEXT) for n in starts]
    assert status(places) == ("unique" if len(places) == 1 else "ambiguous")


def test_too_many_places_are_more_than_are_told() -> None:
    assert len(locate(fold("no " * 2_000), [], ask("no"))) == MOST_PLACES + 1


@pytest.mark.parametrize(("between", "found"), [(LEFT_OUT, True), (LEFT_OUT + 1, False)])
def test_pieces_stand_near_each_other(between: int, found: bool) -> None:
    text = f"one {'x ' * between} two"
    places = locate(fold(text), [], ask("one … two"))
    assert [place.is_exact for place in places] == [found]


@pytest.mark.parametrize("order", [("one", "three", "twelve"), ("twelve", "three", "one")])
def test_pieces_are_not_near_for_being_near_the_next(order: tuple[str, ...]) -> None:
    text = f" {'x ' * (LEFT_OUT - 50)} ".join(order)
    [place] = locate(fold(text), [], ask(" … ".join(order)))
    assert not place.is_exact


def test_of_places_with_one_end_the_tightest_is_taken() -> None:
    text = "one a one b two c two"
    [place] = locate(fold(text), [], ask("one … two"))
    assert [span.start for span in place.spans] == [6, 12]


@each_article
def test_every_run_of_words_is_found_however_it_is_typed(article: str) -> None:
    document = gold_document(article)
    text, chance = document.document.text, random.Random(article)
    words = fold(text)
    contents = [quote.content for quote in document.quotes if len(quote.content) > 1]
    for _ in range(30):
        first = chance.randrange(len(words.folded) - 9)
        span = words.span(first, first + chance.randrange(3, 9))
        typed = f'"{span.of(text).upper().replace("“", chr(34)).replace(" ", "  ")}"'
        places = locate(words, contents, ask(typed))
        assert (span,) in [place.spans for place in places]
        assert all(place.is_exact for place in places)


words = st.lists(st.sampled_from(["a", "bb", "ccc", "…", "“d", "d”", "É\n"]), max_size=25)


@given(words, words)
def test_places_are_made_of_words_of_the_text(
    text_words: list[str], asked_words: list[str]
) -> None:
    text, asked = " ".join(text_words), " ".join(asked_words)
    words = fold(text)
    boundaries = {*words.starts, *words.ends}
    contents = [[Span(0, len(text) // 3), Span(len(text) // 2, len(text))]] if len(text) > 3 else []
    for place in locate(words, contents, ask(asked)):
        assert {point for span in place.spans for point in (span.start, span.end)} <= boundaries
        told = [part.found for part in place.parts if part.found]
        assert {i for span in told for i in range(span.start, span.end) if text[i].isalnum()} == {
            i for span in place.spans for i in range(span.start, span.end) if text[i].isalnum()
        }
        assert (place.score == 100) is place.is_exact
        for part in place.parts:
            if not part.differs:
                assert part.found
                assert fold(part.found.of(text)).folded == fold(part.asked).folded
