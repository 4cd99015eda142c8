"""Actors across all articles."""

from typing import Any

from fastapi import APIRouter

from app.api.deps import ActorKindQuery, ActorPath, BaseDep, ListingDep, PageDep, SessionDep
from app.formats import shapes
from app.store.queries import actors

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("", response_model=shapes.Actors, operation_id="list_actors")
def list_actors(
    session: SessionDep, page: PageDep, listing: ListingDep, kind: ActorKindQuery = None
) -> Any:
    """The actors of all articles, the last one that was new first."""
    return listing(actors.list_actors(session, page, kind=kind), shapes.actor)


@router.get("/{actor}", response_model=shapes.Actor, operation_id="get_actor")
def get_actor(session: SessionDep, base: BaseDep, actor: ActorPath) -> Any:
    """One actor."""
    return shapes.actor(actors.get_actor(session, actor), base)
