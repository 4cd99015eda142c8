import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import anyio.to_thread
import httpx
import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
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


@pytest.mark.parametrize(
    ("address", "status"), [("/health", 200), ("/health?x=1", 422), ("/nowhere", 404)]
)
def test_health_and_refusals_wait_for_no_thread(
    gold_store: Path, address: str, status: int
) -> None:
    """Slow answers may have them all."""

    async def ask() -> int:
        threads = anyio.to_thread.current_default_thread_limiter()
        threads.total_tokens = 1
        transport = httpx.ASGITransport(create_app(Settings(store=gold_store)))
        async with threads, httpx.AsyncClient(transport=transport, base_url="http://a") as client:
            return (await asyncio.wait_for(client.get(address), 20)).status_code

    assert asyncio.run(ask()) == status


def test_ready_counts_the_articles_and_the_states_of_the_store(
    make_client: MakeClient, own_store: Path
) -> None:
    client = make_client(own_store)
    body = client.get("/ready").json()
    assert body == {"status": "ready", "store_schema": SCHEMA, "articles": 6, "generation": 1}
    assert client.get("/ready").json() == body
    with closing(sqlite3.connect(own_store)) as other, other:
        other.execute("UPDATE article SET withdrawn = 'wrong' WHERE id = 1")
    assert client.get("/ready").json() == body | {"articles": 5, "generation": 2}
