"""Create articles: their versions, paragraphs, actors, mentions and quotes."""

from alembic import op

revision = "1"
down_revision = None

TABLES = (
    """
    CREATE TABLE article (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        slug TEXT NOT NULL,
        url TEXT,
        withdrawn TEXT,
        CONSTRAINT uq_article_slug UNIQUE (slug),
        CONSTRAINT uq_article_url UNIQUE (url)
    ) STRICT
    """,
    """
    CREATE TABLE version (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL,
        number INTEGER NOT NULL,
        current INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        published TEXT,
        author TEXT,
        language TEXT,
        annotator TEXT,
        source_name TEXT NOT NULL,
        headline TEXT,
        text TEXT NOT NULL,
        source_text TEXT NOT NULL,
        CONSTRAINT uq_version_article_number UNIQUE (article, number),
        CONSTRAINT uq_version_sha256 UNIQUE (sha256),
        CONSTRAINT ck_version_current_flag CHECK (current IN (0, 1)),
        CONSTRAINT ck_version_number_from_one CHECK (number >= 1),
        CONSTRAINT ck_version_sha256_length CHECK (length(sha256) = 64),
        CONSTRAINT ck_version_headline
            CHECK (headline IS NULL OR substr(text, 1, length(headline)) = headline),
        CONSTRAINT fk_version_article
            FOREIGN KEY (article) REFERENCES article (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE UNIQUE INDEX ix_version_one_current ON version (article) WHERE current = 1",
    "CREATE INDEX ix_version_published ON version (published)",
    """
    CREATE TABLE paragraph (
        version INTEGER NOT NULL,
        number INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        CONSTRAINT pk_paragraph PRIMARY KEY (version, number),
        CONSTRAINT ck_paragraph_number_from_one CHECK (number >= 1),
        CONSTRAINT ck_paragraph_span CHECK (0 <= start AND start < "end"),
        CONSTRAINT fk_paragraph_version
            FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE actor (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        slug TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        wikidata TEXT,
        CONSTRAINT uq_actor_slug UNIQUE (slug),
        CONSTRAINT ck_actor_kind_known CHECK (kind IN ('person', 'organization', 'state'))
    ) STRICT
    """,
    """
    CREATE TABLE mention (
        version INTEGER NOT NULL,
        position INTEGER NOT NULL,
        public_id TEXT NOT NULL,
        actor TEXT NOT NULL,
        paragraph INTEGER,
        kind TEXT NOT NULL,
        rule TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        CONSTRAINT pk_mention PRIMARY KEY (version, position),
        CONSTRAINT uq_mention_version_public_id UNIQUE (version, public_id),
        CONSTRAINT ck_mention_kind_known
            CHECK (kind IN ('name', 'short_name', 'metonym', 'description', 'pronoun')),
        CONSTRAINT ck_mention_span CHECK (0 <= start AND start < "end"),
        CONSTRAINT ck_mention_exact_length CHECK (length(exact) = "end" - start),
        CONSTRAINT fk_mention_version
            FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE,
        CONSTRAINT fk_mention_actor FOREIGN KEY (actor) REFERENCES actor (slug)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ix_mention_actor_version ON mention (actor, version)",
    """
    CREATE TABLE quote (
        id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        public_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        speaker TEXT,
        on_behalf_of TEXT,
        words_hash TEXT NOT NULL,
        rule TEXT NOT NULL,
        CONSTRAINT pk_quote PRIMARY KEY (id),
        CONSTRAINT uq_quote_version_public_id UNIQUE (version, public_id),
        CONSTRAINT uq_quote_version_position UNIQUE (version, position),
        CONSTRAINT ck_quote_kind_known CHECK (kind IN ('direct', 'indirect', 'mixed')),
        CONSTRAINT fk_quote_version
            FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE,
        CONSTRAINT fk_quote_speaker FOREIGN KEY (speaker) REFERENCES actor (slug),
        CONSTRAINT fk_quote_on_behalf_of FOREIGN KEY (on_behalf_of) REFERENCES actor (slug)
    ) STRICT
    """,
    "CREATE INDEX ix_quote_public_id ON quote (public_id)",
    "CREATE INDEX ix_quote_speaker ON quote (speaker)",
    "CREATE INDEX ix_quote_on_behalf_of ON quote (on_behalf_of)",
    "CREATE INDEX ix_quote_words_hash ON quote (words_hash)",
    """
    CREATE TABLE quote_span (
        quote INTEGER NOT NULL,
        role TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        CONSTRAINT pk_quote_span PRIMARY KEY (quote, role, ordinal),
        CONSTRAINT ck_quote_span_role_known CHECK (role IN ('source', 'cue', 'content')),
        CONSTRAINT ck_quote_span_span CHECK (0 <= start AND start < "end"),
        CONSTRAINT ck_quote_span_exact_length CHECK (length(exact) = "end" - start),
        CONSTRAINT fk_quote_span_quote
            FOREIGN KEY (quote) REFERENCES quote (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
)

LIVE_VERSION = """
    CREATE VIEW live_version AS
    SELECT version.*, article.slug AS article_slug, article.url AS url
    FROM version JOIN article ON article.id = version.article
    WHERE article.withdrawn IS NULL
"""


def upgrade() -> None:
    """Bring the schema up."""
    for statement in (*TABLES, LIVE_VERSION):
        op.execute(statement)


def downgrade() -> None:
    """Bring it down again."""
    op.execute("DROP VIEW live_version")
    for table in ("quote_span", "quote", "mention", "actor", "paragraph", "version", "article"):
        op.execute(f"DROP TABLE {table}")
