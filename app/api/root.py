"""Where everything begins, and whether it runs."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool

from app import __version__
from app.api.deps import BaseDep, PageDep, SearchQuery, SessionsDep
from app.api.listing import next_page
from app.api.negotiation import offers
from app.api.pages import HtmlDep
from app.api.routing import Route
from app.formats import root as shapes
from app.formats.paths import path, query
from app.pages.home import home_page
from app.store.engine import SCHEMA, Sessions
from app.store.queries.articles import count_articles, get_openings, list_articles

router = APIRouter(route_class=Route, tags=["root"])


@router.get("/", response_model=shapes.Root, operation_id="get_root", responses=offers("html"))
def get_root(
    request: Request,
    sessions: SessionsDep,
    base: BaseDep,
    html: HtmlDep,
    page: PageDep,
    q: SearchQuery = None,
) -> Any:
    """Links to everything there is.

    As a page it shows the articles, the last seeded first, or those that `q` finds. In JSON `q`,
    `limit` and `cursor` narrow what the link `articles` leads to.
    """
    if html.wanted:
        with sessions() as session:
            found = list_articles(session, page, q=q)
            openings = get_openings(session, [row["key"] for row in found.rows])
        following = None if found.next is None else next_page(request, found.next)
        whole = (found.total, found.total_is_exact)
        return html.page(home_page, found.rows, openings, *whole, q=q, following=following)
    names = ("articles", "actors", "quotes", "health", "ready", "docs", "openapi.json")
    links = {name: path(base, name) for name in names}
    links["articles"] += query(**request.query_params)
    return shapes.Root(name="Onrecord", version=__version__, links=links)


def _never_kept(request: Request) -> None:
    """Whoever asks wants to know how it is now."""
    request.state.headers["Cache-Control"] = "no-store"


NOW = [Depends(_never_kept)]


@router.get("/health", response_model=shapes.Health, operation_id="get_health", dependencies=NOW)
async def get_health() -> Any:
    """The process answers; the store is not asked."""
    return shapes.Health(status="ok")


@router.get(
    "/ready", response_model=shapes.Readiness, operation_id="get_readiness", dependencies=NOW
)
async def get_readiness(request: Request, sessions: SessionsDep) -> Any:
    """The store can be read; 503 says why not."""
    generation = request.app.state.generation()  # it belongs to this thread
    articles = await run_in_threadpool(_count_articles, sessions)
    return shapes.Readiness(
        status="ready", store_schema=SCHEMA, articles=articles, generation=generation
    )


def _count_articles(sessions: Sessions) -> int:
    with sessions() as session:
        return count_articles(session)
