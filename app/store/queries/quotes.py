"""Quotes, of one version or of the whole store."""

from dataclasses import asdict, dataclass

from sqlmodel import Session

from app.errors import NotFoundError
from app.store.queries.paging import Found, Page, Row, Select, fetch_all, fetch_page

# The spans come along as one JSON array, so that a page of quotes stays one statement.
_COLUMNS = """
    quote.id AS key, quote.public_id AS id, v.article_slug AS article,
    substr(v.sha256, 1, 12) AS version, quote.kind, quote.speaker, quote.on_behalf_of, quote.rule,
    (SELECT json_group_array(json_array(role, start, "end", exact))
     FROM (SELECT * FROM quote_span WHERE quote_span.quote = quote.id ORDER BY role, ordinal)
    ) AS spans
"""
_TABLES = "quote JOIN live_version v ON v.id = quote.version"
# rows.quote_key makes descending keys run through the newest version first, each as the text runs.
_QUOTES = Select(
    columns=_COLUMNS,
    tables=_TABLES,
    conditions={
        "version": "v.id = :version",
        "current": "v.current = :current",
        "article": "v.article_slug = :article",
        "speaker": "quote.speaker = :speaker",
        "on_behalf_of": "quote.on_behalf_of = :on_behalf_of",
        "kind": "quote.kind = :kind",
        "attributed": "(quote.speaker IS NOT NULL) = :attributed",
    },
    key="quote.id",
    newest_first=True,
)


@dataclass(frozen=True, slots=True)
class QuoteFilters:
    """What a list of quotes may be narrowed by; None narrows nothing."""

    speaker: str | None = None
    on_behalf_of: str | None = None
    kind: str | None = None
    attributed: bool | None = None


def list_quotes(
    session: Session, page: Page, filters: QuoteFilters, *, article: str | None = None
) -> Found:
    """The quotes of all articles in their current versions: the last seeded first."""
    everywhere = {"current": 1, "article": article}
    return fetch_page(session, _QUOTES, everywhere | asdict(filters), page)


def list_quotes_of(session: Session, page: Page, version: int, filters: QuoteFilters) -> Found:
    """The quotes of a version, in the order of the text."""
    return fetch_page(session, _QUOTES, {"version": version} | asdict(filters), page)


def get_quote(session: Session, quote: str) -> Row:
    """A quote as the newest version has it that has it. Raises NotFoundError."""
    statement = (
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE quote.public_id = :quote"
        " ORDER BY v.number DESC LIMIT 1"
    )
    rows = fetch_all(session, statement, {"quote": quote})
    if not rows:
        raise NotFoundError("quote", quote)
    return rows[0]
