"""Where asked words stand: in an article's versions, or in all articles."""

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlmodel import Session

from app.comparing.asking import Asked
from app.comparing.locating import MOST_PLACES, locate, status
from app.comparing.matching import Place
from app.comparing.normalizing import fold
from app.standoff import Span
from app.store.queries.paging import Page, Row, fetch_all
from app.store.queries.quotes import QuoteFilters, list_quotes_of

_MOST_VERSIONS = 20  # of one article, the current one included
_MOST_QUOTES = 20  # told with a place: a whole article asked for has them all
_VERSIONS = """
    SELECT v.id AS key, v.article_slug AS article, substr(v.sha256, 1, 12) AS version, v.current,
        v.text
    FROM live_version v WHERE v.article_slug = :article
    ORDER BY v.current DESC, v.number DESC LIMIT :limit
"""
# Only contents of several pieces: one piece is a part of the text like any other.
_CONTENTS = """
    SELECT quote, start, "end" FROM quote CROSS JOIN quote_span ON quote = quote.id
    WHERE version = :version AND role = 'content' AND EXISTS (
        SELECT 1 FROM quote_span another
        WHERE another.quote = quote.id AND another.role = 'content' AND another.ordinal = 1
    )
    ORDER BY quote, ordinal
"""
Found = tuple[Place, Row]  # and the version that it is in


def locate_in_article(session: Session, article: str, asked: Asked) -> Row:
    """Where asked words stand in an article: in its current version; if not to the word, in the
    newest version that has them to the word; if none has, in the one that is nearest.

    A row with the status, the places, and whether nothing was left out: `exact_is_complete` of the
    places with the very words, `near_is_complete` of what is near them (None where the very words
    were found: nothing near was looked for).
    """
    parameters = {"article": article, "limit": _MOST_VERSIONS + 1}
    versions = fetch_all(session, _VERSIONS, parameters)
    nearest: list[Found] = []
    for version in versions[:_MOST_VERSIONS]:
        found = _locate_in_version(session, version, asked)
        if _is_exact(found):
            return _located(session, found, complete=len(found) <= MOST_PLACES)
        nearest = max(nearest, found, key=_score)
    return _located(session, nearest, complete=len(versions) <= _MOST_VERSIONS)


def _locate_in_version(session: Session, version: Row, asked: Asked) -> list[Found]:
    contents = _contents(session, version["key"])
    places = locate(fold(version["text"]), contents, asked)
    return [(place, version) for place in places]


def _contents(session: Session, version: int) -> list[list[Span]]:
    contents: dict[int, list[Span]] = defaultdict(list)
    for row in fetch_all(session, _CONTENTS, {"version": version}):
        contents[row["quote"]].append(Span(row["start"], row["end"]))
    return list(contents.values())


def _is_exact(found: Sequence[Found]) -> bool:
    return bool(found) and found[0][0].is_exact


def _score(found: Sequence[Found]) -> float:
    return found[0][0].score if found else 0.0


def _located(session: Session, found: Sequence[Found], *, complete: bool) -> Row:
    return {
        "status": status([place for place, _ in found]),
        "places": [_place(session, place, version) for place, version in found[:MOST_PLACES]],
        "exact_is_complete": complete,
        "near_is_complete": None if _is_exact(found) else complete,
    }


def _place(session: Session, place: Place, version: Row) -> Row:
    text = version["text"]
    return {
        "article": version["article"],
        "version": version["version"],
        "current": bool(version["current"]),
        "score": place.score,
        "spans": [_span(span, text) for span in place.spans],
        "parts": [
            {
                "asked": part.asked,
                "found": part.found and _span(part.found, text),
                "differs": part.differs,
            }
            for part in place.parts
        ],
        "quotes": _quotes_at(session, version["key"], place.spans),
    }


def _span(span: Span, text: str) -> Row:
    return {"start": span.start, "end": span.end, "exact": span.of(text)}


def _quotes_at(session: Session, version: int, spans: Sequence[Span]) -> list[Row]:
    """The quotes whose content has words of these spans; `holds` says whether it has them all."""
    overlaps = spans[0].start, max(span.end for span in spans)
    page = Page(_MOST_QUOTES)
    quotes = list_quotes_of(session, page, version, QuoteFilters(), overlaps=overlaps).rows
    found = []
    for row in quotes:
        content = [Span(a, b) for role, a, b, _ in json.loads(row["spans"]) if role == "content"]
        if any(piece.overlaps(span) for piece in content for span in spans):
            whole = all(any(piece.contains(span) for piece in content) for span in spans)
            found.append({**row, "holds": "all" if whole else "part"})
    return found
