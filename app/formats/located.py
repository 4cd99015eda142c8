"""The JSON shape of what was located: whether, where, and who said it."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from app.formats.paths import path
from app.formats.shapes import (
    ArticleId,
    Counted,
    Links,
    Quote,
    Row,
    Span,
    VersionId,
    quote,
)


class LocatedQuote(Quote):
    """A quote that has located words in its content."""

    holds: Annotated[
        Literal["all", "part"], Field(description="Whether all the words are its content.")
    ]


class Compared(TypedDict):
    """Words that were asked for, and what stands there for them."""

    asked: Annotated[str, Field(description="As they were asked for; empty for none.")]
    found: Annotated[Span | None, Field(description="As they stand there; null for none.")]
    differs: Annotated[bool, Field(description="Whether these are other words.")]


class Place(TypedDict):
    """Where words stand that were asked for."""

    article: ArticleId
    version: VersionId
    unit: Counted
    current: Annotated[bool, Field(description="Whether that is the article's current version.")]
    spans: Annotated[
        list[Span],
        Field(
            description="Where they stand: several where a cue, or words left out, come between.",
            min_length=1,
        ),
    ]
    score: Annotated[
        float,
        Field(
            description="100 where nothing differs; else the share of characters in common: twice "
            "those in both in the same order, in percent of those of both, marks and case aside.",
            ge=0,
            le=100,
        ),
    ]
    parts: Annotated[
        list[Compared],
        Field(description="All that was asked beside all that was found, from left to right."),
    ]
    quotes: Annotated[
        list[LocatedQuote],
        Field(description="The quotes with these words in their content: who said them."),
    ]
    links: Links


class Located(TypedDict):
    """Whether, and where, words stand."""

    status: Annotated[
        Literal["unique", "ambiguous", "approximate", "absent"],
        Field(
            description="The very words stand in one place, or in several; or only words nearly "
            "like them; or neither. Marks, case, accents and white space do not count."
        ),
    ]
    places: Annotated[list[Place], Field(description="Where: at most 20, the nearest first.")]
    exact_is_complete: Annotated[
        bool,
        Field(description="Whether no place with the very words can have been left out."),
    ]
    near_is_complete: Annotated[
        bool | None,
        Field(
            description="Whether nothing nearer can have been left out; "
            "null where the very words were found."
        ),
    ]


def places(row: Row, base: str) -> list[Place]:
    """The places of an answer of queries.locating as JSON."""
    return [_place(place, base) for place in row["places"]]


def located(row: Row, places: list[Place]) -> Located:
    """An answer of queries.locating as JSON, with its places as they are to be shown."""
    return Located(
        status=row["status"],
        places=places,
        exact_is_complete=row["exact_is_complete"],
        near_is_complete=row["near_is_complete"],
    )


def _place(row: Row, base: str) -> Place:
    article = path(base, "articles", row["article"])
    return Place(
        article=row["article"],
        version=row["version"],
        unit="codepoint",
        current=row["current"],
        spans=row["spans"],
        score=row["score"],
        parts=row["parts"],
        quotes=[_quote(found, base) for found in row["quotes"]],
        links={"article": article, "text": f"{article}/versions/{row['version']}/text"},
    )


def _quote(row: Row, base: str) -> LocatedQuote:
    return LocatedQuote(**quote(row, base), holds=row["holds"])
