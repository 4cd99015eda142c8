"""The cast: the actors of a document, where they are mentioned, and who a pronoun stands for."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from app.annotator.lexicon.speech import Grammar
from app.annotator.marks import Quotation
from app.annotator.tokens import Tokens
from app.standoff import Actor, ActorKind, Document, Mention, Quote, Span

TITLE_LENGTH = 12  # characters of a title before a name
LOOK_BACK = 40  # mentions before a pronoun that are looked at


@dataclass(slots=True)
class Cast:
    """Actors by id, their mentions in the order of the text, and those outside quotations."""

    kinds: dict[str, ActorKind]
    mentions: list[Mention]
    starts: list[int]
    told: list[Mention]  # outside quotations: what the writer says, not what is said
    told_starts: list[int]
    blocks: list[int]  # where headline and paragraphs start
    genders: dict[str, str]
    last: tuple[int, str | None] = (-1, None)  # place and speaker of the quote before
    found: list[Mention] = field(default_factory=list)

    def heard(self, quote: Quote) -> None:
        """Remembers who spoke last, for the pronouns that follow."""
        self.last = (quote.content[-1].start, quote.speaker)

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie in a span."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        return [m for m in self.mentions[first:last] if m.span.end <= span.end]

    def stand_for(self, pronoun: str, span: Span) -> str | None:
        """The actor a pronoun stands for, noted as a mention of it."""
        actor = self.antecedent(pronoun, span.start)
        if actor is not None:
            self.found.append(Mention(span, actor, "pronoun", "pronoun_source"))
        return actor

    def antecedent(self, pronoun: str, place: int) -> str | None:
        """The actor that a pronoun at `place` stands for, where only one is possible."""
        pronoun = pronoun.lower()
        if pronoun in ("who", "which"):
            return self._just_before(place)
        if pronoun in ("he", "she"):
            return self._one(pronoun, place, frozenset({"person"}))
        if pronoun == "it":
            return self._one(pronoun, place, frozenset({"organization", "state"}))
        return None

    def _just_before(self, place: int) -> str | None:
        index = bisect_left(self.told_starts, place) - 1
        if index < 0 or not 0 < place - self.told[index].span.end <= 2:
            return None
        return self.told[index].actor

    def _one(self, pronoun: str, place: int, kinds: frozenset[ActorKind]) -> str | None:
        block = bisect_right(self.blocks, place) - 1
        here = self._possible(self.blocks[block], place, pronoun, kinds)
        spoke, speaker = self.last
        if len(here) == 1:
            return here.pop()
        above = self.blocks[max(block - 1, 0)]
        if not here:
            before = self._possible(above, self.blocks[block], pronoun, kinds)
            if len(before) == 1:
                return before.pop()
        if speaker is None or spoke < above or not self._agrees(speaker, pronoun, kinds):
            return None
        since = self._possible(spoke, place, pronoun, kinds)
        return speaker if since <= {speaker} or not here else None

    def _possible(
        self, start: int, end: int, pronoun: str, kinds: frozenset[ActorKind]
    ) -> set[str]:
        first = bisect_left(self.told_starts, start)
        last = bisect_left(self.told_starts, end)
        actors = {m.actor for m in self.told[max(first, last - LOOK_BACK) : last]}
        return {actor for actor in actors if self._agrees(actor, pronoun, kinds)}

    def _agrees(self, actor: str, pronoun: str, kinds: frozenset[ActorKind]) -> bool:
        return self.kinds[actor] in kinds and self.genders.get(actor, pronoun) == pronoun


def gather(
    document: Document,
    tokens: Tokens,
    quotations: list[Quotation],
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    grammar: Grammar,
) -> Cast:
    """The cast of a document."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    told = _outside(tokens, quotations, ordered)
    return Cast(
        kinds={actor.id: actor.kind for actor in actors},
        mentions=ordered,
        starts=[mention.span.start for mention in ordered],
        told=told,
        told_starts=[mention.span.start for mention in told],
        blocks=[block.start for block in document.blocks()],
        genders=_genders(document.text, ordered, grammar),
    )


def _outside(tokens: Tokens, quotations: list[Quotation], ordered: list[Mention]) -> list[Mention]:
    told: list[Mention] = []
    place = 0
    for mention in ordered:
        start = mention.span.start
        while place < len(quotations) and tokens.ends[quotations[place].last] <= start:
            place += 1
        if place == len(quotations) or start < tokens.starts[quotations[place].first]:
            told.append(mention)
    return told


def _genders(text: str, ordered: list[Mention], grammar: Grammar) -> dict[str, str]:
    """What the title before a name says: "Mr" he, "Ms" she."""
    genders: dict[str, str] = {}
    for mention in ordered:
        start = mention.span.start
        title = text[max(0, start - TITLE_LENGTH) : start].rstrip(" .").rpartition(" ")[2]
        if title in grammar.he_titles:
            genders[mention.actor] = "he"
        elif title in grammar.she_titles:
            genders[mention.actor] = "she"
    return genders
