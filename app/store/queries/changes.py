"""What became of everything in a version's predecessor."""

from collections import defaultdict
from collections.abc import Iterable

from app.comparing.changes import Anchors, Change, Changed, ChangeKind, compare
from app.comparing.pairing import Anchor
from app.standoff import Document, Span
from app.store.engine import Session
from app.store.loading import load_document, load_rows
from app.store.queries.articles import get_numbers
from app.store.queries.mentions import get_mentions
from app.store.queries.paging import Found, Page, Row, fetch_all
from app.store.queries.quotes import get_quotes
from app.store.rows import Rows

_PREDECESSOR = """
    SELECT earlier.id AS key, slug AS article, substr(earlier.sha256, 1, 12) AS version
    FROM version JOIN version earlier ON earlier.article = version.article
    JOIN article ON article.id = version.article
    WHERE version.id = :version AND earlier.number = version.number - 1
"""


def find_changes(session: Session, version: int) -> list[Change]:
    """All changes from a version's predecessor; in the first version of an article all is new."""
    earlier = _find_predecessor(session, version)
    before = load_anchors(session, earlier["key"]) if earlier else Anchors()
    return compare(before, load_anchors(session, version))


def _find_predecessor(session: Session, version: int) -> Row | None:
    return next(iter(fetch_all(session, _PREDECESSOR, {"version": version})), None)


def list_changes(
    session: Session,
    page: Page,
    *,
    version: Row,
    changes: Iterable[Change],
    of: Changed | None = None,
    kind: ChangeKind | None = None,
) -> Found:
    """The changes of a version (a row of queries.articles), each with the whole rows of what it was
    and what it is; in the order of comparing.changes.
    """
    fitting = [each for each in changes if of in (None, each.of) and kind in (None, each.kind)]
    first = page.cursor or 0  # how many come before: nothing changes between two pages
    last = first + page.limit
    shown = fitting[first:last]
    earlier = _find_predecessor(session, version["key"])
    before = _load(session, earlier, [each.before for each in shown])
    after = _load(session, version, [each.after for each in shown])
    rows = [
        {
            "article": version["article"],
            "version": version["version"],
            "predecessor": earlier and earlier["version"],
            "of": change.of,
            "kind": change.kind,
            "score": change.score,
            "before": change.before and before[change.before],
            "after": change.after and after[change.after],
        }
        for change in shown
    ]
    return Found(rows, len(fitting), True, last if len(fitting) > last else None)


def _load(
    session: Session, version: Row | None, anchors: Iterable[Anchor | None]
) -> dict[Anchor, Row]:
    """The whole rows of what the anchors of one version stand for."""
    there = [anchor for anchor in anchors if anchor]
    if version is None or not there:
        return {}
    ids, key = [anchor.id for anchor in there], version["key"]
    rows = get_quotes(session, key, ids) | get_mentions(session, key, ids)
    numbers = get_numbers(session, key, [anchor.start for anchor in there])
    return {
        anchor: rows.get(anchor.id) or _to_row(version, anchor, numbers.get(anchor.start))
        for anchor in there
    }


def _to_row(version: Row, block: Anchor, number: int | None) -> Row:
    """A paragraph, or the headline, which has no number."""
    [span], [exact] = block.spans, block.words
    ids = {name: version[name] for name in ("article", "version")}
    return ids | {"number": number, "start": span.start, "end": span.end, "exact": exact}


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
