from typing import Any

import pytest

from app.pages.quotes import quote_page
from app.standoff import Actor, AnnotatedDocument, Quote, Span
from app.text.splitting import build_document
from tests.gold import gold_document
from tests.pages.reading import Element, read_page
from tests.pages.test_reading import SITE, row

IRI = "https://news.example/quotes/q3"


def quote_of(annotated: AnnotatedDocument, quote: str, repeated: int = 0, **known: Any) -> Element:
    mentions = [f"m{n}" for n in range(len(annotated.mentions))]
    quotes = [f"q{n}" for n in range(len(annotated.quotes))]
    article = row(annotated, **known)
    others = [(f"r{n}", {"headline": None, "published": "2020-11-21"}) for n in range(repeated)]
    page = quote_page(
        article,
        annotated,
        mentions,
        quotes,
        quote=quote,
        repeated_in=others[:20],
        total=repeated,
        total_is_exact=True,
        **SITE | {"iri": IRI},
    )
    return read_page(page)


def karabakh(quote: str, **known: Any) -> Element:
    return quote_of(gold_document("karabakh"), quote, **known)


def words(element: Element) -> str:
    return " ".join(element.text.split())


def test_a_quote_stands_in_its_paragraph_and_no_other_is_marked() -> None:
    page = karabakh("q4")
    text = page.with_id("text")
    assert text.text.strip() == gold_document("karabakh").document.text.split("\n\n")[11]
    assert [each.attributes["data-quote"] for each in text.classed("quote")] == ["q4"]


def test_it_says_who_said_it_and_everything_known() -> None:
    page = karabakh("q4")
    assert page.tagged("h1")[0].text == "France"
    assert page.tagged("blockquote")[0].text == "Ankara of “fueling the crisis in the Caucasus,”"
    facts = {
        name.text: words(value)
        for name, value in zip(page.tagged("dt"), page.tagged("dd"), strict=True)
    }
    assert facts == {
        "source": "“Paris”",
        "cue": "“accuses”",
        "kind": "mixed",
        "rule": "gold",
        "where": "paragraph 11, code points 2097 to 2144 of the text",
        "version": "ff9f551b7f12",
    }


@pytest.mark.parametrize(
    ("quote", "known", "citation"),
    [
        ("q4", {}, "France, quoted in “Fearing the Turkish role, France wants international"
         " supervision in Karabakh”, version ff9f551b7f12, " + IRI),
        ("q3", {"author": "A. Weir", "published": "2020-11-20T10:00:00Z"},
         "A source (unnamed), quoted in “Fearing the Turkish role, France wants international"
         " supervision in Karabakh”, by A. Weir, 20 November 2020, version ff9f551b7f12, " + IRI),
    ],
)  # fmt: skip
def test_it_is_cited_with_what_is_known_and_nothing_more(
    quote: str, known: dict[str, str], citation: str
) -> None:
    assert words(karabakh(quote, **known).classed("citation")[0]) == citation


def test_an_unnamed_source_is_told_with_whom_it_speaks_for() -> None:
    said = karabakh("q2").classed("said")[0].tagged("figcaption")[0]
    assert words(said) == "a French presidency official unnamed, for French presidency"


@pytest.mark.parametrize(
    ("repeated", "told", "links"),
    [(1, "1 quote:", 1), (21, "21 quotes, of which the newest:", 20)],
)
def test_it_is_told_where_else_its_words_are_quoted(repeated: int, told: str, links: int) -> None:
    page = quote_of(gold_document("karabakh"), "q4", repeated)
    assert words(page.classed("hint")[0]) == told
    items = page.classed("plain")[0].tagged("li")
    assert len(items) == links
    assert words(items[0]) == "An article without a headline, 21 November 2020"


def test_a_quote_over_paragraphs_stands_in_all_of_them() -> None:
    document = build_document("Ada said: “No.\n\nSo be it.\n\n“Never.”")
    spans = (Span(10, 14), Span(27, 35))
    quote = Quote("direct", spans, Span(4, 8), None, "ada", None, "test")
    ada = Actor("ada", "person", "Ada")
    page = quote_of(AnnotatedDocument(document, (ada,), (), (quote,), "test"), "q0")
    paragraphs = [p.attributes["id"] for p in page.with_id("text").tagged("p")]
    assert paragraphs == ["p-1", "p-3"]
    assert page.tagged("blockquote")[0].text == "“No. […] “Never.”"
    assert page.tagged("title")[0].text == "Ada: “No. […] “Never.” · Onrecord"
