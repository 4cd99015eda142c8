"""Articles made up for measuring: as many as one wants, always the same ones.

Each has a headline, 12 paragraphs, 20 mentions and 5 quotes, and about 3,600 code points. Words
follow Zipf's law over 30,000 made-up ones, the commonest ones English, so that a search index
meets what it meets in a newsroom; actors follow it, too.
"""

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from app.standoff import Actor, AnnotatedDocument, Document, Mention, Paragraph, Quote, Span
from app.store.engine import writer
from app.store.migrating import migrate
from app.store.saving import New, save_articles
from app.text.reading import SourceText

PARAGRAPHS, MENTIONS, QUOTES = 12, 20, 5
COMMONEST = "the"
_COMMON = (
    f"{COMMONEST} of to and a in that is was for on with he as by at it from his be an are had not"
    " were which this has but they have one would all been their there more who when about or will"
    " government minister people year new last first country police talks party border water"
)
_SYLLABLES = [c + v + e for c in "bcdfghklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "s")]
_WORDS, _ACTORS = 30_000, 20_000
_TOGETHER = 500  # articles a transaction


class _Zipf:
    """Draws from things so that the n-th comes 1/n as often as the first."""

    def __init__(self, things: Sequence[str]) -> None:
        self._things = things
        self._weights = list(accumulate(1 / n for n in range(1, len(things) + 1)))

    def draw(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self._things, cum_weights=self._weights, k=count)


@cache
def _words() -> _Zipf:
    chance = random.Random("words")
    made_up = {"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(_WORDS)}
    return _Zipf(_COMMON.split() + chance.sample(sorted(made_up), len(made_up)))


@cache
def _names() -> _Zipf:
    chance = random.Random("names")
    parts = ["".join(chance.choices(_SYLLABLES, k=2)).title() for _ in range(2 * _ACTORS)]
    return _Zipf([f"{first} {last}" for first, last in zip(parts[::2], parts[1::2], strict=True)])


class _Writer:
    """A text as it grows, and the spans of what was put into it."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def make_article(
    number: int, paragraphs: int = PARAGRAPHS, mentions: int = MENTIONS, quotes: int = QUOTES
) -> AnnotatedDocument:
    """The article of this number; it has no more quotes than paragraphs, and more mentions."""
    chance = random.Random(number)
    out = _Writer()
    headline = out.put(f"{' '.join(_words().draw(chance, 7)).capitalize()} {number}")
    blocks: list[Paragraph] = []
    named: list[Mention] = []
    said: list[Quote] = []
    for block in range(paragraphs):
        out.put("\n\n")
        start = len(out.text)
        names = _names().draw(chance, mentions // paragraphs + (block < mentions % paragraphs))
        if block < quotes:
            said.append(_put_quote(out, chance, names[0], named))
            names = names[1:]
        for name in names:
            _put_sentence(out, chance, name, named)
        out.put(f"{' '.join(_words().draw(chance, 25)).capitalize()}.")
        blocks.append(Paragraph(block + 1, Span(start, len(out.text))))
    actors = {mention.actor: None for mention in named}
    return AnnotatedDocument(
        document=Document(out.text, headline, tuple(blocks)),
        actors=tuple(Actor(id, "person", id.replace("-", " ").title()) for id in actors),
        mentions=tuple(named),
        quotes=tuple(said),
        annotator="made up",
    )


def _put_name(out: _Writer, name: str, mentions: list[Mention]) -> Span:
    span = out.put(name)
    mentions.append(Mention(span, name.lower().replace(" ", "-"), "name", "made_up"))
    return span


def _put_sentence(out: _Writer, chance: random.Random, name: str, mentions: list[Mention]) -> None:
    _put_name(out, name, mentions)
    out.put(f" {' '.join(_words().draw(chance, 15))}. ")


def _put_quote(out: _Writer, chance: random.Random, name: str, mentions: list[Mention]) -> Quote:
    out.put("“")
    content = out.put(" ".join(_words().draw(chance, 18)))
    out.put(",” ")
    source = _put_name(out, name, mentions)
    out.put(" ")
    cue = out.put("said")
    out.put(". ")
    return Quote("direct", (content,), cue, source, mentions[-1].actor, None, "made_up")


def fill(store: Path, numbers: range) -> None:
    """Stores the articles of these numbers, making the store where there is none."""
    migrate(store)
    write = writer(store)
    for first in numbers[::_TOGETHER]:
        with write() as session:
            save_articles(session, [*_new(range(first, min(first + _TOGETHER, numbers.stop)))])
            session.commit()


def _new(numbers: range) -> Iterator[New]:
    for number in numbers:
        annotated = make_article(number)
        yield annotated, SourceText(f"{number}.txt", annotated.document.text.encode())
