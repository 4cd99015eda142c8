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
from app.api.pages import Html, HtmlDep
from app.api.routing import Route
from app.api.units import in_unit
from app.formats import repeated, shapes
from app.formats.spreadsheet import QUOTES
from app.pages.quotes import quote_page
from app.store.engine import Session
from app.store.queries import quotes
from app.store.queries.articles import get_articles, get_version
from app.store.queries.documents import get_document
from app.store.queries.paging import Found, Row
from app.store.queries.quotes import QuoteFilters

router = APIRouter(route_class=Route, prefix="/quotes", tags=["quotes"])


def _filters(
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
    responses=offers("schemaorg", "html"),
)
def get_quote(
    session: SessionDep,
    base: BaseDep,
    linked: LinkedDep,
    html: HtmlDep,
    quote: QuotePath,
    unit: UnitQuery = "codepoint",
) -> Any:
    """One quote, as the newest version has it that has it, and where else its words are quoted.

    As JSON-LD it is a Quotation of schema.org, as a page it stands in its paragraph.
    """
    row = quotes.get_quote(session, quote)
    if linked.wanted:
        return linked.quote(session, row)
    repetitions = quotes.find_repetitions(session, row)
    if html.wanted:
        return _page(session, html, row, repetitions)
    whole = (repetitions.total, repetitions.total_is_exact)
    shape = repeated.repeated_quote(row, repetitions.rows, *whole, base)
    return in_unit(session, unit, [shape])[0]


def _page(session: Session, html: Html, quote: Row, repetitions: Found) -> Any:
    article = get_version(session, quote["article"], quote["version"])
    found = get_document(session, article["key"])
    others = get_articles(session, [row["article"] for row in repetitions.rows])
    return html.page(
        quote_page,
        article,
        found.annotated,
        found.mention_ids,
        found.quote_ids,
        quote=quote["id"],
        repeated_in=[(row["id"], others[row["article"]]) for row in repetitions.rows],
        total=repetitions.total,
        total_is_exact=repetitions.total_is_exact,
    )
