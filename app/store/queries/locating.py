"""Where asked words stand: in an article's versions, or in all articles."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.comparing.asking import Asked
from app.comparing.locating import MOST_PLACES, locate, status
from app.comparing.matching import Place
from app.comparing.normalizing import fold
from app.standoff import Span
from app.store.engine import Session
from app.store.queries.candidates import (
    Candidates,
    count_words,
    find_with_rare_words,
    find_with_words,
)
from app.store.queries.paging import Page, Row, fetch_all
from app.store.queries.quotes import QuoteFilters, list_quotes_of

_MOST_VERSIONS = 20  # of one article, the current one included
_MOST_TEXTS = 20  # of all articles, for each way to find some
_MOST_QUOTES = 20  # told with a place: a whole article asked for has them all
_COLUMNS = """
    v.id AS key, v.article_slug AS article, substr(v.sha256, 1, 12) AS version, v.current, v.text
"""
_OF_ARTICLE = f"""
    SELECT {_COLUMNS} FROM live_version v WHERE v.article_slug = :article
    ORDER BY v.current DESC, v.number DESC LIMIT :limit
"""
_CURRENT = f"""
    SELECT {_COLUMNS} FROM json_each(:ids) AS wanted CROSS JOIN live_version v
    WHERE v.id = wanted.value AND v.current = 1 ORDER BY wanted.key LIMIT :limit
"""
# Only contents of several pieces: one piece is a part of the text like any other.
_CONTENTS = """
    SELECT version, quote, start, "end"
    FROM json_each(:ids) AS wanted CROSS JOIN quote ON version = wanted.value
    CROSS JOIN quote_span ON quote = quote.id
    WHERE role = 'content' AND EXISTS (
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
    versions = fetch_all(session, _OF_ARTICLE, {"article": article, "limit": _MOST_VERSIONS + 1})
    complete = len(versions) <= _MOST_VERSIONS
    nearest: list[Found] = []
    for version in versions[:_MOST_VERSIONS]:
        [found] = _locate_in_each(session, [version], asked).values()
        if _are_exact(found):
            return _located(session, found, exact_is_complete=True)
        nearest = max(nearest, found, key=lambda found: [place.score for place, _ in found])
    return _located(session, nearest, complete, complete)


def locate_everywhere(session: Session, asked: Asked) -> Row:
    """Where asked words stand in the current versions of all articles, the newest article first;
    if nowhere to the word, where words like them stand, the nearest first, one place a text.

    A row as that of locate_in_article. What is looked at is bounded, so that the time hardly grows
    with the store (candidates.py).
    """
    if not asked.readings:
        return _located(session, [], exact_is_complete=True, near_is_complete=True)
    found: dict[int, list[Found]] = {}
    exact_is_complete = True
    for way, pieces in enumerate(asked.readings):
        counted = count_words(session, pieces)
        exact_is_complete &= _look(session, find_with_words(session, counted), asked, found)
        best = _most_like(found)
        if _are_exact(best) and best[0][0].rank.way <= way:
            return _located(session, best, exact_is_complete)
    near_is_complete = _look(session, find_with_rare_words(session, counted), asked, found)
    best = _most_like(found)
    # The very words should have been found before: who knows what else was not.
    return _located(session, best, exact_is_complete and not _are_exact(best), near_is_complete)


def _look(
    session: Session, candidates: Candidates, asked: Asked, found: dict[int, list[Found]]
) -> bool:
    """Adds the places of candidates that were not looked at; whether none had to be left out."""
    new = [version for version in candidates.versions if version not in found]
    parameters = {"ids": json.dumps(new), "limit": _MOST_TEXTS + 1}
    versions = fetch_all(session, _CURRENT, parameters)
    found |= _locate_in_each(session, versions[:_MOST_TEXTS], asked)
    return candidates.complete and len(versions) <= _MOST_TEXTS


def _most_like(found: Mapping[int, Sequence[Found]]) -> list[Found]:
    """Of all places those that are most like what is asked."""
    places = [each for of_version in found.values() for each in of_version]
    rank = min((place.rank for place, _ in places), default=None)
    best = [(place, version) for place, version in places if place.rank == rank]
    return sorted(best, key=lambda each: (-each[0].score, -each[1]["key"], each[0].spans))


def _locate_in_each(
    session: Session, versions: Sequence[Row], asked: Asked
) -> dict[int, list[Found]]:
    contents = _contents(session, [version["key"] for version in versions])
    return {
        version["key"]: [
            (place, version)
            for place in locate(fold(version["text"]), contents[version["key"]].values(), asked)
        ]
        for version in versions
    }


def _contents(session: Session, versions: Sequence[int]) -> dict[int, dict[int, list[Span]]]:
    contents: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for row in fetch_all(session, _CONTENTS, {"ids": json.dumps(versions)}):
        contents[row["version"]][row["quote"]].append(Span(row["start"], row["end"]))
    return contents


def _are_exact(found: Sequence[Found]) -> bool:
    return bool(found) and found[0][0].is_exact


def _located(
    session: Session,
    found: Sequence[Found],
    exact_is_complete: bool,
    near_is_complete: bool | None = None,
) -> Row:
    told = found[:MOST_PLACES]
    exact = _are_exact(found)
    return {
        "status": status([place for place, _ in found]),
        "places": [_place(session, place, version) for place, version in told],
        "exact_is_complete": exact_is_complete and (not exact or told == found),
        "near_is_complete": None if exact else near_is_complete and told == found,
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
