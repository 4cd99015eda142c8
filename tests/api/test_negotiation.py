import csv
import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.api import listing
from app.store.queries.paging import Page
from tests.api.test_articles import KARABAKH, all_items
from tests.conftest import MakeClient

LISTS = ["/articles", "/actors", "/quotes", f"/articles/{KARABAKH}/quotes",
         f"/articles/{KARABAKH}/mentions"]  # fmt: skip
each_list = pytest.mark.parametrize("address", LISTS)


@each_list
def test_ndjson_is_every_item_of_the_list(client: TestClient, address: str) -> None:
    answer = client.get(f"{address}.ndjson?limit=1")
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line) for line in answer.text.splitlines()] == all_items(client, address)


@each_list
def test_csv_is_every_item_of_the_list(client: TestClient, address: str) -> None:
    answer = client.get(f"{address}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [row["id"] for row in rows] == [item["id"] for item in all_items(client, address)]


def test_filters_narrow_what_is_streamed(client: TestClient) -> None:
    lines = client.get("/quotes.ndjson?speaker=france").text.splitlines()
    assert [json.loads(line)["speaker"] for line in lines] == ["france"]


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        (None, "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("application/x-ndjson", "ndjson"),
        ("text/*", "csv"),
        ("application/*", "json"),
        ("application/json;q=0.5, text/csv;q=0.9", "csv"),
        ("*/*;q=0.1, TEXT/CSV", "csv"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "json"),
        ("application/json;q=0, */*", "csv"),
        ("text/csv;q=none, application/json;q=0.1", "json"),
        ("," * 20_000, None),
        ("image/png", None),
        ("*/*;q=0", None),
        ("", None),
    ],
)
def test_the_bare_address_negotiates(
    client: TestClient, accept: str | None, suffix: str | None
) -> None:
    headers = {} if accept is None else {"Accept": accept}
    answer = client.get("/quotes?kind=direct", headers=headers)
    if suffix is None:
        assert answer.status_code == 406
        assert "text/csv" in answer.json()["detail"]
    else:
        assert answer.headers["vary"].split(", ")[0] == "Accept"
        assert answer.headers["content-location"] == f"/quotes.{suffix}?kind=direct"
        assert answer.content == client.get(f"/quotes.{suffix}?kind=direct").content


def test_content_location_begins_with_the_public_path(
    make_client: MakeClient, gold_store: Path
) -> None:
    client = make_client(gold_store, public_url="https://news.example/onrecord")
    assert client.get("/actors").headers["content-location"] == "/onrecord/actors.json"


def test_next_keeps_the_suffix(client: TestClient) -> None:
    assert client.get("/quotes.json?limit=1").json()["next"].startswith("/quotes.json?limit=1&")
    assert len(all_items(client, "/quotes.json?limit=4")) == len(all_items(client, "/quotes"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/articles/{KARABAKH}/text.txt", 200),
        (f"/articles/{KARABAKH}.json", 200),
        ("/health.json", 200),
        ("/openapi.json", 200),
        ("/health.csv", 404),
        ("/docs.json", 404),
        (f"/articles/{KARABAKH}/text.json", 404),
        (f"/articles/{KARABAKH}/paragraphs.csv", 404),
        ("/quotes.txt", 404),
        ("/quotes.xml", 404),
        ("/quotes.csv.csv", 404),
        ("/nowhere.csv", 404),
    ],
)
def test_a_suffix_is_a_format_that_there_is(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_list_of_one_format_does_not_vary(client: TestClient) -> None:
    answer = client.get(f"/articles/{KARABAKH}/paragraphs", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.headers["vary"]) == (200, "Accept-Encoding")


def test_options_and_head_of_a_suffix(client: TestClient) -> None:
    assert client.options("/quotes.csv").headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.head("/quotes.csv").headers["content-type"].startswith("text/csv")


def test_a_stream_reads_on_behind_its_first_page(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get("/quotes.csv").text
    monkeypatch.setattr(listing, "_PAGE_OF_STREAM", Page(limit=3))
    assert client.get("/quotes.csv").text == whole
