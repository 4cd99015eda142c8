"""How alembic runs here: on the connection that app/store/migrating.py hands over."""

from alembic import context

from app.store.migrating import belongs_to_schema
from app.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=belongs_to_schema,
    compare_type=True,
    # SQLite cannot alter much: a batch copies the table. Foreign keys are off while it does.
    render_as_batch=True,
    transaction_per_migration=False,
    transactional_ddl=True,
)
context.run_migrations()
