"""What the annotations of a version are made of: its mentions, then its quotes, each in the order
of the text.
"""

from app.errors import NotFoundError
from app.store.engine import Session
from app.store.queries import mentions, quotes
from app.store.queries.articles import get_article
from app.store.queries.paging import Page, Row, fetch_all
from app.store.queries.quotes import QuoteFilters
from app.store.rows import quote_key

Annotated = tuple[list[Row], list[Row]]  # rows of queries.mentions, rows of queries.quotes


def list_annotated(session: Session, version: Row, first: int, limit: int) -> Annotated:
    """At most `limit` of a version (a row of queries.articles), from the `first` on, from 0."""
    key, mentioned = version["key"], version["mentions"]
    last = first + limit
    found: Annotated = [], []
    if first < mentioned:
        page = Page(min(last, mentioned) - first, first - 1)
        found[0].extend(mentions.list_mentions(session, page, key).rows)
    if last > mentioned:
        skipped = max(first - mentioned, 0)
        page = Page(last - max(first, mentioned), quote_key(key, skipped - 1) if skipped else None)
        found[1].extend(quotes.list_quotes_of(session, page, key, QuoteFilters()).rows)
    return found


def get_annotated(session: Session, article: str, id: str) -> Row:
    """The mention or the quote with this id, as the newest version of the article has it that has
    it; a mention has an `actor`. Raises NotFoundError, and WithdrawnError as get_article does.
    """
    statement = """
        SELECT v.id AS version FROM live_version v WHERE v.article_slug = :article AND (
            EXISTS (SELECT 1 FROM mention WHERE mention.version = v.id AND public_id = :id)
            OR EXISTS (SELECT 1 FROM quote WHERE quote.version = v.id AND public_id = :id)
        ) ORDER BY v.number DESC LIMIT 1
    """
    for row in fetch_all(session, statement, {"article": article, "id": id}):
        found = mentions.list_mentions(session, Page(1), row["version"], id=id).rows
        return found[0] if found else quotes.get_quote(session, id, row["version"])
    get_article(session, article)
    raise NotFoundError("annotation", id)
