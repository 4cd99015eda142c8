"""Keep source texts in a table of their own.

SQLite holds a row in memory while it takes it, once as it is given and once as it is written. A
text and its source text in one row took twice as much of it as one after the other; and whoever
reads the one reads less without the other beside it.
"""

from alembic import op

revision = "7"
down_revision = "6"

TABLE = """
    CREATE TABLE source_text (
        version INTEGER NOT NULL,
        text TEXT NOT NULL,
        CONSTRAINT pk_source_text PRIMARY KEY (version),
        CONSTRAINT fk_source_text_version
            FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE
    ) STRICT
"""


def upgrade() -> None:
    """Bring the schema up."""
    op.execute(TABLE)
    op.execute("INSERT INTO source_text SELECT id, source_text FROM version")
    op.execute("ALTER TABLE version DROP COLUMN source_text")


def downgrade() -> None:
    """Bring it down again."""
    op.execute("ALTER TABLE version ADD COLUMN source_text TEXT NOT NULL DEFAULT ''")
    op.execute(
        "UPDATE version SET source_text = "
        "(SELECT source_text.text FROM source_text WHERE source_text.version = version.id)"
    )
    op.execute("DROP TABLE source_text")
