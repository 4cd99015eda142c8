"""What an article has and each of its versions has: text, paragraphs, mentions, quotes.

Each is a dependency that takes the parameters of the address, and answers for a version (a row of
queries.articles) that the route hands it.
"""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from fastapi import Depends

from app.api.deps import (
    ActorQuery,
    CharQuery,
    MentionKindQuery,
    OverlapsQuery,
    SessionDep,
    UnitQuery,
)
from app.api.listing import ListingDep
from app.api.quotes import QuoteFiltersDep
from app.api.units import cut_text, read_span
from app.formats import shapes
from app.formats.spreadsheet import MENTIONS, QUOTES
from app.store.queries import articles, mentions, quotes
from app.store.queries.paging import Row

Answer = Callable[[Row], Any]


def _text(session: SessionDep, char: CharQuery = None, unit: UnitQuery = "codepoint") -> Answer:
    return lambda version: cut_text(session, version["key"], char, unit)


def _paragraphs(listing: ListingDep, unit: UnitQuery = "codepoint") -> Answer:
    def answer(version: Row) -> Any:
        fetch = partial(articles.list_paragraphs, version=version["key"])
        return listing(fetch, shapes.paragraph, unit=unit)

    return answer


def _mentions(
    session: SessionDep,
    listing: ListingDep,
    actor: ActorQuery = None,
    kind: MentionKindQuery = None,
    overlaps: OverlapsQuery = None,
    unit: UnitQuery = "codepoint",
) -> Answer:
    def answer(version: Row) -> Any:
        key = version["key"]
        span = read_span(session, unit, overlaps, key)
        fetch = partial(mentions.list_mentions, version=key, actor=actor, kind=kind, overlaps=span)
        return listing(fetch, shapes.mention, MENTIONS, unit)

    return answer


def _quotes(
    session: SessionDep,
    listing: ListingDep,
    filters: QuoteFiltersDep,
    overlaps: OverlapsQuery = None,
    unit: UnitQuery = "codepoint",
) -> Answer:
    def answer(version: Row) -> Any:
        key = version["key"]
        span = read_span(session, unit, overlaps, key)
        fetch = partial(quotes.list_quotes_of, version=key, filters=filters, overlaps=span)
        return listing(fetch, shapes.quote, QUOTES, unit)

    return answer


TextOf = Annotated[Answer, Depends(_text)]
ParagraphsOf = Annotated[Answer, Depends(_paragraphs)]
MentionsOf = Annotated[Answer, Depends(_mentions)]
QuotesOf = Annotated[Answer, Depends(_quotes)]
