"""What became of everything in a text, in the text that came after it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from app.comparing.pairing import Anchor, Places, pair
from app.comparing.wording import fold_words, likeness

ChangeKind = Literal["kept", "moved", "reworded", "lost", "new"]
Changed = Literal["headline", "paragraph", "quote", "mention"]
ANNOTATIONS = frozenset[Changed]({"quote", "mention"})


@dataclass(frozen=True, slots=True)
class Anchors:
    """All that is compared of one text, each in the text's order; it has one headline at most."""

    headline: Sequence[Anchor] = ()
    paragraph: Sequence[Anchor] = ()
    quote: Sequence[Anchor] = ()
    mention: Sequence[Anchor] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one thing.

    kept      the same words in the same place
    moved     the same words in another place
    reworded  other words in its stead; `score` says how alike (wording.likeness)
    lost      nothing: there is no `after`
    new       there is no `before`
    """

    of: Changed
    kind: ChangeKind
    before: Anchor | None
    after: Anchor | None
    score: float | None = None


def compare(before: Anchors, after: Anchors) -> list[Change]:
    """Everything in the two texts, each in exactly one change.

    Headline, paragraphs, quotes, mentions: of each first what the second text has, in its order,
    then what is lost. Annotations are looked for where the paragraphs went.
    """
    blocks = [
        *_compare("headline", before.headline, after.headline),
        *_compare("paragraph", before.paragraph, after.paragraph),
    ]
    places = sorted((c.before.start, c.after.start) for c in blocks if c.before and c.after)
    return [
        *blocks,
        *_compare("quote", before.quote, after.quote, places),
        *_compare("mention", before.mention, after.mention, places),
    ]


def _compare(
    of: Changed, before: Sequence[Anchor], after: Sequence[Anchor], places: Places = ()
) -> Iterator[Change]:
    pairs = pair(before, after, places)
    origins = {j: before[i] for i, j in pairs.items()}
    for j, anchor in enumerate(after):
        yield _change(of, origins[j], anchor) if j in origins else Change(of, "new", None, anchor)
    for i, anchor in enumerate(before):
        if i not in pairs:
            yield Change(of, "lost", anchor, None)


def _change(of: Changed, before: Anchor, after: Anchor) -> Change:
    if before.words == after.words:
        return Change(of, "kept" if before.spans == after.spans else "moved", before, after)
    words, others = (fold_words(" ".join(anchor.words)) for anchor in (before, after))
    return Change(of, "reworded", before, after, likeness(words, others))


def count(changes: Iterable[Change]) -> dict[ChangeKind, int]:
    """How many there are of each kind."""
    counted = Counter(change.kind for change in changes)
    return {kind: counted[kind] for kind in get_args(ChangeKind)}
