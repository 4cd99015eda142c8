import pytest
from fastapi.testclient import TestClient

from tests.api.test_articles import all_items


def test_an_actor_by_its_id(client: TestClient) -> None:
    assert client.get("/actors/france").json() == {
        "id": "france",
        "name": "France",
        "kind": "state",
        "wikidata": None,
        "links": {
            "self": "/actors/france",
            "articles": "/articles?actor=france",
            "quotes": "/quotes?speaker=france",
        },
    }


@pytest.mark.parametrize("kind", ["person", "organization", "state"])
def test_actors_of_a_kind(client: TestClient, kind: str) -> None:
    items = all_items(client, f"/actors?kind={kind}")
    assert items == [item for item in all_items(client, "/actors?limit=6") if item["kind"] == kind]
    assert items
