"""The annotator, to be read aloud: tokens, then actors and their mentions, then quotes."""

from app.annotator.actors import find_actors
from app.annotator.attribution import find_quotes
from app.annotator.edition import name_annotator
from app.annotator.language import is_english
from app.annotator.lexicon import Lexicon
from app.annotator.tokens import MOST, tokenize
from app.standoff import AnnotatedDocument, Document


def annotate(document: Document, lexicon: Lexicon, article: str) -> AnnotatedDocument:
    """Everything found in a document. `article` is its article's id: ids of actors known by one
    word alone carry it. The result depends on the text and the lexicon only; no text raises.
    """
    tokens = tokenize(document, lexicon)
    if len(tokens.words) > MOST or not is_english(tokens, lexicon):
        return AnnotatedDocument(document, (), (), (), annotator=None)
    actors, named = find_actors(document, tokens, lexicon, article)
    quotes, meant = find_quotes(document, tokens, actors, named, lexicon)
    mentions = sorted((*named, *meant), key=lambda mention: (mention.span.start, -mention.span.end))
    return AnnotatedDocument(document, actors, tuple(mentions), quotes, name_annotator())
