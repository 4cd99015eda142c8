from fastapi.testclient import TestClient

from tests.api.test_articles import KARABAKH, all_items


def test_a_quote_by_its_id(client: TestClient) -> None:
    listed = all_items(client, "/quotes?speaker=france")[0]
    body = client.get(f"/quotes/{listed['id']}").json()
    assert body == listed
    assert body == {
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
        "links": {"self": f"/quotes/{listed['id']}", "article": f"/articles/{KARABAKH}"},
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
