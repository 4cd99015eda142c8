"""Fixtures, all of them: read this before adding one.

The store is real SQLite in a file. `gold_store` is made once a run, holds the six gold articles as
they were annotated by hand, and is only read: a test that breaks what it stands on takes a copy
with `own_store`. `client` asks the application over `gold_store`; a test of other settings makes
its own application with `make_client`.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings

from app.main import create_app
from app.settings import Settings
from app.store.engine import writer
from app.store.migrating import migrate
from app.store.saving import save_article
from app.text.reading import SourceText
from tests.gold import gold_document
from tests.test_gold import ARTICLES

# No clock decides a test: the machine may be busy.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


def seed_gold(store: Path, *articles: str) -> None:
    """Stores gold articles in this order, each in a transaction of its own."""
    write = writer(store)
    for article in articles:
        annotated = gold_document(article)
        source_text = SourceText(f"{article}.txt", annotated.document.text.encode())
        with write() as session:
            save_article(session, annotated, source_text)
            session.commit()


@pytest.fixture(autouse=True)
def _no_settings_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever runs the tests may have an Onrecord of their own; it stays out, and unharmed."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"ONRECORD_{name.upper()}", raising=False)


@pytest.fixture(scope="session")
def gold_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("gold") / "gold.db"
    migrate(store)
    seed_gold(store, *ARTICLES)
    return store


@pytest.fixture
def own_store(gold_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(gold_store, tmp_path / "own.db"))


MakeClient = Callable[..., TestClient]


@pytest.fixture(scope="session")
def make_client() -> Iterator[MakeClient]:
    """An application over a store, with whatever settings, and a client to ask it."""
    made: list[TestClient] = []

    def make(store: Path, **settings: object) -> TestClient:
        app = create_app(Settings(store=store, **settings))  # type: ignore[arg-type]  # pydantic's
        made.append(TestClient(app, raise_server_exceptions=False))
        return made[-1]

    yield make
    for client in made:
        client.close()


@pytest.fixture(scope="session")
def client(make_client: MakeClient, gold_store: Path) -> TestClient:
    return make_client(gold_store)
