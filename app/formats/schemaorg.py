"""schema.org: an article as NewsArticle, a quote as Quotation, as search engines read them.

Only what is known is said: no date, author, language or address that nobody gave, and no speaker
where the text names none.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from app.formats import shapes
from app.formats.paths import path
from app.formats.shapes import Row
from app.formats.vocabulary import ACTOR_TYPES, wikidata_iri

Json = dict[str, Any]

CONTEXT = "https://schema.org"
_OF_ARTICLE = {
    "headline": "headline",
    "url": "url",
    "datePublished": "published",
    "author": "author",
    "inLanguage": "language",
    "version": "version",
}


def news_article(
    row: Row, text: str, actors: Mapping[str, Row], quotes: Iterable[Row], base_url: str
) -> Json:
    """A row of queries.articles with its text, its actors by their id in the order of the text, and
    its rows of queries.quotes.
    """
    parts = {
        "articleBody": text.removeprefix(row["headline"] or "").lstrip("\n"),
        "mentions": [_actor(id, actors, base_url) for id in actors],
        "hasPart": [_quotation(quote, actors, base_url) for quote in quotes],
    }
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": path(base_url, "articles", row["article"]),
        **{name: row[column] for name, column in _OF_ARTICLE.items() if row[column]},
        **{name: part for name, part in parts.items() if part},
    }


def quotation(row: Row, actors: Mapping[str, Row], base_url: str) -> Json:
    """A row of queries.quotes, with at least its speaker among `actors`."""
    article = {"@type": "NewsArticle", "@id": path(base_url, "articles", row["article"])}
    return {"@context": CONTEXT, **_quotation(row, actors, base_url), "isPartOf": article}


def _quotation(row: Row, actors: Mapping[str, Row], base_url: str) -> Json:
    quote = shapes.quote(row, "")
    speaker = quote["speaker"] and {"spokenByCharacter": _actor(quote["speaker"], actors, base_url)}
    return {
        "@type": "Quotation",
        "@id": path(base_url, "quotes", quote["id"]),
        "text": shapes.joined_content(quote),
        **(speaker or {}),
    }


def _actor(id: str, actors: Mapping[str, Row], base_url: str) -> Json:
    """The actor with all that is known of it: of one that is not among `actors`, its IRI."""
    node: Json = {"@id": path(base_url, "actors", id)}
    if row := actors.get(id):
        node |= {"@type": ACTOR_TYPES[row["kind"]], "name": row["name"]}
        if row["wikidata"]:
            node["sameAs"] = wikidata_iri(row["wikidata"])
    return node
