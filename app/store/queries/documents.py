"""Everything of one version at once: the document it was stored as, and the ids it was given."""

from dataclasses import dataclass

from app.standoff import AnnotatedDocument
from app.store.engine import Session
from app.store.loading import load_rows
from app.store.queries.paging import fetch_all
from app.store.rows import from_rows


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """An annotated document, with the id of each of its mentions and quotes, in their order."""

    annotated: AnnotatedDocument
    mention_ids: tuple[str, ...]
    quote_ids: tuple[str, ...]


def get_document(session: Session, version: int) -> StoredDocument:
    """The whole document of a version; a statement a table."""
    statement = "SELECT text, headline, annotator FROM version WHERE id = :version"
    columns = fetch_all(session, statement, {"version": version})[0]
    rows = load_rows(session, version)
    return StoredDocument(
        annotated=from_rows(rows=rows, **columns),
        mention_ids=tuple(public_id for _, _, public_id, *_ in rows.mention),
        quote_ids=tuple(public_id for _, _, public_id, *_ in rows.quote),
    )
