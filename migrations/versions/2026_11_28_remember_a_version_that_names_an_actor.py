"""Remember of each actor one version that names it.

Lists leave out actors that only withdrawn articles or versions of before name. To tell, they looked
for each among all mentions, which takes longer the more there are. Where the version that is
remembered is a current one, that is enough.
"""

from alembic import op

revision = "6"
down_revision = "5"


def upgrade() -> None:
    """Bring the schema up."""
    op.execute("ALTER TABLE actor ADD COLUMN version INTEGER")
    op.execute(
        "UPDATE actor SET version = (SELECT max(version) FROM mention WHERE actor = actor.slug)"
    )


def downgrade() -> None:
    """Bring it down again."""
    op.execute("ALTER TABLE actor DROP COLUMN version")
