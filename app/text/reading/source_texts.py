"""What came in, what is in it where it is a page, and the bounds it came in within."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """What came in, verbatim, and what its source or the person seeding said about it.

    `utf_8` is all of it, as bytes: a string may take four times as much. `words` are the words of
    its article where it holds more: of an HTML page.
    """

    name: str
    utf_8: bytes
    url: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None
    words: str | None = None

    @property
    def article(self) -> str:
        """The words of the article, still to be cleaned."""
        return self.utf_8.decode() if self.words is None else self.words


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page's article, still to be cleaned, and what the page declares of it."""

    words: str
    url: str | None
    published: str | None
    author: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a source text may be, in bytes; how long an address may take to answer, and an HTML
    page to be read, in seconds; and whether an address may lead into a private network.
    """

    bytes: int
    seconds: float
    allow_private: bool = False
