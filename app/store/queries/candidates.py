"""Which texts may have asked words: what the indexes say in bounded time.

FTS5 is quick where a rare word leads it from text to text. To find that common words stand nowhere
in a row it would walk through the whole store; then only the newest texts are searched. Each answer
says whether it may have left out a text.
"""

from dataclasses import dataclass, replace
from math import log

from app import identity
from app.comparing.asking import Pieces
from app.comparing.normalizing import Words, is_unspaced
from app.store.engine import Session
from app.store.queries.paging import fetch_all
from app.store.rows import POSITION_BITS
from app.store.searching import phrase_expression

_WALKED = 5_000  # texts: a word in fewer leads to all of them, else the newest are searched
_LISTED = 1_000  # texts, the newest, that are known to have a word
_MOST = 100  # texts that are found; some of them may be withdrawn or not current
_COUNTED = 12  # words: the longest, which are mostly the rarest
_LOOKED_UP = 8  # words: the rarest of those that are counted
_PAIRED = 4  # words: the rarest of those that are looked up
_PHRASE = 4  # words around the rarest: few texts share as many, and each costs a step a text

# By `+rowid` and not by `rowid`: FTS5 would walk backwards then, and not stop at the oldest text.
# The content of a quote is searched in a row, whatever the text has between its pieces.
_WITH_PHRASE = f"""
    SELECT id FROM (
        SELECT rowid AS id FROM search_article
        WHERE search_article MATCH :phrase AND rowid > :oldest ORDER BY +rowid DESC LIMIT :most
    )
    UNION SELECT id FROM (
        SELECT rowid >> {POSITION_BITS} AS id FROM search_quote
        WHERE search_quote MATCH :phrase AND rowid > :oldest << {POSITION_BITS}
        ORDER BY +rowid DESC LIMIT :most
    )
    UNION SELECT id FROM (
        SELECT version AS id FROM quote WHERE words_hash = :hash ORDER BY quote.id DESC LIMIT :most
    )
    ORDER BY id DESC LIMIT :most
"""
_COUNT = """
    (SELECT count(*) FROM (
        SELECT 1 FROM search_article WHERE search_article MATCH :word{n} LIMIT :walked
    ))
"""
_WITH_WORD = """
    SELECT id, :weight{n} AS weight FROM (
        SELECT rowid AS id FROM search_article
        WHERE search_article MATCH :clue{n} ORDER BY rowid DESC LIMIT :listed
    )
"""
_WITH_PAIR = """
    SELECT id, :weight{n} AS weight FROM (
        SELECT rowid AS id FROM search_article
        WHERE search_article MATCH :clue{n} AND rowid > :oldest{n}
        ORDER BY +rowid DESC LIMIT :listed
    )
"""
_WITH_MOST = """
    SELECT id FROM ({having}) GROUP BY id ORDER BY sum(weight) DESC, id DESC LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Row numbers of versions, the best first; `complete`: no other can have what was asked."""

    versions: list[int]
    complete: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word where it is asked for, and in how many texts it is, up to _WALKED."""

    piece: Words
    place: int
    texts: int

    def expression(self, first: int = 0, many: int = 1) -> str:
        """What FTS5 is to match for so many words in a row, of which the first is so many from it:
        as far as its piece has them.
        """
        end = min(len(self.piece.folded), max(0, self.place + first) + many)
        return phrase_expression(self.piece.cut(max(0, end - many), end))

    def oldest(self, newest: int, texts: int) -> int:
        """Behind which version to search for it: of a common word, so many of the newest texts."""
        return 0 if self.texts < _WALKED else max(0, newest - texts)

    @property
    def weight(self) -> float:
        """How much it says of a text: more, the fewer have it."""
        return log(1 + _WALKED / self.texts)


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of some pieces that are looked up, the rarest first; whether the index knows all
    their words, whether all of those are looked up, and the row number of the newest version.
    """

    pieces: Pieces
    words: list[_Word]
    indexed: bool
    all: bool
    newest: int


def count_words(session: Session, pieces: Pieces) -> Counted:
    """In how many texts the longest words of these pieces are.

    The index has no words of scripts without spaces: there a text between two marks is one.
    """
    places = {word: (piece, n) for piece in pieces for n, word in enumerate(piece.folded)}
    known = [word for word in places if any(map(str.isalnum, word)) and not is_unspaced(word)]
    longest = sorted(known, key=len, reverse=True)[:_COUNTED]
    words = [_Word(*places[word], texts=0) for word in longest]
    counts = [_COUNT.format(n=n) for n in range(len(words))]
    statement = f"SELECT {', '.join(['coalesce(max(id), 0) AS newest', *counts])} FROM version"
    parameters = {f"word{n}": word.expression() for n, word in enumerate(words)}
    newest, *texts = fetch_all(session, statement, {"walked": _WALKED, **parameters})[0].values()
    counted = [replace(word, texts=many) for word, many in zip(words, texts, strict=True)]
    return Counted(
        pieces=pieces,
        words=sorted(counted, key=lambda word: word.texts),
        indexed=bool(known) and not any(map(is_unspaced, places)),
        all=len(known) == len(longest),
        newest=newest,
    )


def find_with_words(session: Session, counted: Counted) -> Candidates:
    """Texts that may have the pieces to the word, the newest first."""
    if not counted.words or not counted.words[0].texts:
        return Candidates([], counted.indexed)
    rarest = counted.words[0]
    parameters = {
        "phrase": rarest.expression(-1, _PHRASE),
        "hash": identity.words_hash(tuple(piece.text for piece in counted.pieces)),
        "oldest": (oldest := rarest.oldest(counted.newest, _WALKED)),
        "most": _MOST,
    }
    found = [row["id"] for row in fetch_all(session, _WITH_PHRASE, parameters)]
    return Candidates(found, counted.indexed and not oldest and len(found) < _MOST)


def find_with_rare_words(session: Session, counted: Counted) -> Candidates:
    """Texts that have any of the words, those with the rarest and with most of them first; and of
    those rather one that has a word beside the one that it was asked for with.
    """
    there = [word for word in counted.words if word.texts]
    words, paired = there[:_LOOKED_UP], there[:_PAIRED]
    clues = [(_WITH_WORD, word, word.expression()) for word in words]
    clues += [(_WITH_PAIR, word, word.expression(-1, 2)) for word in paired]
    clues += [(_WITH_PAIR, word, word.expression(0, 2)) for word in paired]
    if not clues:
        return Candidates([], counted.indexed and counted.all)
    having = " UNION ALL ".join(clue.format(n=n) for n, (clue, *_) in enumerate(clues))
    statement = _WITH_MOST.format(having=having)
    parameters: dict[str, object] = {"listed": _LISTED, "most": _MOST}
    for n, (_, word, expression) in enumerate(clues):
        oldest = word.oldest(counted.newest, _LISTED)
        parameters |= {f"clue{n}": expression, f"weight{n}": word.weight, f"oldest{n}": oldest}
    found = [row["id"] for row in fetch_all(session, statement, parameters)]
    every = counted.indexed and counted.all and words == there and words[-1].texts < _LISTED
    return Candidates(found, every and len(found) < _MOST)
