"""Let the search index gather more words in memory before it writes them out.

FTS5 writes out what a transaction has gathered whenever it takes a million bytes, and merges the
pieces later; a batch of articles takes some ten times as much. The configuration is part of the
store, and of no answer.
"""

from alembic import op

revision = "3"
down_revision = "2"

TABLES = ("search_article", "search_quote", "search_actor")
BYTES, DEFAULT_BYTES = 16_000_000, 1_048_576


def upgrade() -> None:
    """Bring the schema up."""
    for table in TABLES:
        op.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {BYTES})")


def downgrade() -> None:
    """Bring it down again."""
    for table in TABLES:
        op.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {DEFAULT_BYTES})")
