"""What every rule of attribution reads: the tokens, with quotations that can be stepped over."""

from dataclasses import dataclass

from app.annotator.lexicon.speech import Grammar, SpeechLexicon
from app.annotator.marks import Quotation
from app.annotator.tokens import Tokens
from app.standoff import Span

Piece = tuple[int, int]  # tokens from, to (not included)

COMMAS = frozenset({",", "—", "–", "―", "--"})
STOPS = frozenset({".", "?", "!", ";"})
POSSESSIVE = frozenset({"’s", "'s", "’", "'"})


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens, the quotations among them by their first and by their last token, and the lexicon."""

    words: list[str]
    tokens: Tokens
    at_first: dict[int, Quotation]
    at_last: dict[int, Quotation]
    speech: SpeechLexicon
    grammar: Grammar

    def span(self, first: int, end: int) -> Span:
        """The span of tokens `first` to `end`, `end` not included."""
        return Span(self.tokens.starts[first], self.tokens.ends[end - 1])

    def touches(self, index: int) -> bool:
        """Whether a token and the next stand without a space between them."""
        return self.tokens.ends[index] == self.tokens.starts[index + 1]

    def is_adverb(self, index: int) -> bool:
        """Whether a token is an adverb."""
        return self.grammar.is_adverb(self.words[index])

    def is_verb(self, index: int) -> bool:
        """Whether a token is known for a finite verb, or ends as past forms do."""
        word = self.words[index]
        if word in self.grammar.verbs or word in self.speech.cues:
            return True
        return word.endswith("ed") and len(word) > 3 and word.islower()


def read(tokens: Tokens, quotations: list[Quotation], speech: SpeechLexicon) -> Reading:
    """The reading of a document."""
    return Reading(
        tokens.words,
        tokens,
        {quotation.first: quotation for quotation in quotations},
        {quotation.last: quotation for quotation in quotations},
        speech,
        speech.grammar,
    )
