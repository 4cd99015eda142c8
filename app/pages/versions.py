"""A version's page: its text beside that of the version before, and what became of each quote."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import get_args

from app.comparing.changes import Change, Changed, ChangeKind, count
from app.comparing.pairing import Anchor
from app.comparing.wording import Piece, difference
from app.pages import Row, render
from app.pages.marking import ShownQuote, language_of, show_quotes
from app.pages.voices import find_voices
from app.standoff import AnnotatedDocument

_SAME: tuple[ChangeKind, ...] = ("kept", "moved")
_TOLD: tuple[ChangeKind, ...] = ("reworded", "lost", "new", "moved", "kept")  # in this order


@dataclass(frozen=True, slots=True)
class WholeVersion:
    """A version: its row of queries.articles, its document, and the ids of its quotes in order."""

    row: Row
    annotated: AnnotatedDocument
    quote_ids: Sequence[str]

    @property
    def language(self) -> str:
        """What its words are in, as far as that is known."""
        return language_of(self.annotated, self.row["language"])

    def numbers(self) -> dict[int, int]:
        """The number of each paragraph by where it begins; of the headline, 0."""
        document = self.annotated.document
        headline = {document.headline.start: 0} if document.headline else {}
        return headline | {each.span.start: each.number for each in document.paragraphs}

    def quotes(self) -> dict[str, ShownQuote]:
        """Its quotes by their ids."""
        voices = find_voices(self.annotated)
        shown = show_quotes(self.annotated, self.quote_ids, voices)
        return {quote.id: quote for quote in shown}


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """What became of a headline (its number is 0) or a paragraph, and the words of both in pieces.

    What stands word for word in both has a `shift`: how much farther down it is than it was.
    """

    kind: ChangeKind
    before: int | None
    after: int | None
    shift: int | None
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What became of a quote, and the words of both in pieces.

    `was` has what is told otherwise now: a word of the glossary, and what it was before.
    """

    kind: ChangeKind
    before: ShownQuote | None
    after: ShownQuote | None
    pieces: list[Piece]
    was: list[tuple[str, str]]


def version_page(
    after: WholeVersion,
    before: WholeVersion | None,
    changes: Sequence[Change],
    *,
    versions: Sequence[str],
    **site: object,
) -> str:
    """The page of a version; `before` is its predecessor, None for the first version.

    `changes` are those of comparing.changes between the two, `versions` the ids of all versions of
    the article by their numbers. `site` is what every page knows.
    """
    number = after.row["number"]
    return render(
        "version.html",
        article=after.row,
        before=before,
        after=after,
        later=next(iter(versions[number:]), None),
        versions=len(versions),
        counts={of: count(each for each in changes if each.of == of) for of in get_args(Changed)},
        runs=_show_text(changes, before.numbers() if before else {}, after.numbers()),
        quotes=_show_quotes(changes, before.quotes() if before else {}, after.quotes()),
        **site,
    )


def _show_text(
    changes: Iterable[Change], numbers: dict[int, int], numbers_after: dict[int, int]
) -> list[tuple[int | None, list[ShownBlock]]]:
    """The blocks, in runs: what follows each other word for word in both texts, and what does not.

    Each run with its shift.
    """
    blocks = []
    for change in _order([each for each in changes if each.of in ("headline", "paragraph")]):
        before = numbers.get(_start(change.before))
        after = numbers_after.get(_start(change.after))
        shift = None
        if change.kind in _SAME and before is not None and after is not None:
            shift = after - before
        blocks.append(ShownBlock(change.kind, before, after, shift, _pieces(change)))
    return [(shift, list(run)) for shift, run in groupby(blocks, key=attrgetter("shift"))]


def _order(blocks: Sequence[Change]) -> list[Change]:
    """As the second text runs; what is lost stands behind what it stood behind in the first."""
    both = sorted(
        (each.before.start, each.after.start) for each in blocks if each.before and each.after
    )

    def place(change: Change) -> tuple[int, int]:
        start = _start(change.before)
        if change.after:
            return change.after.start, -1
        behind = bisect_right(both, (start, sys.maxsize))
        return (both[behind - 1][1] if behind else -1), start

    return sorted(blocks, key=place)


def _start(anchor: Anchor | None) -> int:
    return anchor.start if anchor else -1


def _pieces(change: Change) -> list[Piece]:
    return difference(_wording(change.before), _wording(change.after))


def _wording(anchor: Anchor | None) -> str:
    return " […] ".join(anchor.words) if anchor else ""


def _show_quotes(
    changes: Iterable[Change], quotes: dict[str, ShownQuote], quotes_after: dict[str, ShownQuote]
) -> list[tuple[ChangeKind, list[ShownChange]]]:
    """What became of the quotes, by the kinds of change that there are."""
    shown: dict[ChangeKind, list[ShownChange]] = {kind: [] for kind in _TOLD}
    for change in changes:
        if change.of == "quote":
            before = quotes[change.before.id] if change.before else None
            after = quotes_after[change.after.id] if change.after else None
            was = _compare(before, after) if before and after else []
            shown[change.kind].append(ShownChange(change.kind, before, after, _pieces(change), was))
    return [(kind, each) for kind, each in shown.items() if each]


def _compare(before: ShownQuote, after: ShownQuote) -> list[tuple[str, str]]:
    now = _known(after)
    return [(name, words) for name, words in _known(before).items() if words != now[name]]


def _known(quote: ShownQuote) -> dict[str, str]:
    speaker = quote.voice.actor.name if quote.voice.actor else None
    known = {"speaker": speaker, "kind": quote.kind, "cue": quote.cue, "source": quote.source}
    return {name: words or "none" for name, words in known.items()}
