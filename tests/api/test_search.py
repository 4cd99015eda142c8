import pytest
from fastapi.testclient import TestClient

from tests.api.test_articles import KARABAKH, all_items


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/articles?q=karabakh", [KARABAKH]),
        ("/articles?q=no-such-word-at-all", []),
        ('/actors?q="minsk group"', ["minsk-group"]),
        ("/actors?q=ÎLHAM", ["ilham-aliyev"]),
    ],
)
def test_search(client: TestClient, address: str, found: list[str]) -> None:
    assert [item["id"] for item in all_items(client, address)] == found


def test_quotes_are_searched_in_what_is_said(client: TestClient) -> None:
    [item] = all_items(client, "/quotes?q=fuel*")
    assert item["speaker"] == "france"
    assert all_items(client, "/quotes?q=accuses") == []


@pytest.mark.parametrize("q", ['"', "AND", "*", "a-b", "it's", "NEAR(", "x:y", "((((", "😀", " "])
@pytest.mark.parametrize("address", ["/articles", "/quotes", "/actors"])
def test_nothing_typed_is_an_error(client: TestClient, address: str, q: str) -> None:
    assert client.get(address, params={"q": q}).status_code == 200
