"""The one write story: from source text to the rows of an article."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.errors import SourceError
from app.identity import article_id
from app.standoff import AnnotatedDocument, Document
from app.store.saving import find_article_of, save_article
from app.text.cleaning import clean
from app.text.reading import SourceText
from app.text.splitting import build_document


def build(source_text: SourceText) -> Document:
    """The document in a source text. Raises SourceError where no words are left of it."""
    try:
        return build_document(clean(source_text.text))
    except ValueError as error:
        raise SourceError(source_text.name, str(error)) from None


def annotate_new(document: Document) -> AnnotatedDocument:
    """A document annotated as the first version of its article."""
    return annotate(document, load_lexicon(), article_id(document))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source text on its way into the store.

    `article` is the one that has this text already: nothing is annotated then.
    """

    source_text: SourceText
    document: Document
    article: str | None
    annotated: AnnotatedDocument | None = None


def prepare(session: Session, source_text: SourceText) -> Prepared:
    """Cleans and splits a source text, and looks for its article. Raises SourceError."""
    document = build(source_text)
    return Prepared(source_text, document, find_article_of(session, document))


def annotate_prepared(prepared: Prepared) -> Prepared:
    """The long part of seeding; needs no store, so any process can do it."""
    if prepared.article is not None:
        return prepared
    return replace(prepared, annotated=annotate_new(prepared.document))


@dataclass(frozen=True, slots=True)
class Seeded:
    """What became of a source text: its article, and what was found in it if it is new."""

    article: str
    added: AnnotatedDocument | None


def save(session: Session, prepared: Prepared) -> Seeded:
    """Stores what was prepared and annotated; a text that is stored already changes nothing.

    One article is one transaction, and whoever opened the session commits it.
    """
    known = find_article_of(session, prepared.document)  # again: the same text may come twice
    if known is not None:
        return Seeded(known, None)
    annotated = prepared.annotated or annotate_new(prepared.document)
    return Seeded(save_article(session, annotated, prepared.source_text), annotated)


def seed_article(session: Session, source_text: SourceText) -> Seeded:
    """The whole story for one source text. Raises SourceError."""
    return save(session, annotate_prepared(prepare(session, source_text)))
