"""Rows of queries.quotes and queries.mentions made by hand: each as small as it can be."""

import json
from typing import Any

from app.standoff import Span

Row = dict[str, Any]


def mention_row(text: str, span: Span, actor: str = "france", **columns: object) -> Row:
    return _row() | {
        "actor": actor,
        "kind": "name",
        "paragraph": 1,
        "start": span.start,
        "end": span.end,
        "exact": span.of(text),
        **columns,
    }


def quote_row(
    text: str,
    *content: Span,
    cue: Span | None = None,
    source: Span | None = None,
    **columns: object,
) -> Row:
    """Its spans stand in the order of the query: by role, then as they come."""
    roles = [("content", piece) for piece in content]
    roles += [("cue", cue)] if cue else []
    roles += [("source", source)] if source else []
    spans = [(role, span.start, span.end, span.of(text)) for role, span in roles]
    return _row() | {
        "kind": "direct",
        "speaker": None,
        "on_behalf_of": None,
        "spans": json.dumps(spans),
        **columns,
    }


def _row() -> Row:
    return {"key": 1, "id": "0123456789abcdef", "article": "a", "version": "v", "rule": "by_hand"}


def actor_row(id: str, kind: str, wikidata: str | None = None) -> Row:
    return {"key": 1, "id": id, "name": id.title(), "kind": kind, "wikidata": wikidata}
