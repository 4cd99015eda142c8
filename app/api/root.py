"""Where everything begins, and whether it runs."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from app import __version__
from app.api.deps import BaseDep, PageDep, SearchQuery, SessionDep, SessionsDep
from app.api.listing import next_page
from app.api.negotiation import offers
from app.api.pages import HtmlDep
from app.formats import root as shapes
from app.formats.paths import path
from app.pages.home import home_page
from app.store.engine import SCHEMA
from app.store.queries.articles import count_articles, get_openings, list_articles

router = APIRouter(tags=["root"])


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
        following = None if found.next is None else next_page(request, base, found.next)
        whole = (found.total, found.total_is_exact)
        return html.page(home_page, found.rows, openings, *whole, q=q, following=following)
    names = ("articles", "actors", "quotes", "health", "ready", "docs", "openapi.json")
    links = {name: path(base, name) for name in names}
    links["articles"] = path(base, "articles", **request.query_params)
    return shapes.Root(name="Onrecord", version=__version__, links=links)


async def _never_kept(response: Response) -> None:
    """Whoever asks wants to know how it is now."""
    response.headers["Cache-Control"] = "no-store"


NOW = [Depends(_never_kept)]


@router.get("/health", response_model=shapes.Health, operation_id="get_health", dependencies=NOW)
async def get_health() -> Any:
    """The process answers; the store is not asked."""
    return shapes.Health(status="ok")


async def _generation(request: Request) -> int | None:
    generation: int | None = request.app.state.generation()  # it belongs to this thread
    return generation


GenerationDep = Annotated[int | None, Depends(_generation)]


@router.get(
    "/ready", response_model=shapes.Readiness, operation_id="get_readiness", dependencies=NOW
)
def get_readiness(session: SessionDep, generation: GenerationDep) -> Any:
    """The store can be read; 503 says why not."""
    return shapes.Readiness(
        status="ready",
        store_schema=SCHEMA,
        articles=count_articles(session),
        generation=generation,
    )
