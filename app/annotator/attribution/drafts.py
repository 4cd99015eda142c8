"""A quote in the making, in tokens, and what it becomes."""

from dataclasses import dataclass

from app.annotator.attribution.reading import Piece, Reading
from app.annotator.attribution.speakers import Voice
from app.standoff import Quote, QuoteKind


@dataclass(frozen=True, slots=True)
class Draft:
    """What one rule found, its content in the order of the text. Only a quotation that goes on adds
    to it.
    """

    rule: str
    content: list[Piece]
    cue: Piece | None
    source: Piece | None

    def end(self) -> int:
        """The token after its last."""
        parts = (self.content[-1], self.cue or (0, 0), self.source or (0, 0))
        return max(end for _, end in parts)


def to_quote(reading: Reading, draft: Draft, voice: Voice) -> Quote:
    """The quote of a draft, in spans of the text."""
    return Quote(
        kind=_kind(reading, draft.content),
        content=tuple(reading.span(*piece) for piece in draft.content),
        cue=None if draft.cue is None else reading.span(*draft.cue),
        source=None if draft.source is None else reading.span(*draft.source),
        speaker=voice.speaker,
        on_behalf_of=voice.on_behalf_of,
        rule=draft.rule,
    )


def _kind(reading: Reading, pieces: list[Piece]) -> QuoteKind:
    inside = outside = False
    for first, end in pieces:
        index = first
        while index < end:
            quotation = reading.at_first.get(index)
            if quotation is not None:
                inside = True
                index = quotation.last
            elif reading.words[index][0].isalnum():
                outside = True
            index += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
