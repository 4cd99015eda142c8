"""Where everything begins, and whether it runs."""

from typing import Any

from fastapi import APIRouter

from app import __version__
from app.api.deps import BaseDep, SessionDep
from app.formats import shapes
from app.store.engine import SCHEMA
from app.store.queries.articles import count_articles

router = APIRouter(tags=["root"])


@router.get("/", response_model=shapes.Root, operation_id="get_root")
async def get_root(base: BaseDep) -> Any:
    """Links to everything there is."""
    names = ("articles", "actors", "quotes", "health", "ready", "docs", "openapi.json")
    links = {name: shapes.path(base, name) for name in names}
    return shapes.Root(name="Onrecord", version=__version__, links=links)


@router.get("/health", response_model=shapes.Health, operation_id="get_health")
async def get_health() -> Any:
    """The process answers; the store is not asked."""
    return shapes.Health(status="ok")


@router.get("/ready", response_model=shapes.Readiness, operation_id="get_readiness")
def get_readiness(session: SessionDep) -> Any:
    """The store can be read; 503 says why not."""
    articles = count_articles(session)
    return shapes.Readiness(status="ready", store_schema=SCHEMA, articles=articles)
