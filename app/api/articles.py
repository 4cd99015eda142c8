"""Articles and everything that belongs to one."""

from functools import partial
from typing import Any

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from app.api.deps import (
    ActorKindQuery,
    ActorQuery,
    ArticlePath,
    BaseDep,
    NumberPath,
    SearchQuery,
    SessionDep,
    SinceQuery,
    SortQuery,
    SpeakerQuery,
    UnitQuery,
    UntilQuery,
)
from app.api.linked import LinkedDep
from app.api.listing import ListingDep
from app.api.negotiation import TABLES, offers
from app.api.pages import HtmlDep
from app.api.parts import MentionsOf, ParagraphsOf, QuotesOf, TextOf
from app.api.routing import Route
from app.api.units import in_unit
from app.formats import shapes
from app.formats.spreadsheet import ARTICLES
from app.pages.reading import reading_page
from app.store.queries import actors, articles, documents

router = APIRouter(route_class=Route, prefix="/articles", tags=["articles"])


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
    since: SinceQuery = None,
    until: UntilQuery = None,
    sort: SortQuery = "newest",
    unit: UnitQuery = "codepoint",
) -> Any:
    """Articles, the last seeded first."""
    fetch = partial(
        articles.list_articles,
        q=q,
        actor=actor,
        since=since,
        until=until,
        by_relevance=sort == "relevance",
    )
    return listing(fetch, shapes.article, ARTICLES, unit)


@router.get(
    "/{article}",
    response_model=shapes.Article,
    operation_id="get_article",
    responses=offers("schemaorg", "html"),
)
def get_article(
    session: SessionDep,
    article: ArticlePath,
    base: BaseDep,
    linked: LinkedDep,
    html: HtmlDep,
    speaker: SpeakerQuery = None,
    unit: UnitQuery = "codepoint",
) -> Any:
    """One article in its current version.

    As JSON-LD it is a NewsArticle of schema.org, with its text and its quotes. As a page it is its
    text with everything found marked; `speaker` marks only what that actor said. In JSON `speaker`
    narrows what the link `quotes` leads to.
    """
    row = articles.get_article(session, article)
    if linked.wanted:
        return linked.article(session, row)
    if html.wanted:
        found = documents.get_document(session, row["key"])
        ids = (found.mention_ids, found.quote_ids)
        versions = len(articles.get_version_ids(session, article))
        shown = (reading_page, row, found.annotated, *ids)
        return html.page(*shown, speaker=speaker, versions=versions)
    return in_unit(session, unit, [shapes.article(row, base, {"speaker": speaker})])[0]


@router.get("/{article}/text", response_class=PlainTextResponse, operation_id="get_text")
def get_text(session: SessionDep, article: ArticlePath, text_of: TextOf) -> Any:
    """The very text that spans count in."""
    return text_of(articles.get_article(session, article))


@router.get(
    "/{article}/paragraphs", response_model=shapes.Paragraphs, operation_id="list_paragraphs"
)
def list_paragraphs(session: SessionDep, article: ArticlePath, paragraphs_of: ParagraphsOf) -> Any:
    """The paragraphs of an article, in the order of the text."""
    return paragraphs_of(articles.get_article(session, article))


@router.get(
    "/{article}/paragraphs/{n}", response_model=shapes.Paragraph, operation_id="get_paragraph"
)
def get_paragraph(
    session: SessionDep,
    article: ArticlePath,
    base: BaseDep,
    n: NumberPath,
    unit: UnitQuery = "codepoint",
) -> Any:
    """One paragraph by its number."""
    version = articles.get_article(session, article)
    row = articles.get_paragraph(session, version["key"], n)
    return in_unit(session, unit, [shapes.paragraph(row, base)])[0]


@router.get("/{article}/actors", response_model=shapes.Actors, operation_id="list_article_actors")
def list_article_actors(
    session: SessionDep,
    article: ArticlePath,
    listing: ListingDep,
    kind: ActorKindQuery = None,
) -> Any:
    """The actors of an article, in the order of their first mention."""
    version = articles.get_article(session, article)
    fetch = partial(actors.list_actors_of, version=version["key"], kind=kind)
    return listing(fetch, shapes.actor)


@router.get(
    "/{article}/mentions",
    response_model=shapes.Mentions,
    operation_id="list_article_mentions",
    responses=TABLES,
)
def list_article_mentions(
    session: SessionDep, article: ArticlePath, mentions_of: MentionsOf
) -> Any:
    """The mentions in an article, in the order of the text."""
    return mentions_of(articles.get_article(session, article))


@router.get(
    "/{article}/quotes",
    response_model=shapes.Quotes,
    operation_id="list_article_quotes",
    responses=TABLES,
)
def list_article_quotes(session: SessionDep, article: ArticlePath, quotes_of: QuotesOf) -> Any:
    """The quotes in an article, in the order of the text."""
    return quotes_of(articles.get_article(session, article))
