"""The JSON shape of one quote, with the others that have the same words."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.formats.paths import path
from app.formats.shapes import (
    ActorId,
    ArticleId,
    Links,
    Quote,
    Row,
    VersionId,
    quote,
)


class Repetition(TypedDict):
    """A quote that has the same words."""

    id: Annotated[str, Field(description="The quote's id.")]
    article: ArticleId
    version: VersionId
    speaker: Annotated[ActorId | None, Field(description="Who said it there; null for nobody.")]
    on_behalf_of: Annotated[ActorId | None, Field(description="For whom a source speaks there.")]
    links: Links


class Repetitions(TypedDict):
    """The quotes with the same words, the last seeded first."""

    items: Annotated[list[Repetition], Field(description="At most 20 of them.")]
    total: Annotated[int, Field(description="How many there are in all, or at least.")]
    total_is_exact: Annotated[bool, Field(description="Whether `total` is all of them.")]


class RepeatedQuote(Quote):
    """A quote, and where else the same words are quoted."""

    repeated_in: Annotated[
        Repetitions,
        Field(
            description="Other quotes with the same words in the current versions of all articles; "
            "quotation marks, case and white space do not count."
        ),
    ]


def repeated_quote(
    row: Row, repetitions: Iterable[Row], total: int, total_is_exact: bool, base: str
) -> RepeatedQuote:
    """A row of queries.quotes as JSON, with the rows of those that repeat it."""
    items = [_repetition(each, base) for each in repetitions]
    repeated_in = Repetitions(items=items, total=total, total_is_exact=total_is_exact)
    return RepeatedQuote(**quote(row, base), repeated_in=repeated_in)


def _repetition(row: Row, base: str) -> Repetition:
    return Repetition(
        id=row["id"],
        article=row["article"],
        version=row["version"],
        speaker=row["speaker"],
        on_behalf_of=row["on_behalf_of"],
        links={
            "self": path(base, "quotes", row["id"]),
            "article": path(base, "articles", row["article"]),
        },
    )
