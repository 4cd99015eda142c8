"""What became of everything in a version's predecessor."""

from collections import defaultdict

from sqlmodel import Session

from app.comparing.changes import Anchors, Change, compare
from app.comparing.pairing import Anchor
from app.standoff import Document, Span
from app.store.loading import load_document, load_rows
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
    """Everything in a version, by its row, that can be compared."""
    return to_anchors(load_document(session, version), load_rows(session, version))


def to_anchors(document: Document, rows: Rows) -> Anchors:
    """The same from a document and the rows that it was made into."""
    contents = defaultdict(list)
    for key, role, _, start, end, exact in rows.quote_span:
        if role == "content":
            contents[key].append((Span(start, end), exact))
    return Anchors(
        headline=[_block(document, document.headline)] if document.headline else [],
        paragraph=[_block(document, paragraph.span) for paragraph in document.paragraphs],
        quote=[_quote(id, speaker, contents[key]) for key, _, id, _, _, speaker, *_ in rows.quote],
        mention=[
            Anchor(id, (Span(start, end),), (exact,), about=actor)
            for _, _, id, actor, _, _, _, start, end, exact in rows.mention
        ],
    )


def _quote(id: str, speaker: str | None, pieces: list[tuple[Span, str]]) -> Anchor:
    spans, words = zip(*pieces, strict=True)
    return Anchor(id, spans, words, speaker=speaker)


def _block(document: Document, span: Span) -> Anchor:
    """Nothing but its words names a headline or a paragraph."""
    words = span.of(document.text)
    return Anchor(words, (span,), (words,))
