"""What became of everything in a version's predecessor."""

from collections import defaultdict

from sqlmodel import Session

from app.comparing.changes import Anchors, Change, compare
from app.comparing.pairing import Anchor
from app.standoff import Span
from app.store.loading import load_rows
from app.store.queries.paging import fetch_all
from app.store.rows import Rows

_PREDECESSOR = """
    SELECT earlier.id FROM version JOIN version earlier ON earlier.article = version.article
    WHERE version.id = :version AND earlier.number = version.number - 1
"""


def find_changes(session: Session, version: int) -> list[Change]:
    """All changes from a version's predecessor; in the first version of an article all is new."""
    earlier = fetch_all(session, _PREDECESSOR, {"version": version})
    before = load_anchors(session, earlier[0]["id"]) if earlier else Anchors()
    return compare(before, load_anchors(session, version))


def load_anchors(session: Session, version: int) -> Anchors:
    """Everything in a version that can be compared."""
    statement = "SELECT headline, text FROM version WHERE id = :version"
    [row] = fetch_all(session, statement, {"version": version})
    return to_anchors(row["text"], row["headline"], load_rows(session, version))


def to_anchors(text: str, headline: str | None, rows: Rows) -> Anchors:
    """The same, from a version's columns and its rows."""
    contents = defaultdict(list)
    for key, role, _, start, end, exact in rows.quote_span:
        if role == "content":
            contents[key].append((Span(start, end), exact))
    return Anchors(
        headline=[_block(text, 0, len(headline))] if headline else [],
        paragraph=[_block(text, start, end) for _, _, start, end in rows.paragraph],
        quote=[_quote(id, speaker, contents[key]) for key, _, id, _, _, speaker, *_ in rows.quote],
        mention=[
            Anchor(id, (Span(start, end),), (exact,), about=actor)
            for _, _, id, actor, _, _, _, start, end, exact in rows.mention
        ],
    )


def _quote(id: str, speaker: str | None, pieces: list[tuple[Span, str]]) -> Anchor:
    spans, words = zip(*pieces, strict=True)
    return Anchor(id, spans, words, speaker=speaker)


def _block(text: str, start: int, end: int) -> Anchor:
    """Nothing but its words names a headline or a paragraph."""
    return Anchor(text[start:end], (Span(start, end),), (text[start:end],))
