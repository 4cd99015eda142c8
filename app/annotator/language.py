"""Whether a text is in the one language the rules are written for."""

from itertools import islice

from app.annotator.lexicon import Lexicon
from app.annotator.tokens import Tokens

_ENOUGH = 12  # words; fewer say nothing about their language
_LOOKED_AT = 2_000  # words; more say nothing new
# Running English has 30 to 45 % of these function words, headlines and lists 10 to 20 %, other
# languages in Latin letters under 3 %.
_SHARE = 0.08


def is_english(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the annotator can read the text; a text too short to tell is taken for English."""
    words = [word.lower() for word in islice(tokens.words, _LOOKED_AT) if word[0].isalpha()]
    if words and sum([word < "\u0250" for word in words]) < len(words) / 2:  # past Latin letters
        return False
    if len(words) < _ENOUGH:
        return True
    return sum(map(lexicon.function_words.__contains__, words)) >= _SHARE * len(words)
