"""What the annotator finds in a marked text, in the form of the marks."""

from app.annotator.actors import find_actors
from app.annotator.lexicon import load_lexicon
from app.annotator.tokens import tokenize
from app.standoff import Actor, Mention, Span
from app.text.splitting import build_plain_document
from tests.marked import marked

ARTICLE = "an-article-1a2b3c"
NAMED = ("name", "short_name", "metonym")

Marks = list[tuple[Span, str]]


def annotated(text: str) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors and mentions of a text, each line a paragraph."""
    document, lexicon = build_plain_document(text), load_lexicon()
    return find_actors(document, tokenize(document, lexicon), lexicon, ARTICLE)


def compare(words: str) -> tuple[Marks, Marks]:
    """The marked spans with their actors' ids, and those found by name, short name or metonym.

    At the end of a mark `-1` stands for the article's id, and `-o` for `-organization`.
    """
    text, spans = marked(words)
    expected = [(span, _in_full(mark)) for mark in spans for span in spans[mark]]
    found = [(each.span, each.actor) for each in annotated(text)[1] if each.kind in NAMED]
    return sorted(expected), found


def _in_full(mark: str) -> str:
    whole, hyphen, ending = mark.rpartition("-")
    return whole + hyphen + {"1": ARTICLE, "o": "organization"}.get(ending, ending)
