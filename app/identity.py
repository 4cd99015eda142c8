"""The ids that stand in addresses: made of words alone, so they are the same on every machine.

No offset, kind, speaker or rule enters an id; it survives a new version of the text and a better
annotator wherever the words did.
"""

import hashlib
import unicodedata

from app.standoff import Document

_LOOKED_AT = 10_000  # code points for a slug: more would be cut off
SLUG_LENGTH = 60  # code points; long enough to be read, short enough for an address


class _Kept(dict[int, int]):
    """For str.translate: letters, their marks and digits stay, all else becomes a space.

    Filled as characters are met, so that a long text is translated and not walked through.
    """

    def __missing__(self, code: int) -> int:
        kept = code if unicodedata.category(chr(code))[0] in "LMN" else ord(" ")
        return self.setdefault(code, kept)


_KEPT = _Kept()
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`"))


def slug(words: str, length: int | None = None) -> str:
    """Lower-case words joined by hyphens; letters, their marks and digits of any script stay.

    Apostrophes vanish, everything else separates. With `length`, cut at a word. May be empty.
    """
    letters = unicodedata.normalize("NFC", words.lower())
    return _cut("-".join(letters.translate(_APOSTROPHES).translate(_KEPT).split()), length)


def _cut(whole: str, length: int | None) -> str:
    if length is None or len(whole) <= length:
        return whole
    at_word = whole[: length + 1].rpartition("-")[0]
    return at_word or whole[:length]


def sha256(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal; a lone surrogate counts as itself."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def article_id(document: Document) -> str:
    """The id of an article whose first text this is.

    The slug of its headline, or of its first paragraph, then six digits of its text's SHA-256.
    """
    first = next((block.of(document.text) for block in document.blocks()), "")[:_LOOKED_AT]
    return f"{slug(first, SLUG_LENGTH) or 'article'}-{sha256(document.text)[:6]}"


def version_id(digest: str) -> str:
    """The id of the version whose text has this SHA-256."""
    return digest[:12]


def quote_id(article: str, content: tuple[str, ...], ordinal: int) -> str:
    """The id of the `ordinal`-th quote (from 0) of an article with exactly these content pieces."""
    return _digest(article, *content, str(ordinal))


def mention_id(article: str, actor: str, block: str, ordinal: int) -> str:
    """The id of the `ordinal`-th mention (from 0) of an actor in blocks with the words whose
    SHA-256 is `block`.
    """
    return _digest(article, actor, block, str(ordinal))


def _digest(*parts: str) -> str:
    """16 hex digits over the parts; no part can hold the NUL that separates them."""
    return sha256("\0".join(parts))[:16]


def words_hash(content: tuple[str, ...]) -> str:
    """The same for the same words, however they are marked, cased and spaced: 16 hex digits."""
    words = " ".join(content)
    return sha256(slug(words) or words)[:16]
