"""An actor's page: what it said across articles, and where it is named."""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from app.pages import Row, render


def actor_page(
    actor: Row,
    quotes: Sequence[Row],
    on_behalf: Sequence[Row],
    articles: Mapping[str, Row],
    named_in: Sequence[Row],
    *,
    total: int,
    total_is_exact: bool,
    following: str | None,
    **site: object,
) -> str:
    """The page of a row of queries.actors.

    `quotes` are rows of what it said, a page of `total`, and `on_behalf` of what unnamed sources
    said for it; `articles` has the rows of their articles by id. `named_in` are rows of articles.
    """
    return render(
        "actor.html",
        actor=actor,
        quotes=_by_article(quotes, articles),
        on_behalf=_by_article(on_behalf, articles),
        named_in=named_in,
        total=total,
        total_is_exact=total_is_exact,
        following=following,
        **site,
    )


def _by_article(
    quotes: Sequence[Row], articles: Mapping[str, Row]
) -> list[tuple[Row, list[dict[str, Any]]]]:
    """What stands together is shown together, under the article it is from."""
    groups = groupby(quotes, key=lambda quote: str(quote["article"]))
    return [(articles[article], [_show(quote) for quote in group]) for article, group in groups]


def _show(quote: Row) -> dict[str, Any]:
    words: dict[str, list[str]] = {"content": [], "cue": [], "source": []}
    for role, _, _, exact in json.loads(quote["spans"]):
        words[role].append(exact)
    return {"id": quote["id"], "kind": quote["kind"], **words}
