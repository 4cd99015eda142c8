"""Words as they are compared: folded, each knowing where in its text it stands.

Only words count. What people type differently without saying anything else is folded away: case and
compatibility forms (Unicode's casefold of NFKD), accents and vowel points, invisible characters.
What stands between words (white space, quotation marks, dashes, full stops) only separates. Signs
of currencies and percentages are words of their own: five dollars are not five euros. Scripts
without spaces have a word in each of their characters.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from app.standoff import Span

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
_PERCENT = frozenset("%‰‱٪％﹪")
_FRACTION_SLASH = "\u2044"  # "½" is "1⁄2" in NFKD, and must not become "12"
# Canonical combining classes: what stands through, above or below a letter, and the vowel points
# of Hebrew and Arabic. Voiced kana, viramas and tone marks have other classes: they make words.
_ACCENTS = frozenset({1, *range(10, 37), *range(200, 256)})

# What a character is to a word: a part of it, invisible in it, a word by itself, or its end.
_PART, _INVISIBLE, _ALONE, _BETWEEN = "w", "i", "a", " "
_WORD = re.compile(f"{_ALONE}|{_PART}[{_PART}{_INVISIBLE}]*")


def _fold(char: str) -> str:
    """What of a character counts; it may be several, or nothing."""
    if not (_is_sign(char) or unicodedata.category(char)[0] in "LMN"):
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(one for one in plain if _counts(one))


def _counts(char: str) -> bool:
    if _is_sign(char) or char == _FRACTION_SLASH:
        return True
    return unicodedata.category(char)[0] in "LMN" and not _is_invisible(char)


def _is_sign(char: str) -> bool:
    return unicodedata.category(char) == "Sc" or char in _PERCENT


def _is_invisible(char: str) -> bool:
    variation = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    accent = unicodedata.combining(char) in _ACCENTS
    return variation or accent or unicodedata.category(char) == "Cf"


def _role(char: str) -> str:
    if not _fold(char):
        return _INVISIBLE if _is_invisible(char) else _BETWEEN
    return _ALONE if _is_sign(char) or _UNSPACED.match(char) else _PART


class _Folds(dict[int, str]):
    """For str.translate: what counts, with spaces between words. Filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        role = _role(char)
        fold = {_BETWEEN: " ", _ALONE: f" {_fold(char)} "}.get(role, _fold(char))
        return self.setdefault(code, fold)


class _Roles(dict[int, str]):
    """As _Folds, and one character for one: what is found in the roles has the text's offsets."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _role(chr(code)))


_FOLDS, _ROLES = _Folds(), _Roles()


@dataclass(frozen=True)
class Words:
    """The words of a text: word `i`, folded, is `folded[i]` and stands from `starts[i]` to
    `ends[i]` (code points of the text, which is not changed for it).
    """

    text: str
    folded: list[str]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [match.start() for match in self._found]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return [match.end() for match in self._found]

    @cached_property
    def _found(self) -> list[re.Match[str]]:
        """Only when asked for: of most texts it is enough to know that they have other words."""
        return list(_WORD.finditer(self.text.translate(_ROLES)))

    def span(self, first: int, last: int) -> Span:
        """Where the words from number `first` to number `last`, both included, stand."""
        return Span(self.starts[first], self.ends[last])

    def cut(self, start: int, end: int) -> str:
        """The text from word number `start` to before number `end`, as it is written."""
        return self.span(start, end - 1).of(self.text) if start < end else ""


def is_unspaced(word: str) -> bool:
    """Whether a word is one character of a script without spaces between words."""
    return _UNSPACED.match(word) is not None


def fold(text: str) -> Words:
    """The words of a text; linear in its length."""
    return Words(text, text.translate(_FOLDS).split())
