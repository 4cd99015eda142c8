"""The founding article's six quotes, to the character: what the whole annotator is built for."""

from importlib.resources import files

import pytest

from app.annotator.attribution import find_quotes
from app.annotator.lexicon import load_lexicon
from app.annotator.tokens import tokenize
from app.standoff import Actor, Mention, MentionKind, Quote, Span
from app.text.cleaning import clean
from app.text.splitting import build_document

ACTORS = (
    Actor("office", "organization", "The office"),
    Actor("first", "state", "The first capital's state"),
    Actor("second", "state", "The second capital's state"),
    Actor("head", "person", "The head of state"),
)
MENTIONS: tuple[tuple[int, int, str, MentionKind], ...] = (
    (82, 99, "office", "name"),
    (913, 959, "office", "description"),
    (945, 959, "head", "name"),
    (1687, 1704, "office", "name"),
    (1750, 1755, "first", "metonym"),
    (2083, 2088, "first", "metonym"),
    (2097, 2103, "second", "metonym"),
    (2151, 2157, "second", "metonym"),
)
SIX = [
    ("indirect", (78, 99), (100, 104), (119, 327), "office", None),
    ("direct", (913, 959), (960, 964), (966, 1211), "office", None),
    ("direct", (1685, 1713), (1714, 1718), (1583, 1684), None, "office"),
    ("mixed", (1731, 1739), (1740, 1744), (1745, 1925), None, None),
    ("mixed", (2083, 2088), (2089, 2096), (2097, 2144), "first", None),
    ("mixed", (2151, 2157), (2158, 2168), (2169, 2270), "second", None),
]


@pytest.fixture(scope="module")
def quotes() -> tuple[Quote, ...]:
    source_text = (files("app") / "articles" / "karabakh.txt").read_text("utf-8")
    document = build_document(clean(source_text))
    lexicon = load_lexicon()
    mentions = tuple(
        Mention(Span(start, end), actor, kind, "hand") for start, end, actor, kind in MENTIONS
    )
    found, _ = find_quotes(document, tokenize(document, lexicon), ACTORS, mentions, lexicon)
    return found


def test_the_six_quotes_of_the_founding_article_and_no_seventh(quotes: tuple[Quote, ...]) -> None:
    found = [
        (
            quote.kind,
            quote.source and (quote.source.start, quote.source.end),
            quote.cue and (quote.cue.start, quote.cue.end),
            *[(piece.start, piece.end) for piece in quote.content],
            quote.speaker,
            quote.on_behalf_of,
        )
        for quote in quotes
    ]
    assert found == SIX
