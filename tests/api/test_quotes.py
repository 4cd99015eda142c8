from pathlib import Path

from fastapi.testclient import TestClient

from app.seeding import seed_article
from app.store.engine import writer
from app.text.reading import SourceText
from tests.api.test_articles import KARABAKH, all_items
from tests.conftest import MakeClient


def test_a_quote_by_its_id(client: TestClient) -> None:
    listed = all_items(client, "/quotes?speaker=france")[0]
    body = client.get(f"/quotes/{listed['id']}").json()
    assert body == listed | {"repeated_in": {"items": [], "total": 0, "total_is_exact": True}}
    assert listed == {
        "id": listed["id"],
        "article": KARABAKH,
        "version": "ff9f551b7f12",
        "kind": "mixed",
        "content": [
            {
                "start": 2097,
                "end": 2144,
                "exact": "Ankara of “fueling the crisis in the Caucasus,”",
            }
        ],
        "cue": {"start": 2089, "end": 2096, "exact": "accuses"},
        "source": {"start": 2083, "end": 2088, "exact": "Paris"},
        "speaker": "france",
        "on_behalf_of": None,
        "rule": "gold",
        "excerpt": None,
        "unit": "codepoint",
        "links": {
            "self": f"/quotes/{listed['id']}",
            "article": f"/articles/{KARABAKH}",
            "version": f"/articles/{KARABAKH}/versions/ff9f551b7f12",
        },
    }


def test_quotes_run_newest_article_first_each_as_its_text(client: TestClient) -> None:
    items = all_items(client, "/quotes?limit=3")
    articles = [item["id"] for item in all_items(client, "/articles")]
    order = [(articles.index(item["article"]), item["content"][0]["start"]) for item in items]
    assert order == sorted(order)


def test_quotes_without_a_speaker(client: TestClient) -> None:
    items = all_items(client, "/quotes?attributed=false")
    assert items
    assert all(item["speaker"] is None for item in items)


def repeating(number: int) -> SourceText:
    said = 'Paris accuses Ankara of "FUELING the crisis\nin the Caucasus", and waits.'
    return SourceText("a.txt", f"Report {number}\n\n{said}\n".encode())


def test_the_same_words_in_other_articles(
    make_client: MakeClient, own_store: Path, client: TestClient
) -> None:
    quote = all_items(client, "/quotes?speaker=france")[0]["links"]["self"]
    with writer(own_store)() as session:
        articles = [seed_article(session, repeating(number)).article for number in range(2)]
        session.commit()
    repeated_in = make_client(own_store).get(f"{quote}?unit=utf16").json()["repeated_in"]
    assert [item["article"] for item in repeated_in["items"]] == articles[::-1]
    assert (repeated_in["total"], repeated_in["total_is_exact"]) == (2, True)
    for item in repeated_in["items"]:
        other = make_client(own_store).get(item["links"]["self"]).json()
        assert [other[name] for name in ("id", "article", "version", "speaker")] == [
            item["id"],
            item["article"],
            item["version"],
            "france",
        ]
        assert quote in [each["links"]["self"] for each in other["repeated_in"]["items"]]


def test_many_with_the_same_words_are_counted_and_the_newest_shown(
    make_client: MakeClient, own_store: Path, client: TestClient
) -> None:
    quote = all_items(client, "/quotes?speaker=france")[0]["links"]["self"]
    with writer(own_store)() as session:
        articles = [seed_article(session, repeating(number)).article for number in range(23)]
        session.commit()
    repeated_in = make_client(own_store).get(quote).json()["repeated_in"]
    assert [item["article"] for item in repeated_in["items"]] == articles[:2:-1]
    assert (repeated_in["total"], repeated_in["total_is_exact"]) == (23, True)
