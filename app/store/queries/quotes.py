"""Quotes, of one version or of the whole store."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pydantic_core import from_json

from app.errors import NotFoundError, WithdrawnError
from app.store.engine import Session
from app.store.queries.paging import (
    ALL,
    Found,
    Page,
    Row,
    Select,
    fetch_all,
    fetch_page,
    fetch_ranked,
    overlap,
)
from app.store.rows import POSITION_BITS
from app.store.searching import cut_excerpt, marked, match_expression

# The spans come along as one JSON array, so that a page of quotes stays one statement.
_COLUMNS = """
    quote.id AS key, quote.public_id AS id, v.article_slug AS article,
    substr(v.sha256, 1, 12) AS version, quote.kind, quote.speaker, quote.on_behalf_of, quote.rule,
    (SELECT json_group_array(json_array(role, start, "end", exact))
     FROM (SELECT * FROM quote_span WHERE quote_span.quote = quote.id ORDER BY role, ordinal)
    ) AS spans
"""
# rows.quote_key makes descending keys run through the newest version first, each as the text runs.
# And because a key says its version, an index that finds quotes knows their versions as well.
_VERSION = f"quote.id >> {POSITION_BITS}"


def _belongs(key: str, version: str) -> str:
    return f"{key} >= {version} << {POSITION_BITS} AND {key} < {version} + 1 << {POSITION_BITS}"


# No article, no version: -1, because FTS5 takes NULL for no bound at all and reads everything.
_CURRENT = """
    coalesce((SELECT id FROM live_version WHERE article_slug = :article AND current = 1), -1)
"""
_IN_VERSION = Select(
    columns=_COLUMNS,
    tables=f"quote CROSS JOIN live_version v ON v.id = {_VERSION}",
    conditions={
        "version": _belongs("quote.id", ":version"),
        "speaker": "quote.speaker = :speaker",
        "on_behalf_of": "quote.on_behalf_of = :on_behalf_of",
        "kind": "quote.kind = :kind",
        "attributed": "+quote.speaker IS NOT NULL",  # the plus: most are, no index helps
        "unattributed": "quote.speaker IS NULL",
        "overlaps": f"""EXISTS (
            SELECT 1 FROM quote_span WHERE quote_span.quote = quote.id AND {overlap("quote_span")}
        )""",
    },
    key="quote.id",
    newest_first=True,
)
_EVERYWHERE = replace(
    _IN_VERSION,
    tables=f"quote CROSS JOIN current_version c ON c.id = {_VERSION}",
    details="JOIN live_version v ON v.id = c.id",
    conditions={**_IN_VERSION.conditions, "article": _belongs("quote.id", _CURRENT)},
)
# What is found is counted without its rows, but for what a filter must look at.
_OF_FOUND = "FROM quote WHERE quote.id = search_quote.rowid"
_SEARCHED = replace(
    _EVERYWHERE,
    columns=f"{_COLUMNS}, {marked('search_quote')}",
    tables="search_quote CROSS JOIN current_version c"
    f" ON c.id = search_quote.rowid >> {POSITION_BITS}",
    details="JOIN quote ON quote.id = search_quote.rowid JOIN live_version v ON v.id = c.id",
    conditions={
        **{
            name: f"EXISTS (SELECT 1 {_OF_FOUND} AND {condition})"
            for name, condition in _IN_VERSION.conditions.items()
        },
        "article": _belongs("search_quote.rowid", _CURRENT),
        "q": "search_quote MATCH :q",
    },
    key="search_quote.rowid",
    rank="bm25(search_quote)",
)

_REPEATED = replace(
    _EVERYWHERE,
    columns="""
        quote.id AS key, quote.public_id AS id, v.article_slug AS article,
        substr(v.sha256, 1, 12) AS version, quote.speaker, quote.on_behalf_of
    """,
    conditions={
        "words_of": "quote.words_hash = (SELECT words_hash FROM quote WHERE id = :words_of)",
        "besides": "quote.public_id <> :besides",
    },
)
_REPETITIONS = Page(limit=20)


@dataclass(frozen=True, slots=True)
class QuoteFilters:
    """What a list of quotes may be narrowed by; None narrows nothing."""

    speaker: str | None = None
    on_behalf_of: str | None = None
    kind: str | None = None
    attributed: bool | None = None

    def conditions(self) -> dict[str, Any]:
        """The same by the names that the lists have for it."""
        return {
            "speaker": self.speaker,
            "on_behalf_of": self.on_behalf_of,
            "kind": self.kind,
            "attributed": self.attributed or None,
            "unattributed": self.attributed is False or None,
        }


def list_quotes(
    session: Session,
    page: Page,
    filters: QuoteFilters,
    *,
    q: str | None = None,
    article: str | None = None,
    by_relevance: bool = False,
) -> Found:
    """The quotes of all articles in their current versions: the last seeded first.

    `q` looks only at what is said. With it each row has an `excerpt` (searching.cut_excerpt) of the
    first piece of content that has a match, and the order may be that of relevance.
    """
    everywhere = {"article": article} | filters.conditions()
    if q is None:
        return fetch_page(session, _EVERYWHERE, everywhere, page)
    fetch = fetch_ranked if by_relevance else fetch_page
    found = fetch(session, _SEARCHED, {"q": match_expression(q)} | everywhere, page)
    for row in found.rows:
        content = [start for role, start, _, _ in from_json(row["spans"]) if role == "content"]
        row["excerpt"] = cut_excerpt(row.pop("marked"), content)
    return found


def list_quotes_of(
    session: Session,
    page: Page,
    version: int,
    filters: QuoteFilters,
    *,
    overlaps: tuple[int, int] | None = None,
) -> Found:
    """The quotes of a version, in the order of the text.

    `overlaps` takes those of which any span, be it source, cue or content, shares a code point
    with it.
    """
    narrowed = {"version": version, "overlaps": overlaps} | filters.conditions()
    return fetch_page(session, _IN_VERSION, narrowed, page)


def list_all_quotes_of(session: Session, version: int) -> list[Row]:
    """Every quote of a version, in the order of the text."""
    return list_quotes_of(session, ALL, version, QuoteFilters()).rows


def get_quote(session: Session, quote: str, version: int | None = None) -> Row:
    """A quote as this version has it, or the newest that has it.

    Raises NotFoundError; WithdrawnError where only withdrawn articles have it, so that whoever
    cites it learns why it is gone.
    """
    statement = f"""
        SELECT {_COLUMNS} FROM quote CROSS JOIN live_version v ON v.id = quote.version
        WHERE quote.public_id = :quote AND v.id = coalesce(:version, v.id)
        ORDER BY v.number DESC LIMIT 1
    """
    rows = fetch_all(session, statement, {"quote": quote, "version": version})
    if not rows:
        _refuse_withdrawn(session, quote)
        raise NotFoundError("quote", quote)
    return rows[0]


def find_repetitions(session: Session, quote: Row) -> Found:
    """The quotes in current versions that have the words of this one (a row of these queries),
    their marks, case and white space aside: the last seeded first, at most 20. Not itself.
    """
    filters = {"words_of": quote["key"], "besides": quote["id"]}
    return fetch_page(session, _REPEATED, filters, _REPETITIONS)


def get_quotes(session: Session, version: int, ids: Iterable[str]) -> dict[str, Row]:
    """Those quotes of a version that have these ids, by their ids."""
    statement = f"""
        SELECT {_COLUMNS} FROM quote CROSS JOIN live_version v ON v.id = quote.version
        WHERE quote.version = :version
        AND quote.public_id IN (SELECT value FROM json_each(:ids))
    """
    rows = fetch_all(session, statement, {"version": version, "ids": json.dumps(list(ids))})
    return {row["id"]: row for row in rows}


def _refuse_withdrawn(session: Session, quote: str) -> None:
    statement = """
        SELECT withdrawn FROM quote CROSS JOIN version ON version.id = quote.version
        JOIN article ON article.id = version.article
        WHERE quote.public_id = :quote AND withdrawn IS NOT NULL
    """
    for row in fetch_all(session, statement, {"quote": quote}):
        raise WithdrawnError("quote", quote, row["withdrawn"])
