"""The OpenAPI document: what FastAPI derives from the routes, made whole.

Errors are declared where they can happen, and every operation, parameter and field has a real
example: the answers of the founding article in examples.json, which a test holds against it
(`python -m tests.examples` writes it anew).
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from app import __version__
from app.api.problems import MEDIA_TYPE
from app.formats import FORMATS
from app.formats.problems import Problem

Json = dict[str, Any]

DESCRIPTION = """
Who said what in the news, and exactly where in the text.

* An **article** has one fixed text; everything known about it is a **span** of that text:
  `start` and `end` count Unicode code points from 0, `end` is exclusive, and `exact` repeats the
  words.
* A **quote** has **content** (what is said) and, where known, a **cue** (the words that attribute
  it), a **source** (the words that name who said it) and a **speaker** (the **actor** they mean).
* Every list answers `items`, `total`, `total_is_exact` and `next`: follow `next` until it is null.
* Every error is `application/problem+json` (RFC 9457). A parameter that is not known is an error.
"""
TAGS = [
    {"name": "quotes", "description": "What was said, by which words attributed, and to whom."},
    {"name": "articles", "description": "Articles and everything found in one."},
    {"name": "annotations", "description": "The same as W3C Web Annotations."},
    {"name": "actors", "description": "Persons, organizations and states across all articles."},
    {"name": "locate", "description": "Whether, and where, words stand that somebody quotes."},
    {"name": "root", "description": "Where everything begins, and whether it runs."},
]
_SUFFIXES = {format.declared: format.suffix for format in FORMATS.values()}
_PROBLEMS: dict[int | str, str] = {
    404: "There is no such thing.",
    406: "None of the media types in Accept is to be had; `detail` says which are.",
    410: "It was there and was withdrawn; `detail` says why.",
    422: "A parameter is unknown, given twice or malformed.",
    "4XX": "No request for any address: 400, 413, 414 or 431; `detail` says why.",
    503: "The store cannot be read; `detail` says why.",
}
_STORELESS = {"get_health"}
_PAGE = "<!doctype html>…"  # a page is looked at, not read here
# Which answer shows a shape, and where in it.
_SHOWN_BY: dict[str, tuple[str | int, ...]] = {
    "Root": ("get_root",),
    "Health": ("get_health",),
    "Readiness": ("get_readiness",),
    "Articles": ("list_articles",),
    "Article": ("get_article",),
    "Paragraphs": ("list_paragraphs",),
    "Paragraph": ("get_paragraph",),
    "Actors": ("list_actors",),
    "Actor": ("get_actor",),
    "Mentions": ("list_article_mentions",),
    "Mention": ("list_article_mentions", "items", 0),
    "Quotes": ("list_quotes",),
    "Quote": ("list_quotes", "items", 0),
    "RepeatedQuote": ("get_quote",),
    "Repetitions": ("get_quote", "repeated_in"),
    "Repetition": ("get_quote", "repeated_in", "items", 0),
    "Versions": ("list_versions",),
    "Version": ("get_version",),
    "Changes": ("list_version_changes",),
    "Change": ("list_version_changes", "items", 0),
    "Headline": ("list_version_changes", "items", 0, "before"),
    "Piece": ("list_version_changes", "items", 0, "difference", 0),
    "Tallies": ("list_version_changes", "counts"),
    "Tally": ("list_version_changes", "counts", "quote"),
    "Located": ("locate_in_article",),
    "Place": ("locate_in_article", "places", 0),
    "Compared": ("locate_in_article", "places", 0, "parts", 0),
    "LocatedQuote": ("locate_in_article", "places", 0, "quotes", 0),
    "Span": ("get_quote", "content", 0),
    "Excerpt": ("list_quotes", "items", 0, "excerpt"),
    "Part": ("list_quotes", "items", 0, "excerpt", "parts", 0),
}


def describe(app: FastAPI, base_path: str) -> None:
    """Makes `app.openapi()` give the whole document, made once."""

    @cache
    def openapi() -> Json:
        document = get_openapi(
            title="Onrecord",
            version=__version__,
            summary="Quotes with their speakers as resources",
            description=DESCRIPTION,
            routes=app.routes,
            tags=TAGS,
            servers=[{"url": base_path or "/", "description": "This server"}],
            contact={"name": "The maintainers of Onrecord"},
            license_info={"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        )
        document["security"] = []  # everything is public
        _declare_problems(document)
        _leave_out_null(document)
        _show_examples(document)
        return document

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's own way to extend it


def _declare_problems(document: Json) -> None:
    schemas = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    problem = TypeAdapter(Problem).json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs") | {"Problem": problem}
    for path, operation in _operations(document):
        stored = operation["operationId"] not in _STORELESS
        declared: dict[int | str, bool] = {
            404: "{" in path,
            406: "406" in operation["responses"],
            410: "{article}" in path or "{quote}" in path,
            422: True,
            "4XX": True,
            503: stored,
        }
        for status, possible in declared.items():
            if possible:
                operation["responses"][str(status)] = _problem(_PROBLEMS[status])


def _operations(document: Json) -> list[tuple[str, Json]]:
    return [(path, item["get"]) for path, item in document["paths"].items()]


def _problem(description: str) -> Json:
    content = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": description, "content": {MEDIA_TYPE: content}}


def _leave_out_null(document: Json) -> None:
    """A parameter is there or not: an address cannot say null, though Python's default is None."""
    for _, operation in _operations(document):
        for parameter in operation.get("parameters", []):
            schema = parameter["schema"]
            for choice in schema.pop("anyOf", [])[:1]:  # the other choice is null
                schema.update(choice)


def _show_examples(document: Json) -> None:
    answers = json.loads((files("app.api") / "examples.json").read_text("utf-8"))
    for _, operation in _operations(document):
        for media_type, media in operation["responses"]["200"]["content"].items():
            page, name = media_type == "text/html", operation["operationId"]
            suffixed = f"{name}.{_SUFFIXES.get(media_type)}"
            media["example"] = _PAGE if page else answers.get(suffixed, answers[name])
    for name, where in _SHOWN_BY.items():
        shown: Any = answers
        for step in where:
            shown = shown[step]
        for field, schema in document["components"]["schemas"][name]["properties"].items():
            schema.pop("title", None)
            schema["examples"] = [shown[field]]
