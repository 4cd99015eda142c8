"""Quotes across all articles."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends

from app.api.deps import (
    ArticleQuery,
    AttributedQuery,
    BaseDep,
    OnBehalfOfQuery,
    QuoteKindQuery,
    QuotePath,
    SearchQuery,
    SessionDep,
    SortQuery,
    SpeakerQuery,
    UnitQuery,
)
from app.api.linked import LinkedDep
from app.api.listing import ListingDep
from app.api.negotiation import TABLES, offers
from app.api.units import in_unit
from app.formats import repeated, shapes
from app.formats.spreadsheet import QUOTES
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


@router.get("", response_model=shapes.Quotes, operation_id="list_quotes", responses=TABLES)
def list_quotes(
    listing: ListingDep,
    filters: QuoteFiltersDep,
    q: SearchQuery = None,
    article: ArticleQuery = None,
    sort: SortQuery = "newest",
    unit: UnitQuery = "codepoint",
) -> Any:
    """Quotes of all articles: the last seeded first, each as its text runs.

    `q` looks only at what is said.
    """
    fetch = partial(
        quotes.list_quotes,
        filters=filters,
        q=q,
        article=article,
        by_relevance=sort == "relevance",
    )
    return listing(fetch, shapes.quote, QUOTES, unit)


@router.get(
    "/{quote}",
    response_model=repeated.RepeatedQuote,
    operation_id="get_quote",
    responses=offers("schemaorg"),
)
def get_quote(
    session: SessionDep,
    base: BaseDep,
    linked: LinkedDep,
    quote: QuotePath,
    unit: UnitQuery = "codepoint",
) -> Any:
    """One quote, as the newest version has it that has it, and where else its words are quoted; as
    JSON-LD a Quotation of schema.org.
    """
    row = quotes.get_quote(session, quote)
    if linked.wanted:
        return linked.quote(session, row)
    found = quotes.find_repetitions(session, row)
    shape = repeated.repeated_quote(row, found.rows, found.total, found.total_is_exact, base)
    return in_unit(session, unit, [shape])[0]
