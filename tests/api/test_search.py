from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.seeding import seed_article
from app.store.engine import writer
from app.store.migrating import migrate
from app.text.reading import SourceText
from tests.api.test_articles import KARABAKH, all_items
from tests.conftest import MakeClient


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


@pytest.mark.parametrize(("address", "word"), [("/articles?q=karabakh", "karabakh"),
                                               ("/quotes?q=fuel*", "fueling")])  # fmt: skip
def test_what_is_found_is_shown_in_its_words(client: TestClient, address: str, word: str) -> None:
    for item in all_items(client, address):
        excerpt = item["excerpt"]
        marked = [part["text"].lower() for part in excerpt["parts"] if part["marked"]]
        assert set(marked) == {word}
        assert "".join(part["text"] for part in excerpt["parts"]) == excerpt["exact"]
        text = client.get(f"/articles/{item['article']}/text").text
        assert text[excerpt["start"] : excerpt["end"]] == excerpt["exact"]


def test_the_best_come_first_when_asked(client: TestClient) -> None:
    newest = [item["id"] for item in all_items(client, "/quotes?q=the")]
    best = [item["id"] for item in all_items(client, "/quotes?q=the&sort=relevance")]
    assert sorted(best) == sorted(newest)
    assert best != newest
    assert all_items(client, "/quotes?sort=relevance") == all_items(client, "/quotes")
    articles = all_items(client, "/articles?q=karabakh&sort=relevance&limit=1")
    assert {item["id"] for item in articles} == {
        item["id"] for item in all_items(client, "/articles?q=karabakh")
    }


@pytest.fixture
def dated(make_client: MakeClient, tmp_path: Path) -> TestClient:
    store = tmp_path / "dated.db"
    migrate(store)
    with writer(store)() as session:
        for day in ("2020-02-28", "2020-02-29T23:59:59Z", "2020-03-01", None):
            seed_article(session, SourceText("x.txt", f"It rained {day}.".encode(), published=day))
        session.commit()
    return make_client(store)


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("since=2020-02-29", ["2020-03-01", "2020-02-29"]),
        ("until=2020-02-29", ["2020-02-29", "2020-02-28"]),
        ("since=2020-02-29&until=2020-02-29", ["2020-02-29"]),
        ("until=2020-02-31", ["2020-02-29", "2020-02-28"]),
        ("since=2021-01-01", []),
        ("since=0000-01-01&q=rained", ["2020-03-01", "2020-02-29", "2020-02-28"]),
    ],
)
def test_days_are_included(dated: TestClient, query: str, days: list[str]) -> None:
    items = all_items(dated, f"/articles?{query}")
    assert [item["published"][:10] for item in items] == days


@pytest.mark.parametrize("day", ["2020-13-01", "2020-02-00", "2020-2-1", "yesterday", ""])
def test_no_day(client: TestClient, day: str) -> None:
    assert client.get(f"/articles?since={day}").status_code == 422
