"""The lexicon: every word list the rules go by, read from app/annotator/data and checked."""

from dataclasses import dataclass
from functools import cache

from app.annotator.lexicon.files import read_words
from app.annotator.lexicon.speech import SpeechLexicon, load_speech


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of the annotator; frozen, so one serves every thread."""

    abbreviations: frozenset[str]
    function_words: frozenset[str]
    speech: SpeechLexicon


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of this program. Raises LexiconError where a file is not what it promises."""
    abbreviations = read_words("abbreviations.toml")
    return Lexicon(
        abbreviations=frozenset().union(*abbreviations.values()),
        function_words=read_words("english.toml")["function_words"],
        speech=load_speech(),
    )
