"""Check what kind a row is of word by word, and no longer by a list of words.

Of three words and more after IN, SQLite makes a table, and another one for each row that comes in:
an eighth of all the time that storing an article took. The same words are allowed as before.

Only the text of the schema changes, and no row: so the text is what is written here, as SQLite's
page on ALTER TABLE has it for a CHECK, and even a large store is migrated at once.
"""

from alembic import op

revision = "5"
down_revision = "4"

KINDS = {
    "actor": ("kind", ("person", "organization", "state")),
    "mention": ("kind", ("name", "short_name", "metonym", "description", "pronoun")),
    "quote": ("kind", ("direct", "indirect", "mixed")),
    "quote_span": ("role", ("source", "cue", "content")),
}


def _listed(column: str, words: tuple[str, ...]) -> str:
    allowed = ", ".join(f"'{word}'" for word in words)
    return f"{column} IN ({allowed})"


def _one_by_one(column: str, words: tuple[str, ...]) -> str:
    return " OR ".join(f"{column} = '{word}'" for word in words)


def upgrade() -> None:
    """Bring the schema up."""
    _rewrite({table: (_listed(*known), _one_by_one(*known)) for table, known in KINDS.items()})


def downgrade() -> None:
    """Bring it down again."""
    _rewrite({table: (_one_by_one(*known), _listed(*known)) for table, known in KINDS.items()})


def _rewrite(checks: dict[str, tuple[str, str]]) -> None:
    execute = op.get_bind().exec_driver_sql
    execute("PRAGMA writable_schema = ON")
    for table, (before, after) in checks.items():
        statement = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?"
        execute(statement, (before, after, table))
    number = execute("PRAGMA schema_version").scalar_one()
    execute(f"PRAGMA schema_version = {number + 1}")  # so that whoever has it open reads it anew
    execute("PRAGMA writable_schema = RESET")
