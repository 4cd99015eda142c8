"""The one write story: from source text to the rows of an article."""

from dataclasses import dataclass

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
class Seeded:
    """What became of a source text: its article, and what was found in it if it is new."""

    article: str
    added: AnnotatedDocument | None


def seed_article(session: Session, source_text: SourceText) -> Seeded:
    """Stores a source text as a new article; a text that is stored already changes nothing.

    One article is one transaction, and whoever opened the session commits it. Raises SourceError.
    """
    document = build(source_text)
    if known := find_article_of(session, document):
        return Seeded(known, None)
    annotated = annotate_new(document)
    return Seeded(save_article(session, annotated, source_text), annotated)
