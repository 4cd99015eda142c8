import json
from typing import Any

from app.pages.actors import actor_page
from tests.pages.reading import Element, read_page
from tests.pages.test_reading import SITE

FRANCE = {"id": "france", "name": "France", "kind": "state", "wikidata": "Q142"}
ARTICLES = {
    "a": {"article": "a", "headline": "A & B", "published": "2020-11-20"},
    "b": {"article": "b", "headline": None, "published": None},
}


def quote(id: str, article: str) -> dict[str, Any]:
    spans = [["content", 0, 2, "no"], ["content", 4, 7, "yes"], ["cue", 8, 12, "said"]]
    return {"id": id, "article": article, "kind": "direct", "spans": json.dumps(spans)}


def actor(**told: Any) -> Element:
    given: dict[str, Any] = {
        "quotes": [], "on_behalf": [], "named_in": [], "articles": ARTICLES, "following": None,
        "total": 0, "total_is_exact": True, **SITE,
    }  # fmt: skip
    return read_page(actor_page(**{"actor": FRANCE, **given, **told}))


def words(element: Element) -> str:
    return " ".join(element.text.split())


def test_what_it_said_stands_under_its_articles() -> None:
    page = actor(quotes=[quote("1", "b"), quote("2", "a"), quote("3", "a")], total=3)
    told = [
        (words(each.tagged("h3")[0]), len(each.tagged("figure"))) for each in page.classed("from")
    ]
    assert told == [("An article without a headline", 1), ("A & B 20 November 2020", 2)]
    said = page.tagged("figure")[0]
    assert said.tagged("blockquote")[0].text == "no […] yes"
    assert words(said.tagged("figcaption")[0]) == "direct · cue “said” · in its place · cite"


def test_it_is_told_what_it_is() -> None:
    assert words(actor().classed("hint")[0]) == "State, Q142 in Wikidata."
    assert words(actor(actor=FRANCE | {"wikidata": None}).classed("hint")[0]) == "State."


def test_who_said_nothing_is_told_so() -> None:
    page = actor(named_in=[ARTICLES["a"]])
    assert words(page.classed("hint")[1]) == "No quote is here."
    assert page.classed("plain")[0].text.strip() == "A & B"


def test_a_page_past_the_last_quote_is_only_empty() -> None:
    assert words(actor(total=7).classed("hint")[1]) == "No quote is left here."


def test_what_unnamed_sources_said_for_it_stands_apart() -> None:
    page = actor(on_behalf=[quote("1", "a")])
    assert [h2.text for h2 in page.tagged("h2")] == ["Said", "Said for it by unnamed sources"]


def test_many_quotes_are_paged() -> None:
    page = actor(quotes=[quote("1", "a")], total=1000, total_is_exact=False, following="/next")
    assert words(page.classed("hint")[1]) == "More than 1,000 quotes, the newest article first."
    assert page.classed("pager")[0].tagged("a")[0].attributes["href"] == "/next"
