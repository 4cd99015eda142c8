"""Articles and everything that belongs to one."""

from functools import partial
from typing import Any

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from app.api.deps import (
    ActorKindQuery,
    ActorQuery,
    ArticleDep,
    BaseDep,
    MentionKindQuery,
    NumberPath,
    SearchQuery,
    SessionDep,
)
from app.api.listing import ListingDep
from app.api.negotiation import TABLES
from app.api.quotes import QuoteFiltersDep
from app.formats import shapes
from app.formats.spreadsheet import ARTICLES, MENTIONS, QUOTES
from app.store.queries import actors, articles, mentions, quotes

router = APIRouter(prefix="/articles", tags=["articles"])


@router.get(
    "",
    response_model=shapes.Articles,
    operation_id="list_articles",
    responses=TABLES,
)
def list_articles(
    listing: ListingDep,
    q: SearchQuery = None,
    actor: ActorQuery = None,
) -> Any:
    """Articles, the last seeded first."""
    return listing(partial(articles.list_articles, q=q, actor=actor), shapes.article, ARTICLES)


@router.get("/{article}", response_model=shapes.Article, operation_id="get_article")
async def get_article(article: ArticleDep, base: BaseDep) -> Any:
    """One article in its current version."""
    return shapes.article(article, base)


@router.get("/{article}/text", response_class=PlainTextResponse, operation_id="get_text")
def get_text(session: SessionDep, article: ArticleDep) -> str:
    """The very text that spans count in."""
    return articles.get_text(session, article["key"])


@router.get(
    "/{article}/paragraphs", response_model=shapes.Paragraphs, operation_id="list_paragraphs"
)
def list_paragraphs(article: ArticleDep, listing: ListingDep) -> Any:
    """The paragraphs of an article, in the order of the text."""
    return listing(partial(articles.list_paragraphs, version=article["key"]), shapes.paragraph)


@router.get(
    "/{article}/paragraphs/{n}", response_model=shapes.Paragraph, operation_id="get_paragraph"
)
def get_paragraph(
    session: SessionDep,
    article: ArticleDep,
    base: BaseDep,
    n: NumberPath,
) -> Any:
    """One paragraph by its number."""
    return shapes.paragraph(articles.get_paragraph(session, article["key"], n), base)


@router.get("/{article}/actors", response_model=shapes.Actors, operation_id="list_article_actors")
def list_article_actors(
    article: ArticleDep,
    listing: ListingDep,
    kind: ActorKindQuery = None,
) -> Any:
    """The actors of an article, in the order of their first mention."""
    fetch = partial(actors.list_actors_of, version=article["key"], kind=kind)
    return listing(fetch, shapes.actor)


@router.get(
    "/{article}/mentions",
    response_model=shapes.Mentions,
    operation_id="list_article_mentions",
    responses=TABLES,
)
def list_article_mentions(
    article: ArticleDep,
    listing: ListingDep,
    actor: ActorQuery = None,
    kind: MentionKindQuery = None,
) -> Any:
    """The mentions in an article, in the order of the text."""
    fetch = partial(mentions.list_mentions, version=article["key"], actor=actor, kind=kind)
    return listing(fetch, shapes.mention, MENTIONS)


@router.get(
    "/{article}/quotes",
    response_model=shapes.Quotes,
    operation_id="list_article_quotes",
    responses=TABLES,
)
def list_article_quotes(
    article: ArticleDep,
    listing: ListingDep,
    filters: QuoteFiltersDep,
) -> Any:
    """The quotes in an article, in the order of the text."""
    fetch = partial(quotes.list_quotes_of, version=article["key"], filters=filters)
    return listing(fetch, shapes.quote, QUOTES)
