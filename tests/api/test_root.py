from pathlib import Path

from fastapi.testclient import TestClient

from app.store.engine import SCHEMA
from tests.conftest import MakeClient


def test_the_root_leads_everywhere(client: TestClient) -> None:
    links = client.get("/").json()["links"]
    assert {client.get(address).status_code for address in links.values()} == {200}


def test_links_begin_with_the_path_of_the_public_address(
    make_client: MakeClient, gold_store: Path
) -> None:
    client = make_client(gold_store, public_url="https://news.example/on%20record/")
    assert client.get("/").json()["links"]["quotes"] == "/on%20record/quotes"
    assert client.get("/quotes?limit=1").json()["next"].startswith("/on%20record/quotes?limit=1&")


def test_health_needs_no_store_and_ready_does(make_client: MakeClient, tmp_path: Path) -> None:
    client = make_client(tmp_path / "none.db")
    assert client.get("/health").json() == {"status": "ok"}
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert answer.json()["detail"].endswith("none.db: No such file or directory")
    assert not (tmp_path / "none.db").exists()


def test_ready_counts_the_articles(client: TestClient) -> None:
    body = client.get("/ready").json()
    assert body == {"status": "ready", "store_schema": SCHEMA, "articles": 6}
