"""schema.org: the article and the quote as linked data."""

from urllib.parse import quote

from fastapi.testclient import TestClient

from tests.api.test_articles import KARABAKH, all_items
from tests.formats.json_ld import expand_and_compact

HERE = "http://127.0.0.1:8000"


def test_an_article_is_a_news_article(client: TestClient) -> None:
    answer = client.get(f"/articles/{KARABAKH}", headers={"Accept": "application/ld+json"})
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.headers["content-location"] == f"/articles/{KARABAKH}.jsonld"
    assert answer.headers["vary"] == "Accept, Accept-Encoding"
    body = answer.json()
    assert expand_and_compact(body) == body
    assert body["@id"] == f"{HERE}/articles/{KARABAKH}"
    actors = [item["name"] for item in all_items(client, f"/articles/{KARABAKH}/actors")]
    assert [actor["name"] for actor in body["mentions"]] == actors
    assert len(body["hasPart"]) == 6
    text = client.get(f"/articles/{KARABAKH}/text").text
    assert text.endswith(body["articleBody"])


def test_a_quote_is_a_quotation_of_its_speaker(client: TestClient) -> None:
    spoken = {item["id"]: item["speaker"] for item in all_items(client, "/quotes")}
    for id, speaker in spoken.items():
        body = client.get(f"/quotes/{id}.jsonld").json()
        assert expand_and_compact(body) == body
        assert body["@id"] == f"{HERE}/quotes/{id}"
        said_by = body.get("spokenByCharacter", {}).get("@id")
        assert said_by == (speaker and f"{HERE}/actors/{quote(speaker)}")
    assert None in spoken.values()
