"""Articles and everything that belongs to one."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from app.api.deps import (
    ActorKindQuery,
    ActorQuery,
    ArticleDep,
    BaseDep,
    ListingDep,
    MentionKindQuery,
    NumberPath,
    PageDep,
    SessionDep,
)
from app.api.quotes import QuoteFiltersDep
from app.formats import shapes
from app.store.queries import actors, articles, mentions, quotes

router = APIRouter(prefix="/articles", tags=["articles"])


@router.get("", response_model=shapes.Articles, operation_id="list_articles")
def list_articles(
    session: SessionDep,
    page: PageDep,
    listing: ListingDep,
    actor: ActorQuery = None,
) -> Any:
    """Articles, the last seeded first."""
    return listing(articles.list_articles(session, page, actor=actor), shapes.article)


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
def list_paragraphs(
    session: SessionDep, article: ArticleDep, page: PageDep, listing: ListingDep
) -> Any:
    """The paragraphs of an article, in the order of the text."""
    return listing(articles.list_paragraphs(session, page, article["key"]), shapes.paragraph)


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
    session: SessionDep,
    article: ArticleDep,
    page: PageDep,
    listing: ListingDep,
    kind: ActorKindQuery = None,
) -> Any:
    """The actors of an article, in the order of their first mention."""
    found = actors.list_actors_of(session, page, article["key"], kind=kind)
    return listing(found, shapes.actor)


@router.get(
    "/{article}/mentions", response_model=shapes.Mentions, operation_id="list_article_mentions"
)
def list_article_mentions(
    session: SessionDep,
    article: ArticleDep,
    page: PageDep,
    listing: ListingDep,
    actor: ActorQuery = None,
    kind: MentionKindQuery = None,
) -> Any:
    """The mentions in an article, in the order of the text."""
    found = mentions.list_mentions(session, page, article["key"], actor=actor, kind=kind)
    return listing(found, shapes.mention)


@router.get("/{article}/quotes", response_model=shapes.Quotes, operation_id="list_article_quotes")
def list_article_quotes(
    session: SessionDep,
    article: ArticleDep,
    page: PageDep,
    listing: ListingDep,
    filters: QuoteFiltersDep,
) -> Any:
    """The quotes in an article, in the order of the text."""
    found = quotes.list_quotes_of(session, page, article["key"], filters)
    return listing(found, shapes.quote)
