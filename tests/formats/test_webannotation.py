from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import __version__
from app.formats.webannotation import (
    ANNOTATION_CONTEXT,
    BESIDE,
    CONTAINER_CONTEXT,
    TERMS,
    AnnotatedText,
    Container,
    Json,
    annotation_iri,
    collection,
    is_unique,
    mention,
    outermost,
    page,
    quote,
)
from app.standoff import Span
from tests.formats.gold_rows import GoldRows, gold_rows
from tests.formats.json_ld import BASE_URL, expand, expand_and_compact, leaves
from tests.formats.rows import actor_row, mention_row, quote_row

TEXT = "“No,” Bo said for France, “not, ever.”"
PIECES = Span(0, 5), Span(26, 38)
ACTORS = {"bo": actor_row("bo", "person"), "france": actor_row("france", "state", "Q142")}
BO = {"id": f"{BASE_URL}/actors/bo", "type": "Person", "name": "Bo"}
FRANCE = {
    "id": f"{BASE_URL}/actors/france",
    "type": ["Country", "Organization"],
    "name": "France",
    "sameAs": "http://www.wikidata.org/entity/Q142",
}
ID = f"{BASE_URL}/articles/a/annotations/0123456789abcdef"


def about(text: str = TEXT) -> AnnotatedText:
    return AnnotatedText(BASE_URL, text, "onrecord 0", ACTORS)


def selection(start: int, end: int) -> Json:
    """A span of TEXT, which is too short for its prefix and suffix to end before it does."""
    return {
        "type": "SpecificResource",
        "source": f"{BASE_URL}/articles/a/versions/v/text",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": TEXT[start:end],
                "prefix": TEXT[max(start - 32, 0) : start],
                "suffix": TEXT[end : end + 32],
            },
        ],
    }


def test_a_mention_identifies_its_actor() -> None:
    assert mention(mention_row(TEXT, Span(18, 24)), about()) == {
        "id": ID,
        "type": "Annotation",
        "motivation": "identifying",
        "kind": "name",
        "body": FRANCE,
        "target": selection(18, 24),
        "creator": {
            "id": f"{ID}#creator",
            "type": "Software",
            "name": "onrecord 0",
            "rule": "by_hand",
        },
        "generator": {
            "id": f"{BASE_URL}/",
            "type": "Software",
            "name": "Onrecord",
            "version": __version__,
        },
    }


def test_a_quote_is_described_by_its_parts() -> None:
    row = quote_row(
        TEXT,
        *PIECES,
        cue=Span(9, 13),
        source=Span(6, 8),
        speaker="bo",
        on_behalf_of="france",
    )
    annotation = quote(row, about())
    assert annotation["motivation"] == "describing"
    assert annotation["body"] == {
        "id": f"{BASE_URL}/quotes/0123456789abcdef",
        "type": "Quotation",
        "kind": "direct",
        "speaker": BO,
        "on_behalf_of": FRANCE,
        "source_words": selection(6, 8),
        "cue": selection(9, 13),
    }
    assert annotation["target"] == [selection(0, 5), selection(26, 38)]


def test_a_quote_says_only_what_is_known() -> None:
    annotation = quote(quote_row(TEXT, PIECES[0]), about())
    assert set(annotation["body"]) == {"id", "type", "kind"}
    assert annotation["target"] == selection(0, 5)


def test_an_actor_without_a_mention_is_its_iri() -> None:
    annotation = quote(quote_row(TEXT, PIECES[0], speaker="élan"), about())
    assert annotation["body"]["speaker"] == {"id": f"{BASE_URL}/actors/%C3%A9lan"}


def test_an_iri_escapes_what_an_address_may_not_hold() -> None:
    assert (
        annotation_iri("http://h/p", "é/?", "1") == "http://h/p/articles/%C3%A9%2F%3F/annotations/1"
    )


def places(text: str, selector: Json) -> list[int]:
    """Every place that a TextQuoteSelector selects, tried one by one as slow readers may."""
    prefix, exact, suffix = (selector[part] for part in ("prefix", "exact", "suffix"))
    return [
        start
        for start in range(len(text))
        if text[:start].endswith(prefix)
        and text[start:].startswith(exact)
        and text[start + len(exact) :].startswith(suffix)
    ]


def selectors(text: str, span: Span) -> list[Json]:
    selected: list[Json] = mention(mention_row(text, span), about(text))["target"]["selector"]
    return selected


def assert_selects_one_place(text: str, span: Span) -> Json:
    position, words = selectors(text, span)
    assert (position["start"], position["end"]) == (span.start, span.end)
    assert words["exact"] == span.of(text)
    assert places(text, words) == [span.start]
    return words


@st.composite
def texts_with_a_span(draw: st.DrawFn) -> tuple[str, Span]:
    """Of few words again and again, some of them beyond the first 65,536 code points."""
    text = draw(st.text("ab 😀\n", min_size=1)) * draw(st.integers(1, 30))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(texts_with_a_span())
def test_both_selectors_select_one_and_the_same_place(drawn: tuple[str, Span]) -> None:
    assert_selects_one_place(*drawn)


@pytest.mark.parametrize(
    ("repeated", "beside"),
    [
        pytest.param(1, 32, id="once"),
        pytest.param(50, 64, id="a sentence"),
        pytest.param(400, 512, id="a paragraph"),
        pytest.param(4_000, 4_096, id="the longest"),
    ],
)
def test_prefix_and_suffix_grow_until_they_tell_places_apart(repeated: int, beside: int) -> None:
    filling = "".join(chr(0x4E00 + number) for number in range(repeated))
    block = f"{filling}X{filling}"
    text = f"{'-' * 5_000}1{block}2{block}3{'-' * 5_000}"
    words = assert_selects_one_place(text, Span(text.index("X"), text.index("X") + 1))
    assert (len(words["prefix"]), len(words["suffix"])) == (beside, beside)


def test_a_place_that_words_cannot_tell_is_told_by_position_alone() -> None:
    text = "ab" * BESIDE[-1] * 3
    middle = Span(len(text) // 2, len(text) // 2 + 1)
    assert [selector["type"] for selector in selectors(text, middle)] == ["TextPositionSelector"]


@pytest.mark.parametrize(
    ("text", "span", "unique"),
    [
        pytest.param("abc", Span(1, 2), True, id="once"),
        pytest.param("abcb", Span(1, 2), False, id="again later"),
        pytest.param("abcb", Span(3, 4), False, id="before"),
        pytest.param("aaa", Span(0, 2), False, id="across itself"),
        pytest.param("aaa", Span(0, 3), True, id="the whole text"),
    ],
)
def test_words_that_stand_nowhere_else(text: str, span: Span, unique: bool) -> None:
    assert is_unique(text, span.start, span.end) is unique


CONTAINER = f"{BASE_URL}/articles/a/annotations/"
ANNOTATIONS = [
    mention(mention_row(TEXT, Span(18, 24)), about()),
    quote(quote_row(TEXT, *PIECES), about()),
]


def container(total: int = 5, **chosen: Any) -> Container:
    return Container(BASE_URL, "a", "Annotations of Talks fail", total, page_size=2, **chosen)


def test_a_minimal_container_links_to_its_pages() -> None:
    assert collection(container()) == {
        "@context": [ANNOTATION_CONTEXT, CONTAINER_CONTEXT, TERMS],
        "id": CONTAINER,
        "type": ["BasicContainer", "AnnotationCollection"],
        "label": "Annotations of Talks fail",
        "total": 5,
        "first": f"{CONTAINER}?page=0",
        "last": f"{CONTAINER}?page=2",
    }


def test_a_container_of_iris_is_another_resource_with_pages_of_its_own() -> None:
    iris = container(iris=True)
    first = page(iris, 0, [ID, f"{ID}0"])
    whole = collection(iris, first)
    assert whole["id"] == first["partOf"]["id"] == f"{CONTAINER}?iris=1"
    assert whole["last"] == f"{CONTAINER}?iris=1&page=2"
    assert whole["first"] == first
    assert first["id"] == f"{CONTAINER}?iris=1&page=0"
    assert first["next"] == f"{CONTAINER}?iris=1&page=1"
    assert first["items"] == [ID, f"{ID}0"]


def test_a_page_says_where_it_stands() -> None:
    assert outermost(page(container(), 1, ANNOTATIONS)) == {
        "@context": [ANNOTATION_CONTEXT, TERMS],
        "id": f"{CONTAINER}?page=1",
        "type": "AnnotationPage",
        "partOf": {
            "id": CONTAINER,
            "type": "AnnotationCollection",
            "label": "Annotations of Talks fail",
            "total": 5,
        },
        "startIndex": 2,
        "prev": f"{CONTAINER}?page=0",
        "next": f"{CONTAINER}?page=2",
        "items": ANNOTATIONS,
    }


@pytest.mark.parametrize(
    ("total", "last"),
    [(0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 2)],
)
def test_the_last_page(total: int, last: int) -> None:
    assert container(total).last_page == last
    assert "next" not in page(container(total), last, [])


def test_an_empty_container_has_no_pages() -> None:
    empty = collection(container(total=0))
    assert empty["total"] == 0
    assert not {"first", "last"} & set(empty)


def documents(gold: GoldRows) -> list[Json]:
    text = gold.annotated_text
    annotations = [mention(row, text) for row in gold.mentions]
    annotations += [quote(row, text) for row in gold.quotes]
    whole = Container(BASE_URL, gold.article["article"], "All", len(annotations), page_size=7)
    iris = Container(BASE_URL, gold.article["article"], "All", len(annotations), 7, iris=True)
    return [
        *map(outermost, annotations),
        collection(whole),
        collection(whole, page(whole, 0, annotations[:7])),
        collection(iris, page(iris, 0, [annotation["id"] for annotation in annotations[:7]])),
        outermost(page(whole, 1, annotations[7:14])),
    ]


def test_expansion_drops_nothing(gold_store: Path) -> None:
    names = {"Annotation", "AnnotationCollection", "AnnotationPage", "BasicContainer"}
    names |= {"Software", "SpecificResource", "TextPositionSelector", "TextQuoteSelector"}
    names |= {"Person", "Organization", "Country", "Quotation", "identifying", "describing"}
    for gold in gold_rows(gold_store):
        for document in documents(gold):
            assert expand_and_compact(document) == document
            assert leaves(document) - names <= leaves(expand(document))


def test_an_expansion_that_drops_a_key_is_seen() -> None:
    document = outermost(ANNOTATIONS[0] | {"no_such_term": "lost"})
    assert expand_and_compact(document) != document


def test_an_expanded_quote_says_who_spoke_in_public_words() -> None:
    row = quote_row(TEXT, PIECES[0], speaker="bo", on_behalf_of="france")
    [expanded] = expand(outermost(quote(row, about())))
    [body] = expanded["http://www.w3.org/ns/oa#hasBody"]
    assert body["@type"] == ["http://schema.org/Quotation"]
    [speaker] = body["http://schema.org/spokenByCharacter"]
    assert speaker["@id"] == f"{BASE_URL}/actors/bo"


def test_our_own_terms_are_defined_inline_and_at_no_address() -> None:
    iris = [term["@id"] if isinstance(term, dict) else term for term in TERMS.values()]
    assert all(iri.startswith(("http://schema.org/", "urn:uuid:")) for iri in iris)
    assert len(set(iris)) == len(TERMS)


def test_every_gold_annotation_selects_its_words(gold_store: Path) -> None:
    for gold in gold_rows(gold_store):
        for row in gold.mentions:
            annotation = mention(row, gold.annotated_text)
            _, words = annotation["target"]["selector"]
            assert places(gold.text, words) == [row["start"]]
            assert words["exact"] == row["exact"]
