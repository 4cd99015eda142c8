"""The other write story: stored texts annotated anew, without a new version."""

from collections.abc import Sequence
from itertools import groupby

from app.annotator.edition import name_annotator
from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.comparing.changes import Change
from app.standoff import AnnotatedDocument, Document
from app.store.engine import Session
from app.store.loading import load_document
from app.store.replacing import Stale, find_stale, replace_annotations

# An article on its way: those of its versions that are annotated anew.
Texts = list[tuple[Stale, Document]]
Annotated = list[tuple[Stale, AnnotatedDocument]]


def list_stale(session: Session, *, forced: bool = False) -> list[list[Stale]]:
    """Of each article the versions that this annotator did not annotate; where forced, all of them.

    Among them is every text that no annotator reads: nobody annotated it.
    """
    found = find_stale(session, None if forced else name_annotator())
    return [list(versions) for _, versions in groupby(found, key=lambda stale: stale.article)]


def load_texts(session: Session, versions: Sequence[Stale]) -> Texts:
    """The documents of an article's versions."""
    return [(version, load_document(session, version.id)) for version in versions]


def annotate_texts(texts: Texts) -> Annotated:
    """The long part of it; needs no store, so any process can do it."""
    lexicon = load_lexicon()
    return [(stale, annotate(document, lexicon, stale.article)) for stale, document in texts]


def save_annotated(session: Session, annotated: Annotated) -> list[tuple[Stale, list[Change]]]:
    """Stores an article's annotations; for each version that has others now, what became of them.

    One article is one transaction, and whoever opened the session commits it.
    """
    saved = [
        (version, replace_annotations(session, version, found)) for version, found in annotated
    ]
    return [(version, changes) for version, changes in saved if changes]
