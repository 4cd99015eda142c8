"""Actors across all articles."""

from functools import partial
from typing import Any

from fastapi import APIRouter

from app.api.deps import ActorKindQuery, ActorPath, BaseDep, SearchQuery, SessionDep
from app.api.listing import ListingDep
from app.api.negotiation import TABLES
from app.formats import shapes
from app.formats.spreadsheet import ACTORS
from app.store.queries import actors

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("", response_model=shapes.Actors, operation_id="list_actors", responses=TABLES)
def list_actors(listing: ListingDep, q: SearchQuery = None, kind: ActorKindQuery = None) -> Any:
    """The actors of all articles, the last one that was new first."""
    return listing(partial(actors.list_actors, q=q, kind=kind), shapes.actor, ACTORS)


@router.get("/{actor}", response_model=shapes.Actor, operation_id="get_actor")
def get_actor(session: SessionDep, base: BaseDep, actor: ActorPath) -> Any:
    """One actor."""
    return shapes.actor(actors.get_actor(session, actor), base)
