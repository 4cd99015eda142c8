"""Actors across all articles."""

from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import APIRouter, Request

from app.api.deps import ActorKindQuery, ActorPath, BaseDep, PageDep, SearchQuery, SessionDep
from app.api.listing import ListingDep, next_page
from app.api.negotiation import TABLES, offers
from app.api.pages import Html, HtmlDep
from app.api.routing import Route
from app.formats import shapes
from app.formats.spreadsheet import ACTORS
from app.pages.actors import actor_page
from app.store.engine import Session
from app.store.queries import actors
from app.store.queries.articles import get_articles, list_articles
from app.store.queries.paging import Page, Row
from app.store.queries.quotes import QuoteFilters, list_quotes

_FIRST = Page(limit=20)  # of what a page shows beside its list

router = APIRouter(route_class=Route, prefix="/actors", tags=["actors"])


@router.get("", response_model=shapes.Actors, operation_id="list_actors", responses=TABLES)
def list_actors(listing: ListingDep, q: SearchQuery = None, kind: ActorKindQuery = None) -> Any:
    """The actors of all articles, the last one that was new first."""
    return listing(partial(actors.list_actors, q=q, kind=kind), shapes.actor, ACTORS)


@router.get(
    "/{actor}",
    response_model=shapes.Actor,
    operation_id="get_actor",
    responses=offers("html"),
)
def get_actor(
    request: Request,
    session: SessionDep,
    base: BaseDep,
    html: HtmlDep,
    page: PageDep,
    actor: ActorPath,
) -> Any:
    """One actor.

    As a page, with what it said, the newest article first. In JSON `limit` and `cursor` narrow what
    the link `quotes` leads to.
    """
    row = actors.get_actor(session, actor)
    if html.wanted:
        return _page(session, html, row, page, partial(next_page, request))
    return shapes.actor(row, base, dict(request.query_params))


def _page(
    session: Session, html: Html, actor: Row, page: Page, to_next: Callable[[int], str]
) -> Any:
    said = list_quotes(session, page, QuoteFilters(speaker=actor["id"]))
    on_behalf = list_quotes(session, _FIRST, QuoteFilters(on_behalf_of=actor["id"])).rows
    shown = [*said.rows, *on_behalf]
    return html.page(
        actor_page,
        actor,
        said.rows,
        on_behalf,
        get_articles(session, [quote["article"] for quote in shown]),
        list_articles(session, _FIRST, actor=actor["id"]).rows,
        total=said.total,
        total_is_exact=said.total_is_exact,
        following=None if said.next is None else to_next(said.next),
    )
