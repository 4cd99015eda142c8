"""The tables, as DESIGN names them: `version` points at `article`, everything else at `version`.

Rows are made only in rows.py. Actors are keyed by their slug, so that a mention or a quote says
who it means without a join; quotes by a number that sorts them (rows.quote_key).
"""

from typing import Any, get_args

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.ext.compiler import compiles
from sqlmodel import Field, SQLModel

from app.standoff import ActorKind, MentionKind, QuoteKind, SpanRole

# Named constraints, before the first table: a migration can only drop what has a name, and SQLite
# names nothing by itself.
METADATA = SQLModel.metadata
METADATA.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


@compiles(String, "sqlite")
def _text(_type: String, _compiler: object, **_: object) -> str:
    """STRICT tables know TEXT and no VARCHAR."""
    return "TEXT"


def _one_of(column: str, kinds: object) -> CheckConstraint:
    """Word by word: for what stands after IN, SQLite makes a table anew for each row."""
    allowed = " OR ".join(f"{column} = '{kind}'" for kind in get_args(kinds))
    return CheckConstraint(allowed, name=f"{column}_known")


def _span() -> CheckConstraint:
    return CheckConstraint('0 <= start AND start < "end"', name="span")


def _words() -> CheckConstraint:
    """A span's words are as long as the span: the cheapest part of `onrecord check`, always on."""
    return CheckConstraint('length(exact) = "end" - start', name="exact_length")


_STRICT: dict[str, Any] = {"sqlite_strict": True}
_CLUSTERED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


def _reference(column: str) -> Any:
    return ForeignKey(column, ondelete="CASCADE")


class Article(SQLModel, table=True):
    """The stored unit; `id` counts up in the order of seeding and is never shown."""

    __table_args__ = ({"sqlite_strict": True, "sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    url: str | None = Field(default=None, unique=True)
    withdrawn: str | None = None


class Version(SQLModel, table=True):
    """One immutable text of an article; `annotator` is null where the text was not annotated."""

    __table_args__ = (
        UniqueConstraint("article", "number"),
        UniqueConstraint("sha256"),  # a text belongs to one article
        Index("ix_version_one_current", "article", unique=True, sqlite_where=text("current = 1")),
        CheckConstraint("current IN (0, 1)", name="current_flag"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        CheckConstraint(
            "headline IS NULL OR substr(text, 1, length(headline)) = headline", name="headline"
        ),
        {"sqlite_strict": True, "sqlite_autoincrement": True},
    )

    # The short columns stand first: SQLite walks over what is before the one it is asked for.
    id: int | None = Field(default=None, primary_key=True)
    article: int = Field(sa_column_args=[_reference("article.id")])
    number: int
    current: int
    sha256: str
    published: str | None = None
    author: str | None
    language: str | None
    annotator: str | None
    source_name: str
    headline: str | None
    text: str


class SourceText(SQLModel, table=True):
    """The text that a version was made of, as it came in."""

    __tablename__ = "source_text"
    __table_args__ = ({"sqlite_strict": True},)

    version: int | None = Field(
        default=None, primary_key=True, sa_column_args=[_reference("version.id")]
    )
    text: str


class CurrentVersion(SQLModel, table=True):
    """The current versions of articles that are not withdrawn, and what lists over all articles
    filter by; kept by triggers.
    """

    __tablename__ = "current_version"
    __table_args__ = ({"sqlite_strict": True},)

    id: int | None = Field(
        default=None, primary_key=True, sa_column_args=[_reference("version.id")]
    )
    published: str | None = None


class Paragraph(SQLModel, table=True):
    """A numbered block of a version's text."""

    __table_args__ = (_span(), CheckConstraint("number >= 1", name="number_from_one"), _CLUSTERED)

    version: int = Field(primary_key=True, sa_column_args=[_reference("version.id")])
    number: int = Field(primary_key=True)
    start: int
    end: int


class Actor(SQLModel, table=True):
    """A person, organization or state, shared by every article that means the same one; `version`
    is one that names it, or null: where it is a current one, nobody need look for another.
    """

    __table_args__ = (_one_of("kind", ActorKind), {"sqlite_autoincrement": True, **_STRICT})

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    kind: str
    name: str
    wikidata: str | None
    version: int | None = None


class Mention(SQLModel, table=True):
    """One span where an actor is named; `position` counts in the order of the text, from 0."""

    __table_args__ = (
        UniqueConstraint("version", "public_id"),
        _one_of("kind", MentionKind),
        _span(),
        _words(),
        Index("ix_mention_actor_version", "actor", "version"),
        _CLUSTERED,
    )

    version: int = Field(primary_key=True, sa_column_args=[_reference("version.id")])
    position: int = Field(primary_key=True)
    public_id: str
    actor: str = Field(sa_column_args=[ForeignKey("actor.slug")])
    paragraph: int | None
    kind: str
    rule: str
    start: int
    end: int
    exact: str


class Quote(SQLModel, table=True):
    """An attribution; `position` counts in the order of the text, from 0."""

    __table_args__ = (
        UniqueConstraint("version", "public_id"),
        UniqueConstraint("version", "position"),
        _one_of("kind", QuoteKind),
        _STRICT,
    )

    id: int = Field(primary_key=True)
    version: int = Field(sa_column_args=[_reference("version.id")])
    public_id: str = Field(index=True)
    position: int
    kind: str = Field(index=True)
    speaker: str | None = Field(index=True, sa_column_args=[ForeignKey("actor.slug")])
    on_behalf_of: str | None = Field(index=True, sa_column_args=[ForeignKey("actor.slug")])
    words_hash: str = Field(index=True)
    rule: str


class QuoteSpan(SQLModel, table=True):
    """One span of a quote: its source, its cue, or a piece of its content (`ordinal`, from 0)."""

    __tablename__ = "quote_span"
    __table_args__ = (_one_of("role", SpanRole), _span(), _words(), _CLUSTERED)

    quote: int = Field(primary_key=True, sa_column_args=[_reference("quote.id")])
    role: str = Field(primary_key=True)
    ordinal: int = Field(primary_key=True)
    start: int
    end: int
    exact: str


# Beside them the schema has views. `live_version` is `version` with its article's slug and address,
# without the versions of withdrawn articles: every query reads it instead of `version`. Lists over
# all articles reach it through `current_version`. `quote_content` has the content of each quote in
# one piece.
#
# And it has the search tables `search_article`, `search_quote` and `search_actor`, whose rows are
# numbered as the rows of `version`, `quote` and `actor`: migrations/ says how and why.
