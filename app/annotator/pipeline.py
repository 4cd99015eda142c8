"""The annotator, to be read aloud: tokens, then mentions and their actors, then quotes."""

from app import __version__
from app.annotator.language import is_english
from app.annotator.lexicon import Lexicon
from app.annotator.tokens import tokenize
from app.standoff import AnnotatedDocument, Document

ANNOTATOR = f"onrecord {__version__}"


def annotate(document: Document, lexicon: Lexicon, article: str) -> AnnotatedDocument:
    """Everything found in a document. `article` is its article's id: ids of actors known by one
    word alone carry it. The result depends on the text and the lexicon only; no text raises.
    """
    tokens = tokenize(document, lexicon)
    if not is_english(tokens, lexicon):
        return AnnotatedDocument(document, (), (), (), annotator=None)
    return AnnotatedDocument(document, (), (), (), ANNOTATOR)
