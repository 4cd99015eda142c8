"""The JSON shapes: what every answer of the API looks like, field by field."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field
from pydantic_core import from_json
from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from app.formats.paths import path, query, segment
from app.standoff import ActorKind, MentionKind, QuoteKind

Row = Mapping[str, Any]
Shape = Mapping[str, Any]  # one of those below: a JSON object whose fields are only ever added to
Filters = Mapping[str, object]  # parameters of a list by name; None is not given

_NONE: Filters = MappingProxyType({})

ArticleId = Annotated[str, Field(description="The article's id.", examples=["first-words-ff9f55"])]
VersionId = Annotated[str, Field(description="The id of the version whose text spans count in.")]
ActorId = Annotated[str, Field(description="The actor's id.", examples=["france"])]
Unit = Literal["codepoint", "utf16"]
Counted = Annotated[Unit, Field(description="What `start` and `end` count.")]
Rule = Annotated[str, Field(description="The name of the rule that found this.")]
Item = TypeVar("Item")
Items = Annotated[list[Item], Field(description="The items of this page.")]
Links = Annotated[dict[str, str], Field(description="Where to go from here: name and path.")]


class Span(TypedDict):
    """Words of the text, and where they stand in it."""

    start: Annotated[int, Field(description="Where they begin, counted from 0.", ge=0)]
    end: Annotated[int, Field(description="Where the next words begin.", ge=1)]
    exact: Annotated[str, Field(description="The words themselves.")]


class Part(TypedDict):
    """Words of an excerpt, of which all are found or none."""

    text: Annotated[str, Field(description="The words.")]
    marked: Annotated[bool, Field(description="Whether they are what was searched for.")]


class Excerpt(Span):
    """The words around the first match; its parts are together its `exact`."""

    parts: Annotated[list[Part], Field(description="The same words, with the matches marked.")]


class Text(TypedDict):
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
        Field(description="What annotated it; null for a text that is not English, or too long."),
    ]
    paragraphs: Annotated[int, Field(description="How many paragraphs it has.")]
    mentions: Annotated[int, Field(description="How many mentions of actors were found.")]
    quotes: Annotated[int, Field(description="How many quotes were found.")]


class Article(Text):
    """An article in its current version."""

    id: ArticleId
    excerpt: Annotated[
        Excerpt | None, Field(description="Where `q` was found; null where nothing was searched.")
    ]
    unit: Counted
    links: Links


class Paragraph(Span):
    """A numbered block of the text."""

    article: ArticleId
    version: VersionId
    number: Annotated[int, Field(description="Its number, from 1; the headline has none.", ge=1)]
    unit: Counted


class Actor(TypedDict):
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
    unit: Counted


class Quote(TypedDict):
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
    ]
    unit: Counted
    links: Links


class Listing(TypedDict):
    """One page of a list."""

    total: Annotated[int, Field(description="How many items there are in all, or at least.")]
    total_is_exact: Annotated[bool, Field(description="Whether `total` is all of them.")]
    next: Annotated[str | None, Field(description="The next page; null on the last.")]


class Articles(Listing):
    """One page of articles."""

    items: Items[Article]


class Paragraphs(Listing):
    """One page of paragraphs."""

    items: Items[Paragraph]


class Actors(Listing):
    """One page of actors."""

    items: Items[Actor]


class Mentions(Listing):
    """One page of mentions."""

    items: Items[Mention]


class Quotes(Listing):
    """One page of quotes."""

    items: Items[Quote]


def article(row: Row, base: str, of_quotes: Filters = _NONE) -> Article:
    """A row of queries.articles as JSON; `of_quotes` narrows the quotes it links to."""
    here = f"{base}/articles/{segment(row['article'])}"
    return {
        **text(row, row["article"]),
        "excerpt": row.get("excerpt"),
        "unit": "codepoint",
        "links": {
            "self": here,
            "text": f"{here}/text",
            "paragraphs": f"{here}/paragraphs",
            "actors": f"{here}/actors",
            "mentions": f"{here}/mentions",
            "quotes": f"{here}/quotes{query(**of_quotes) if of_quotes else ''}",
            "versions": f"{here}/versions",
            "annotations": f"{here}/annotations/",
            "version": f"{here}/versions/{row['version']}",
        },
    }


def text(row: Row, id: str) -> Text:
    """What an article and a version, by its id, have in common, of a row of queries.articles."""
    return {
        "id": id,
        "article": row["article"],
        "version": row["version"],
        "headline": headline(row),
        "url": row["url"],
        "published": row["published"],
        "author": row["author"],
        "language": row["language"],
        "annotator": row["annotator"],
        "paragraphs": row["paragraphs"],
        "mentions": row["mentions"],
        "quotes": row["quotes"],
    }


def headline(row: Row) -> Span | None:
    """The headline of a row of queries.articles."""
    exact = row["headline"]
    return {"start": 0, "end": len(exact), "exact": exact} if exact else None


def paragraph(row: Row, _base: str) -> Paragraph:
    """A row of queries.articles as JSON."""
    return {
        "start": row["start"],
        "end": row["end"],
        "exact": row["exact"],
        "article": row["article"],
        "version": row["version"],
        "number": row["number"],
        "unit": "codepoint",
    }


def actor(row: Row, base: str, of_quotes: Filters = _NONE) -> Actor:
    """A row of queries.actors as JSON; `of_quotes` narrows the quotes it links to."""
    id = row["id"]
    return {
        "id": id,
        "name": row["name"],
        "kind": row["kind"],
        "wikidata": row["wikidata"],
        "links": {
            "self": path(base, "actors", id),
            "articles": f"{path(base, 'articles')}{query(actor=id)}",
            "quotes": f"{path(base, 'quotes')}{query(speaker=id, **of_quotes)}",
        },
    }


def mention(row: Row, _base: str) -> Mention:
    """A row of queries.mentions as JSON."""
    return {
        "start": row["start"],
        "end": row["end"],
        "exact": row["exact"],
        "id": row["id"],
        "article": row["article"],
        "version": row["version"],
        "actor": row["actor"],
        "kind": row["kind"],
        "rule": row["rule"],
        "paragraph": row["paragraph"],
        "unit": "codepoint",
    }


def quote(row: Row, base: str) -> Quote:
    """A row of queries.quotes as JSON."""
    spans: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
    for role, start, end, exact in from_json(row["spans"]):
        spans[role].append({"start": start, "end": end, "exact": exact})
    article = f"{base}/articles/{segment(row['article'])}"
    return {
        "id": row["id"],
        "article": row["article"],
        "version": row["version"],
        "kind": row["kind"],
        "content": spans["content"],
        "cue": next(iter(spans["cue"]), None),
        "source": next(iter(spans["source"]), None),
        "speaker": row["speaker"],
        "on_behalf_of": row["on_behalf_of"],
        "rule": row["rule"],
        "excerpt": row.get("excerpt"),
        "unit": "codepoint",
        "links": {
            "self": f"{base}/quotes/{segment(row['id'])}",
            "article": article,
            "version": f"{article}/versions/{row['version']}",
        },
    }


def joined_content(quote: Quote) -> str:
    """The words of a quote's content as one string, with " […] " between the pieces."""
    return " […] ".join(piece["exact"] for piece in quote["content"])
