"""Quotes across all articles."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from app.api.deps import (
    ArticleQuery,
    AttributedQuery,
    BaseDep,
    ListingDep,
    OnBehalfOfQuery,
    PageDep,
    QuoteKindQuery,
    QuotePath,
    SessionDep,
    SpeakerQuery,
)
from app.formats import shapes
from app.store.queries import quotes
from app.store.queries.quotes import QuoteFilters

router = APIRouter(prefix="/quotes", tags=["quotes"])


async def _filters(
    speaker: SpeakerQuery = None,
    on_behalf_of: OnBehalfOfQuery = None,
    kind: QuoteKindQuery = None,
    attributed: AttributedQuery = None,
) -> QuoteFilters:
    return QuoteFilters(speaker, on_behalf_of, kind, attributed)


QuoteFiltersDep = Annotated[QuoteFilters, Depends(_filters)]


@router.get("", response_model=shapes.Quotes, operation_id="list_quotes")
def list_quotes(
    session: SessionDep,
    page: PageDep,
    listing: ListingDep,
    filters: QuoteFiltersDep,
    article: ArticleQuery = None,
) -> Any:
    """Quotes of all articles: the last seeded first, each as its text runs."""
    found = quotes.list_quotes(session, page, filters, article=article)
    return listing(found, shapes.quote)


@router.get("/{quote}", response_model=shapes.Quote, operation_id="get_quote")
def get_quote(session: SessionDep, base: BaseDep, quote: QuotePath) -> Any:
    """One quote, as the newest version has it that has it."""
    return shapes.quote(quotes.get_quote(session, quote), base)
