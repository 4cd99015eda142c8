"""Articles, their texts and their paragraphs."""

from sqlmodel import Session

from app.errors import NotFoundError
from app.store.queries.paging import Found, Page, Row, Select, fetch_all, fetch_page

# `v` is the row of live_version; its id is the key that everything of one version hangs on.
_COLUMNS = """
    v.id AS key, v.article_slug AS article, substr(v.sha256, 1, 12) AS version, v.number,
    v.url, v.published, v.author, v.language, v.annotator, v.headline,
    (SELECT count(*) FROM paragraph WHERE paragraph.version = v.id) AS paragraphs,
    (SELECT count(*) FROM mention WHERE mention.version = v.id) AS mentions,
    (SELECT count(*) FROM quote WHERE quote.version = v.id) AS quotes
"""
_ARTICLES = Select(
    columns=_COLUMNS,
    tables="live_version v",
    conditions={
        "current": "v.current = :current",
        "actor": """EXISTS (
            SELECT 1 FROM mention WHERE mention.version = v.id AND mention.actor = :actor
        )""",
    },
    key="v.id",
    newest_first=True,
)


def list_articles(session: Session, page: Page, *, actor: str | None = None) -> Found:
    """Articles in their current version, the last seeded first."""
    return fetch_page(session, _ARTICLES, {"current": 1, "actor": actor}, page)


def get_article(session: Session, article: str) -> Row:
    """An article in its current version. Raises NotFoundError."""
    statement = f"""
        SELECT {_COLUMNS} FROM live_version v WHERE v.article_slug = :article AND v.current = 1
    """
    rows = fetch_all(session, statement, {"article": article})
    if not rows:
        raise NotFoundError("article", article)
    return rows[0]


def get_text(session: Session, version: int) -> str:
    """The text that the spans of a version count in."""
    statement = "SELECT text FROM version WHERE id = :version"
    return str(fetch_all(session, statement, {"version": version})[0]["text"])


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
