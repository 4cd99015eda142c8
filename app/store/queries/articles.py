"""Articles, their texts and their paragraphs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.errors import NotFoundError, WithdrawnError
from app.store.engine import Session
from app.store.queries.paging import Found, Page, Row, Select, fetch_all, fetch_page, fetch_ranked
from app.store.searching import cut_excerpt, marked, match_expression

_OPENING = 280  # code points

# `v` is the row of live_version; its id is the key that everything of one version hangs on.
_DESCRIBED = """
    v.article_slug AS article, substr(v.sha256, 1, 12) AS version, v.number, v.current, v.url,
    v.published, v.author, v.language, v.annotator, v.headline,
    (SELECT count(*) FROM paragraph WHERE paragraph.version = v.id) AS paragraphs,
    (SELECT count(*) FROM mention WHERE mention.version = v.id) AS mentions,
    (SELECT count(*) FROM quote WHERE quote.version = v.id) AS quotes
"""
_COLUMNS = f"v.id AS key, {_DESCRIBED}"
_ARTICLES = Select(
    columns=_COLUMNS,
    tables="current_version c",
    details="JOIN live_version v ON v.id = c.id",
    conditions={
        "since": "c.published >= :since",
        "until": "substr(c.published, 1, 10) <= :until",
    },
    key="c.id",
    newest_first=True,
)
# The rarer thing comes first: the mentions of the actor, of which each article's first counts.
_NAMING = replace(
    _ARTICLES,
    tables="mention CROSS JOIN current_version c ON c.id = mention.version",
    conditions={
        **_ARTICLES.conditions,
        "actor": """mention.actor = :actor AND NOT EXISTS (
            SELECT 1 FROM mention earlier WHERE earlier.actor = mention.actor
            AND earlier.version = mention.version AND earlier.position < mention.position
        )""",
    },
    key="mention.version",
)
_SEARCHED = replace(
    _ARTICLES,
    columns=f"{_COLUMNS}, {marked('search_article')}",
    tables="search_article CROSS JOIN current_version c ON c.id = search_article.rowid",
    conditions={
        **_ARTICLES.conditions,
        "q": "search_article MATCH :q",
        "actor": """EXISTS (
            SELECT 1 FROM mention
            WHERE mention.version = search_article.rowid AND mention.actor = :actor
        )""",
    },
    key="search_article.rowid",
    rank="bm25(search_article)",
)


def list_articles(
    session: Session,
    page: Page,
    *,
    q: str | None = None,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    by_relevance: bool = False,
) -> Found:
    """Articles in their current version, the last seeded first.

    `since` and `until` are dates, both included; an article without one is on no side of them. With
    `q` each row has an `excerpt` (searching.cut_excerpt), and the order may be that of relevance.
    """
    filters = {"actor": actor, "since": since, "until": until}
    if q is None:
        return fetch_page(session, _NAMING if actor else _ARTICLES, filters, page)
    filters["q"] = match_expression(q)
    fetch = fetch_ranked if by_relevance else fetch_page
    found = fetch(session, _SEARCHED, filters, page)
    for row in found.rows:
        row["excerpt"] = cut_excerpt(row.pop("marked"))
    return found


def get_article(session: Session, article: str) -> Row:
    """An article in its current version. Raises NotFoundError, WithdrawnError."""
    statement = f"""
        SELECT {_COLUMNS} FROM live_version v WHERE v.article_slug = :article AND v.current = 1
    """
    rows = fetch_all(session, statement, {"article": article})
    if not rows:
        _refuse_withdrawn(session, article)
        raise NotFoundError("article", article)
    return rows[0]


def get_articles(session: Session, articles: Iterable[str]) -> dict[str, Row]:
    """Articles in their current version by their ids; what there is not is left out."""
    statement = f"""
        SELECT {_COLUMNS} FROM json_each(:articles) AS wanted
        CROSS JOIN live_version v ON v.article_slug = wanted.value AND v.current = 1
    """
    rows = fetch_all(session, statement, {"articles": json.dumps(sorted(set(articles)))})
    return {row["article"]: row for row in rows}


def get_version(session: Session, article: str, version: str) -> Row:
    """An article in the version with this id, be it current or not.

    Raises NotFoundError, WithdrawnError.
    """
    statement = f"""
        SELECT {_COLUMNS} FROM live_version v
        WHERE v.article_slug = :article AND substr(v.sha256, 1, 12) = :version
    """
    rows = fetch_all(session, statement, {"article": article, "version": version})
    if not rows:
        _refuse_withdrawn(session, article)
        raise NotFoundError("version", version)
    return rows[0]


_VERSIONS = Select(
    columns=f"v.number AS key, {_DESCRIBED}",
    tables="live_version v",
    conditions={"article": "v.article_slug = :article"},
    key="v.number",
    newest_first=True,
)


def list_versions(session: Session, page: Page, article: str) -> Found:
    """The versions of an article, the newest first."""
    return fetch_page(session, _VERSIONS, {"article": article}, page)


def get_version_ids(session: Session, article: str) -> list[str]:
    """The ids of all versions of an article, in the order of their numbers."""
    statement = """
        SELECT substr(sha256, 1, 12) AS id FROM live_version
        WHERE article_slug = :article ORDER BY number
    """
    return [row["id"] for row in fetch_all(session, statement, {"article": article})]


def _refuse_withdrawn(session: Session, article: str) -> None:
    statement = "SELECT withdrawn FROM article WHERE slug = :article AND withdrawn IS NOT NULL"
    for row in fetch_all(session, statement, {"article": article}):
        raise WithdrawnError("article", article, row["withdrawn"])


def get_text(session: Session, version: int) -> str:
    """The text that the spans of a version count in."""
    statement = "SELECT text FROM version WHERE id = :version"
    return str(fetch_all(session, statement, {"version": version})[0]["text"])


def get_texts(session: Session, versions: Iterable[str]) -> dict[str, str]:
    """The texts of versions by their ids; one statement for all."""
    statement = """
        SELECT substr(sha256, 1, 12) AS id, text FROM json_each(:versions) AS wanted
        CROSS JOIN version ON sha256 BETWEEN wanted.value AND wanted.value || 'g'
    """
    rows = fetch_all(session, statement, {"versions": json.dumps(sorted(set(versions)))})
    return {row["id"]: row["text"] for row in rows}


def get_openings(session: Session, versions: Sequence[int]) -> dict[int, str]:
    """How the first paragraph of each of these versions begins."""
    statement = f"""
        SELECT v.id AS version, substr(
            v.text, paragraph.start + 1, min({_OPENING}, paragraph.end - paragraph.start)
        ) AS opening
        FROM json_each(:versions) CROSS JOIN live_version v ON v.id = value
        CROSS JOIN paragraph ON paragraph.version = v.id AND paragraph.number = 1
    """
    rows = fetch_all(session, statement, {"versions": json.dumps(versions)})
    return {row["version"]: row["opening"] for row in rows}


_PARAGRAPHS = Select(
    columns="""
        paragraph.number AS key, v.article_slug AS article, substr(v.sha256, 1, 12) AS version,
        paragraph.number, paragraph.start, paragraph.end,
        substr(v.text, paragraph.start + 1, paragraph.end - paragraph.start) AS exact
    """,
    tables="live_version v JOIN paragraph ON paragraph.version = v.id",
    conditions={"version": "v.id = :version", "number": "paragraph.number = :number"},
    key="paragraph.number",
)


def list_paragraphs(session: Session, page: Page, version: int) -> Found:
    """The paragraphs of a version, in the order of the text."""
    return fetch_page(session, _PARAGRAPHS, {"version": version}, page)


def get_numbers(session: Session, version: int, starts: Iterable[int]) -> dict[int, int]:
    """The numbers of those paragraphs of a version that begin at these places."""
    statement = """
        SELECT start, number FROM paragraph WHERE version = :version
        AND start IN (SELECT value FROM json_each(:starts))
    """
    rows = fetch_all(session, statement, {"version": version, "starts": json.dumps(list(starts))})
    return {row["start"]: row["number"] for row in rows}


def get_paragraph(session: Session, version: int, number: int) -> Row:
    """One paragraph of a version. Raises NotFoundError."""
    filters = {"version": version, "number": number}
    rows = fetch_page(session, _PARAGRAPHS, filters, Page(limit=1)).rows
    if not rows:
        raise NotFoundError("paragraph", str(number))
    return rows[0]


def count_articles(session: Session) -> int:
    """How many articles there are, withdrawn ones left out."""
    statement = "SELECT count(*) AS n FROM article WHERE withdrawn IS NULL"
    return int(fetch_all(session, statement, {})[0]["n"])
