"""Keep the current versions of articles that are not withdrawn in a table of their own.

Every list over all articles looks at each of its rows whether it is of such a version, and again
when it counts them. As a view of `version` and `article` that was two look-ups among wide rows;
this is one, among narrow ones. Triggers keep it, so that whoever writes cannot forget it.
"""

from alembic import op

revision = "4"
down_revision = "3"

TABLE = """
    CREATE TABLE current_version (
        id INTEGER NOT NULL,
        published TEXT,
        CONSTRAINT pk_current_version PRIMARY KEY (id),
        CONSTRAINT fk_current_version_id
            FOREIGN KEY (id) REFERENCES version (id) ON DELETE CASCADE
    ) STRICT
"""
FILL = """
    INSERT INTO current_version SELECT version.id, published
    FROM version JOIN article ON article.id = version.article
    WHERE current = 1 AND withdrawn IS NULL
"""
TRIGGERS = (
    """
    CREATE TRIGGER version_added AFTER INSERT ON version WHEN new.current = 1 BEGIN
        INSERT INTO current_version SELECT new.id, new.published
        FROM article WHERE id = new.article AND withdrawn IS NULL;
    END
    """,
    """
    CREATE TRIGGER version_changed AFTER UPDATE OF current, published ON version BEGIN
        DELETE FROM current_version WHERE id = new.id;
        INSERT INTO current_version SELECT new.id, new.published
        FROM article WHERE id = new.article AND withdrawn IS NULL AND new.current = 1;
    END
    """,
    """
    CREATE TRIGGER article_withdrawn AFTER UPDATE OF withdrawn ON article BEGIN
        DELETE FROM current_version WHERE id IN (SELECT id FROM version WHERE article = new.id);
        INSERT INTO current_version SELECT id, published
        FROM version WHERE article = new.id AND current = 1 AND new.withdrawn IS NULL;
    END
    """,
)
INDEX = "CREATE INDEX ix_version_live ON version (id, article, published) WHERE current = 1"
VIEW = """
    CREATE VIEW current_version AS
    SELECT version.id, version.published, article.slug AS article_slug
    FROM version INDEXED BY ix_version_live JOIN article ON article.id = version.article
    WHERE version.current = 1 AND article.withdrawn IS NULL
"""


def upgrade() -> None:
    """Bring the schema up."""
    for statement in ("DROP VIEW current_version", "DROP INDEX ix_version_live", TABLE, FILL):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    """Bring it down again."""
    for trigger in ("version_added", "version_changed", "article_withdrawn"):
        op.execute(f"DROP TRIGGER {trigger}")
    for statement in ("DROP TABLE current_version", INDEX, VIEW):
        op.execute(statement)
