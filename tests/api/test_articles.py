from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.identity import article_id, sha256, version_id
from tests.gold import gold_document
from tests.test_gold import ARTICLES, each_article

KARABAKH = article_id(gold_document("karabakh").document)
VERSION = version_id(sha256(gold_document("karabakh").document.text))


def all_items(client: TestClient, address: str | None) -> list[dict[str, Any]]:
    """Every item of a list, by following `next`; the Link header says the same."""
    items: list[dict[str, Any]] = []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200
        page = answer.json()
        items += page["items"]
        address = page["next"]
        assert answer.links.get("next", {}).get("url") == address
    assert len(items) == page["total"]
    return items


def spans_in(value: object) -> list[dict[str, Any]]:
    """Everything in a JSON value that has a start, an end and its words."""
    if isinstance(value, list):
        return [span for item in value for span in spans_in(item)]
    if not isinstance(value, dict):
        return []
    inner = [span for item in value.values() for span in spans_in(item)]
    return [value, *inner] if {"start", "end", "exact"} <= set(value) else inner


@each_article
@pytest.mark.parametrize("noun", ["", "/paragraphs", "/mentions", "/quotes"])
def test_every_span_is_its_slice_of_the_text(client: TestClient, article: str, noun: str) -> None:
    address = f"/articles/{article_id(gold_document(article).document)}"
    text = client.get(f"{address}/text").text
    body = client.get(f"{address}{noun}", params={"limit": 100} if noun else {}).json()
    for item in body.get("items", [body]):
        assert item["article"] == address.rpartition("/")[2]
        assert item["version"]
        for span in spans_in(item):
            assert text[span["start"] : span["end"]] == span["exact"]
    assert spans_in(body) or not noun


def test_text_is_the_very_text(client: TestClient) -> None:
    answer = client.get(f"/articles/{KARABAKH}/text")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == gold_document("karabakh").document.text


def test_articles_stand_newest_first(client: TestClient) -> None:
    ids = [item["id"] for item in all_items(client, "/articles?limit=2")]
    assert ids == [article_id(gold_document(article).document) for article in reversed(ARTICLES)]


def test_articles_that_name_an_actor(client: TestClient) -> None:
    ids = [item["id"] for item in all_items(client, "/articles?actor=minsk-group")]
    assert ids == [KARABAKH]


def test_an_article_says_what_is_known_and_nothing_more(client: TestClient) -> None:
    body = client.get(f"/articles/{KARABAKH}").json()
    links = body.pop("links")
    assert body == {
        "id": KARABAKH,
        "article": KARABAKH,
        "version": "ff9f551b7f12",
        "headline": {
            "start": 0,
            "end": 76,
            "exact": "Fearing the Turkish role, France wants international supervision in Karabakh",
        },
        "url": None,
        "published": None,
        "author": None,
        "language": None,
        "annotator": "by hand",
        "paragraphs": 12,
        "mentions": 35,
        "quotes": 6,
        "excerpt": None,
        "unit": "codepoint",
    }
    assert all(client.get(address).status_code == 200 for address in links.values())


def test_paragraphs_are_numbered_from_one(client: TestClient) -> None:
    items = all_items(client, f"/articles/{KARABAKH}/paragraphs?limit=5")
    assert [item["number"] for item in items] == list(range(1, 13))
    assert client.get(f"/articles/{KARABAKH}/paragraphs/3").json() == items[2]


@pytest.mark.parametrize(
    ("n", "status"),
    [("13", 404), ("999999999", 404), ("0", 422), ("-1", 422), ("+1", 422), ("1.0", 422),
     ("1_0", 422), (" 1", 422), ("٣", 422), ("9223372036854775808", 422), ("x", 422)],
)  # fmt: skip
def test_a_paragraph_that_is_not_there(client: TestClient, n: str, status: int) -> None:
    assert client.get(f"/articles/{KARABAKH}/paragraphs/{n}").status_code == status


def test_actors_stand_in_the_order_of_their_first_mention(client: TestClient) -> None:
    items = all_items(client, f"/articles/{KARABAKH}/actors?limit=4")
    assert [item["id"] for item in items] == [a.id for a in gold_document("karabakh").actors]
    states = all_items(client, f"/articles/{KARABAKH}/actors?kind=state")
    assert states == [item for item in items if item["kind"] == "state"]


def test_mentions_of_an_actor_and_of_a_kind(client: TestClient) -> None:
    address = f"/articles/{KARABAKH}/mentions"
    items = all_items(client, f"{address}?limit=7")
    assert [item["exact"] for item in items][:3] == ["France", "French presidency", "Paris"]
    assert items[0]["paragraph"] is None
    france = all_items(client, f"{address}?actor=france")
    assert france == [item for item in items if item["actor"] == "france"]
    metonyms = all_items(client, f"{address}?actor=turkey&kind=metonym")
    assert [item["exact"] for item in metonyms] == ["Ankara"] * 4


def test_quotes_of_an_article_are_narrowed_as_all_quotes_are(client: TestClient) -> None:
    address = f"/articles/{KARABAKH}/quotes"
    items = all_items(client, f"{address}?limit=4")
    assert len(items) == 6
    assert all_items(client, f"{address}?speaker=france") == [items[4]]
    assert all_items(client, f"{address}?on_behalf_of=french-presidency") == [items[2]]
    assert all_items(client, f"{address}?kind=direct&attributed=true") == [items[1]]
    assert all_items(client, f"/quotes?article={KARABAKH}") == items
