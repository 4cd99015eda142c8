"""The JSON shapes of an article's versions, and of what became of one in the next."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal, cast, get_args

from pydantic import Field
from typing_extensions import TypedDict

from app.comparing import changes as comparing
from app.comparing.changes import Changed, ChangeKind
from app.comparing.wording import Side, difference
from app.formats import shapes
from app.formats.paths import path
from app.formats.shapes import (
    ArticleId,
    Counted,
    Items,
    Links,
    Listing,
    Mention,
    Paragraph,
    Quote,
    Row,
    Span,
    Text,
    VersionId,
)


class Version(Text):
    """One text of an article, which never changes."""

    id: Annotated[str, Field(description="The version's id: 12 digits of its text's SHA-256.")]
    number: Annotated[int, Field(description="Its number in its article, from 1.", ge=1)]
    current: Annotated[bool, Field(description="Whether it is the one that the article shows.")]
    unit: Counted
    links: Links


class Versions(Listing):
    """One page of versions."""

    items: Items[Version]


class Headline(Span):
    """The headline of one version."""

    article: ArticleId
    version: VersionId
    unit: Counted


class Piece(TypedDict):
    """Words that are in both wordings, or in one of them alone."""

    text: Annotated[str, Field(description="The words.")]
    side: Annotated[Side, Field(description="In which of the two they stand.")]


Part = Quote | Mention | Paragraph | Headline
Said = Literal["exact", "content", "cue", "source", "speaker", "on_behalf_of", "actor", "kind"]


class Change(TypedDict):
    """What became of one thing in a text."""

    article: ArticleId
    version: VersionId
    predecessor: Annotated[
        str | None, Field(description="The id of the version before; null for the first.")
    ]
    of: Annotated[Changed, Field(description="What it is.")]
    kind: Annotated[
        ChangeKind,
        Field(
            description="The same words in the same place, or in another; other words in their "
            "stead; not there any more; not there before."
        ),
    ]
    score: Annotated[
        float | None,
        Field(
            description="Of what is reworded, the share of words in common: twice those in both in "
            "the same order, in percent of those of both, marks and case aside; else null.",
            ge=0,
            le=100,
        ),
    ]
    before: Annotated[
        Part | None, Field(description="What it was, in the version before; null for what is new.")
    ]
    after: Annotated[Part | None, Field(description="What it is; null for what is lost.")]
    differs: Annotated[
        list[Said],
        Field(description="Which fields say something else than before, places left aside."),
    ]
    difference: Annotated[
        list[Piece] | None,
        Field(description="Of what is reworded, the one wording turned into the other."),
    ]
    unit: Counted


class Tally(TypedDict):
    """How many changes of one kind each there are."""

    kept: Annotated[int, Field(description="With the same words in the same place.")]
    moved: Annotated[int, Field(description="With the same words in another place.")]
    reworded: Annotated[int, Field(description="With other words.")]
    lost: Annotated[int, Field(description="Not there any more.")]
    new: Annotated[int, Field(description="Not there before.")]


class Tallies(TypedDict):
    """How many changes of what there are."""

    headline: Annotated[Tally, Field(description="Of the headline.")]
    paragraph: Annotated[Tally, Field(description="Of paragraphs.")]
    quote: Annotated[Tally, Field(description="Of quotes.")]
    mention: Annotated[Tally, Field(description="Of mentions.")]


class Changes(Listing):
    """One page of changes, and how many there are without any filter."""

    items: Items[Change]
    counts: Annotated[Tallies, Field(description="How many there are in all, of what and how.")]


def version(row: Row, base: str) -> Version:
    """A row of queries.articles as JSON."""
    article = path(base, "articles", row["article"])
    here = f"{article}/versions/{row['version']}"
    parts = ("text", "paragraphs", "mentions", "quotes", "changes")
    links = {"self": here, "article": article} | {part: f"{here}/{part}" for part in parts}
    return Version(
        **shapes.text(row, row["version"]),
        number=row["number"],
        current=bool(row["current"]),
        unit="codepoint",
        links=links,
    )


def change(row: Row, base: str) -> Change:
    """A row of queries.changes as JSON."""
    before, after = (_part(row["of"], row[side], base) for side in ("before", "after"))
    reworded = row["kind"] == "reworded"
    return Change(
        article=row["article"],
        version=row["version"],
        predecessor=row["predecessor"],
        of=row["of"],
        kind=row["kind"],
        score=None if row["score"] is None else round(100 * row["score"], 1),
        before=before,
        after=after,
        differs=_differs(before, after) if before and after else [],
        difference=_difference(before, after) if before and after and reworded else None,
        unit="codepoint",
    )


def _part(of: Changed, row: Row | None, base: str) -> Part | None:
    if row is None:
        return None
    if of == "headline":
        return _headline(row)
    shape: Any = {"paragraph": shapes.paragraph, "mention": shapes.mention, "quote": shapes.quote}
    part: Part = shape[of](row, base)
    return part


def _headline(row: Row) -> Headline:
    return Headline(
        start=row["start"],
        end=row["end"],
        exact=row["exact"],
        article=row["article"],
        version=row["version"],
        unit="codepoint",
    )


def _differs(before: Part, after: Part) -> list[Said]:
    return [name for name in get_args(Said) if _said(before, name) != _said(after, name)]


def _said(part: Part, name: Said) -> Any:
    """What a field says: of words only which, not where."""
    value = part.get(name)
    spans = value if isinstance(value, list) else [value]
    return [span["exact"] if isinstance(span, dict) else span for span in spans]


def _difference(before: Part, after: Part) -> list[Piece]:
    pieces = difference(_wording(before), _wording(after))
    return [Piece(text=piece.text, side=piece.side) for piece in pieces]


def _wording(part: Any) -> str:  # mypy cannot tell a Part by what it has
    return part["exact"] if "exact" in part else shapes.joined_content(part)


def tallies(changes: Sequence[comparing.Change]) -> Tallies:
    """How many changes of what there are, and how."""
    counts: Any = {
        noun: comparing.count(each for each in changes if each.of == noun)
        for noun in get_args(Changed)
    }
    return cast("Tallies", counts)
