from typing import Any

from app.pages.home import home_page
from tests.pages.reading import Element, read_page

SITE: dict[str, Any] = {"base": "/on", "here": "/on/", "formats": {"JSON": "/on/.json"}}


def article(**known: object) -> dict[str, Any]:
    return {
        "key": 7, "article": "a", "headline": "A & B", "published": None, "quotes": 1,
        "mentions": 2, "paragraphs": 3, **known,
    }  # fmt: skip


def home(*articles: dict[str, Any], **told: Any) -> Element:
    chosen = {"q": None, "following": None, "total": len(articles), "total_is_exact": True} | told
    return read_page(home_page(articles, {7: "How it begins."}, **chosen, **SITE))


def words(element: Element) -> str:
    return " ".join(element.text.split())


def test_an_article_is_told_with_how_it_begins() -> None:
    [item] = home(article(published="2020-11-20")).classed("articles")[0].tagged("li")
    assert (
        words(item) == "A & B How it begins. 20 November 2020 · 1 quote · 2 mentions · 3 paragraphs"
    )
    assert item.tagged("a")[0].attributes["href"] == "/on/articles/a"


def test_without_a_headline_it_is_called_as_it_begins() -> None:
    assert home(article(headline=None)).tagged("h2")[0].text == "How it begins."


def test_an_empty_store_says_how_to_fill_it() -> None:
    assert "There are none yet." in words(home())


def test_a_page_past_the_last_article_is_only_empty() -> None:
    page = home(total=7)
    assert "none yet" not in page.text


def test_thousands_are_paged() -> None:
    page = home(article(), total=1000, total_is_exact=False, following="/on/?cursor=1")
    assert "More than 1,000 articles, the last stored first." in words(page)
    assert page.classed("pager")[0].tagged("a")[0].attributes["href"] == "/on/?cursor=1"


def test_a_search_marks_what_it_found() -> None:
    parts = [{"text": "the ", "marked": False}, {"text": "<word>", "marked": True}]
    page = home(article(excerpt={"parts": parts}), q="word")
    assert words(page.tagged("h1")[0]) == "1 article with word"
    assert [mark.text for mark in page.tagged("mark")] == ["<word>"]
    assert page.tagged("input")[0].attributes["value"] == "word"
    assert page.tagged("title")[0].text == "word · Onrecord"


def test_a_search_that_finds_nothing_says_so() -> None:
    assert words(home(q="<i>").tagged("h1")[0]) == "No article with <i>"
