"""The versions of an article: each keeps its address, whichever is current."""

from functools import partial
from typing import Any

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from app.api.deps import (
    ArticlePath,
    BaseDep,
    ChangedQuery,
    ChangeKindQuery,
    SessionDep,
    UnitQuery,
    VersionPath,
)
from app.api.listing import ListingDep
from app.api.negotiation import TABLES, offers
from app.api.pages import Html, HtmlDep
from app.api.parts import MentionsOf, ParagraphsOf, QuotesOf, TextOf
from app.api.routing import Route
from app.api.units import in_unit
from app.formats import shapes, versions
from app.pages.versions import WholeVersion, version_page
from app.store.engine import Session
from app.store.queries import articles
from app.store.queries.changes import find_changes, list_changes
from app.store.queries.documents import get_document
from app.store.queries.paging import Row

router = APIRouter(route_class=Route, prefix="/articles/{article}/versions", tags=["articles"])


@router.get("", response_model=versions.Versions, operation_id="list_versions")
def list_versions(
    session: SessionDep, article: ArticlePath, listing: ListingDep, unit: UnitQuery = "codepoint"
) -> Any:
    """The versions of an article, the newest first; which is current each says."""
    articles.get_article(session, article)
    fetch = partial(articles.list_versions, article=article)
    return listing(fetch, versions.version, unit=unit)


@router.get(
    "/{v}",
    response_model=versions.Version,
    operation_id="get_version",
    responses=offers("html"),
)
def get_version(
    session: SessionDep,
    article: ArticlePath,
    v: VersionPath,
    base: BaseDep,
    html: HtmlDep,
    unit: UnitQuery = "codepoint",
) -> Any:
    """One version of an article.

    As a page it shows the text beside that of the version before, and what became of each quote.
    """
    version = articles.get_version(session, article, v)
    if html.wanted:
        return _page(session, html, version)
    return in_unit(session, unit, [versions.version(version, base)])[0]


def _page(session: Session, html: Html, version: Row) -> Any:
    article, number = version["article"], version["number"]
    ids = articles.get_version_ids(session, article)
    before = articles.get_version(session, article, ids[number - 2]) if number > 1 else None
    return html.page(
        version_page,
        _load(session, version),
        _load(session, before) if before else None,
        find_changes(session, version["key"]),
        versions=ids,
    )


def _load(session: Session, version: Row) -> WholeVersion:
    found = get_document(session, version["key"])
    return WholeVersion(version, found.annotated, found.quote_ids)


@router.get("/{v}/text", response_class=PlainTextResponse, operation_id="get_version_text")
def get_version_text(
    session: SessionDep, article: ArticlePath, v: VersionPath, text_of: TextOf
) -> Any:
    """The text of one version, which never changes."""
    return text_of(articles.get_version(session, article, v))


@router.get(
    "/{v}/paragraphs", response_model=shapes.Paragraphs, operation_id="list_version_paragraphs"
)
def list_version_paragraphs(
    session: SessionDep, article: ArticlePath, v: VersionPath, paragraphs_of: ParagraphsOf
) -> Any:
    """The paragraphs of a version, in the order of the text."""
    return paragraphs_of(articles.get_version(session, article, v))


@router.get(
    "/{v}/mentions",
    response_model=shapes.Mentions,
    operation_id="list_version_mentions",
    responses=TABLES,
)
def list_version_mentions(
    session: SessionDep, article: ArticlePath, v: VersionPath, mentions_of: MentionsOf
) -> Any:
    """The mentions in a version, in the order of the text."""
    return mentions_of(articles.get_version(session, article, v))


@router.get(
    "/{v}/quotes",
    response_model=shapes.Quotes,
    operation_id="list_version_quotes",
    responses=TABLES,
)
def list_version_quotes(
    session: SessionDep, article: ArticlePath, v: VersionPath, quotes_of: QuotesOf
) -> Any:
    """The quotes in a version, in the order of the text."""
    return quotes_of(articles.get_version(session, article, v))


@router.get("/{v}/changes", response_model=versions.Changes, operation_id="list_version_changes")
def list_version_changes(
    session: SessionDep,
    article: ArticlePath,
    v: VersionPath,
    listing: ListingDep,
    of: ChangedQuery = None,
    kind: ChangeKindQuery = None,
    unit: UnitQuery = "codepoint",
) -> Any:
    """What became of headline, paragraphs, quotes and mentions of the version before this one, and
    what is new. What this version has comes first, in the order of its text, then what is lost.
    """
    version = articles.get_version(session, article, v)
    changes = find_changes(session, version["key"])
    fetch = partial(list_changes, version=version, changes=changes, of=of, kind=kind)
    counts = versions.tallies(changes)
    return listing(fetch, versions.change, unit=unit) | {"counts": counts}
