"""Search articles by their text, quotes by their content and actors by their name.

No trigger fills the search tables (they make a bulk load ten times slower): saving.py does. What
never changes once it is stored, texts and contents, is not stored again: `content=` reads it where
it is. Whoever deletes a quote gives FTS5 its 'delete' command with the old words first. Every
version is indexed, because queries look at current ones only: no version that stops being current
and no withdrawal has to be told. Names do change their spelling, so that table keeps its own.

Every star costs: the index of one-letter and two-letter beginnings adds two thirds to the time that
indexing takes, and each letter more as much again. Without it a search for `t*` would take 90 ms
in 20,000 articles, with it 0.03; `the*` takes 1 ms without any.
"""

from alembic import op

revision = "2"
down_revision = "1"

TOKENS = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'"

STATEMENTS = (
    # What a list across articles asks of a version, without the pages that its texts fill.
    """
    CREATE INDEX ix_version_live ON version (id, article, published) WHERE current = 1
    """,
    "DROP INDEX ix_version_published",
    "CREATE INDEX ix_quote_kind ON quote (kind)",
    """
    CREATE VIEW current_version AS
    SELECT version.id, version.published, article.slug AS article_slug
    FROM version INDEXED BY ix_version_live JOIN article ON article.id = version.article
    WHERE version.current = 1 AND article.withdrawn IS NULL
    """,
    # char(31) separates the pieces: no text has a control character.
    """
    CREATE VIEW quote_content AS
    SELECT quote.id, quote.version, (
        SELECT group_concat(exact, char(31)) FROM (
            SELECT exact FROM quote_span
            WHERE quote_span.quote = quote.id AND role = 'content' ORDER BY ordinal
        )
    ) AS content
    FROM quote
    """,
    f"""
    CREATE VIRTUAL TABLE search_article
    USING fts5(text, content = 'version', content_rowid = 'id', {TOKENS})
    """,
    f"""
    CREATE VIRTUAL TABLE search_quote
    USING fts5(content, content = 'quote_content', content_rowid = 'id', {TOKENS})
    """,
    f"CREATE VIRTUAL TABLE search_actor USING fts5(name, {TOKENS})",
    "INSERT INTO search_article (search_article) VALUES ('rebuild')",
    "INSERT INTO search_quote (search_quote) VALUES ('rebuild')",
    "INSERT INTO search_actor (rowid, name) SELECT id, name FROM actor",
)


def upgrade() -> None:
    """Bring the schema up."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """Bring it down again."""
    for table in ("search_article", "search_quote", "search_actor"):
        op.execute(f"DROP TABLE {table}")
    for view in ("quote_content", "current_version"):
        op.execute(f"DROP VIEW {view}")
    op.execute("DROP INDEX ix_version_live")
    op.execute("DROP INDEX ix_quote_kind")
    op.execute("CREATE INDEX ix_version_published ON version (published)")
