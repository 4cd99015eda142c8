"""The JSON shapes: what every answer of the API looks like, field by field."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from app.formats.paths import path
from app.standoff import ActorKind, MentionKind, QuoteKind

Row = Mapping[str, Any]
Item = TypeVar("Item")
Filters = Mapping[str, object]  # parameters of a list by name; None is not given

_NONE: Filters = MappingProxyType({})

ArticleId = Annotated[str, Field(description="The article's id.", examples=["first-words-ff9f55"])]
VersionId = Annotated[str, Field(description="The id of the version whose text spans count in.")]
ActorId = Annotated[str, Field(description="The actor's id.", examples=["france"])]
Unit = Literal["codepoint", "utf16"]
Counted = Annotated[Unit, Field(description="What `start` and `end` count.")]
Rule = Annotated[str, Field(description="The name of the rule that found this.")]
Links = Annotated[dict[str, str], Field(description="Where to go from here: name and path.")]


class Shape(BaseModel):
    """A JSON object whose fields are only ever added to."""

    model_config = ConfigDict(frozen=True)


class Span(Shape):
    """Words of the text, and where they stand in it."""

    start: Annotated[int, Field(description="Where they begin, counted from 0.", ge=0)]
    end: Annotated[int, Field(description="Where the next words begin.", ge=1)]
    exact: Annotated[str, Field(description="The words themselves.")]


class Part(Shape):
    """Words of an excerpt, of which all are found or none."""

    text: Annotated[str, Field(description="The words.")]
    marked: Annotated[bool, Field(description="Whether they are what was searched for.")]


class Excerpt(Span):
    """The words around the first match; its parts are together its `exact`."""

    parts: Annotated[list[Part], Field(description="The same words, with the matches marked.")]


class Text(Shape):
    """A text, and what is known of it."""

    id: str
    article: ArticleId
    version: VersionId
    headline: Annotated[Span | None, Field(description="The headline, where there is one.")]
    url: Annotated[str | None, Field(description="Where it was published.")]
    published: Annotated[str | None, Field(description="When it was published (ISO 8601).")]
    author: Annotated[str | None, Field(description="Who wrote it, as the source says.")]
    language: Annotated[str | None, Field(description="Its language (BCP 47), as declared.")]
    annotator: Annotated[
        str | None,
        Field(description="What annotated it; null for a text in a language it does not read."),
    ]
    paragraphs: Annotated[int, Field(description="How many paragraphs it has.")]
    mentions: Annotated[int, Field(description="How many mentions of actors were found.")]
    quotes: Annotated[int, Field(description="How many quotes were found.")]


class Article(Text):
    """An article in its current version."""

    id: ArticleId
    excerpt: Annotated[
        Excerpt | None, Field(description="Where `q` was found; null where nothing was searched.")
    ] = None
    unit: Counted = "codepoint"
    links: Links


class Paragraph(Span):
    """A numbered block of the text."""

    article: ArticleId
    version: VersionId
    number: Annotated[int, Field(description="Its number, from 1; the headline has none.", ge=1)]
    unit: Counted = "codepoint"


class Actor(Shape):
    """A person, organization or state named in the articles."""

    id: ActorId
    name: Annotated[str, Field(description="Its name.", examples=["France"])]
    kind: Annotated[ActorKind, Field(description="What it is.")]
    wikidata: Annotated[str | None, Field(description="Its Wikidata id.", examples=["Q142"])]
    links: Links


class Mention(Span):
    """A place in the text where an actor is named."""

    id: Annotated[str, Field(description="The mention's id.")]
    article: ArticleId
    version: VersionId
    actor: ActorId
    kind: Annotated[MentionKind, Field(description="How the actor is named.")]
    rule: Rule
    paragraph: Annotated[int | None, Field(description="Its paragraph; null in the headline.")]
    unit: Counted = "codepoint"


class Quote(Shape):
    """An attribution: what is said, by which words it is attributed, and to whom."""

    id: Annotated[str, Field(description="The quote's id.", examples=["0123456789abcdef"])]
    article: ArticleId
    version: VersionId
    kind: Annotated[QuoteKind, Field(description="How much of it stands in quotation marks.")]
    content: Annotated[list[Span], Field(description="What is said.", min_length=1)]
    cue: Annotated[Span | None, Field(description="The words that attribute it.")]
    source: Annotated[Span | None, Field(description="The words that name who said it.")]
    speaker: Annotated[
        ActorId | None, Field(description="Whom the source names; null where it names nobody.")
    ]
    on_behalf_of: Annotated[ActorId | None, Field(description="For whom an unnamed source speaks.")]
    rule: Rule
    excerpt: Annotated[
        Excerpt | None, Field(description="Where `q` was found; null where nothing was searched.")
    ] = None
    unit: Counted = "codepoint"
    links: Links


class Listing(Shape, Generic[Item]):
    """One page of a list."""

    items: Annotated[list[Item], Field(description="The items of this page.")]
    total: Annotated[int, Field(description="How many items there are in all, or at least.")]
    total_is_exact: Annotated[bool, Field(description="Whether `total` is all of them.")]
    next: Annotated[str | None, Field(description="The next page; null on the last.")]


class Articles(Listing[Article]):
    """One page of articles."""


class Paragraphs(Listing[Paragraph]):
    """One page of paragraphs."""


class Actors(Listing[Actor]):
    """One page of actors."""


class Mentions(Listing[Mention]):
    """One page of mentions."""


class Quotes(Listing[Quote]):
    """One page of quotes."""


class Fault(Shape):
    """One parameter at fault."""

    within: Annotated[
        str, Field(alias="in", description="Where it stands: path or query.", examples=["query"])
    ]
    parameter: Annotated[str, Field(description="Its name.", examples=["limit"])]
    detail: Annotated[
        str, Field(description="What is wrong.", examples=["Input should be less than 101"])
    ]


class Problem(Shape):
    """What went wrong (RFC 9457)."""

    type: Annotated[
        str, Field(description="No more than the status says.", examples=["about:blank"])
    ]
    title: Annotated[str, Field(description="The status in words.", examples=["Not Found"])]
    status: Annotated[int, Field(description="The HTTP status.", examples=[404])]
    detail: Annotated[
        str, Field(description="What went wrong.", examples=["There is no article 'nowhere'."])
    ]
    errors: Annotated[
        list[Fault],
        Field(
            description="Each parameter at fault; absent where none is.",
            examples=[[{"in": "query", "parameter": "limit", "detail": "must be digits"}]],
        ),
    ] = []


def article(row: Row, base: str, of_quotes: Filters = _NONE) -> Article:
    """A row of queries.articles as JSON; `of_quotes` narrows the quotes it links to."""
    here = path(base, "articles", row["article"])
    parts = ("text", "paragraphs", "actors", "mentions", "quotes", "versions")
    links = {"self": here} | {part: f"{here}/{part}" for part in parts}
    links["quotes"] = path(base, "articles", row["article"], "quotes", **of_quotes)
    links["annotations"] = f"{here}/annotations/"
    links["version"] = f"{here}/versions/{row['version']}"
    return Article(**pick(Article, row), id=row["article"], headline=headline(row), links=links)


def headline(row: Row) -> Span | None:
    """The headline of a row of queries.articles."""
    exact = row["headline"]
    return Span(start=0, end=len(exact), exact=exact) if exact else None


def paragraph(row: Row, _base: str) -> Paragraph:
    """A row of queries.articles as JSON."""
    return Paragraph(**pick(Paragraph, row))


def actor(row: Row, base: str, of_quotes: Filters = _NONE) -> Actor:
    """A row of queries.actors as JSON; `of_quotes` narrows the quotes it links to."""
    id = row["id"]
    links = {
        "self": path(base, "actors", id),
        "articles": path(base, "articles", actor=id),
        "quotes": path(base, "quotes", speaker=id, **of_quotes),
    }
    return Actor(**pick(Actor, row), links=links)


def mention(row: Row, _base: str) -> Mention:
    """A row of queries.mentions as JSON."""
    return Mention(**pick(Mention, row))


def quote(row: Row, base: str) -> Quote:
    """A row of queries.quotes as JSON."""
    # As plain values: pydantic makes all of them spans at once in a fraction of the time.
    spans: dict[str, list[Any]] = {"content": [], "cue": [], "source": []}
    for role, start, end, exact in json.loads(row["spans"]):
        spans[role].append({"start": start, "end": end, "exact": exact})
    article = path(base, "articles", row["article"])
    links = {
        "self": path(base, "quotes", row["id"]),
        "article": article,
        "version": f"{article}/versions/{row['version']}",
    }
    return Quote(
        **pick(Quote, row),
        content=spans["content"],
        cue=next(iter(spans["cue"]), None),
        source=next(iter(spans["source"]), None),
        links=links,
    )


def joined_content(quote: Quote) -> str:
    """The words of a quote's content as one string, with " […] " between the pieces."""
    return " […] ".join(piece.exact for piece in quote.content)


def pick(shape: type[Shape], row: Row) -> dict[str, Any]:
    """The columns that are fields of the shape; those that need more than copying have no name
    in common with one.
    """
    return {name: row[name] for name in _fields(shape) if name in row}


@cache
def _fields(shape: type[Shape]) -> list[str]:
    return [name for name in shape.model_fields if name != "headline"]
