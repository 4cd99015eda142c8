"""From source text to the words of the article: one form of every line, no page furniture.

Nothing is merged or replaced but what stands here: line ends become line feeds, control characters
and byte order marks go, the whole becomes NFC, and lines that belong to the web page and not to the
article go. Other invisible characters (joiners, bidi controls, soft hyphens) are part of the words.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain, groupby, pairwise

# All of category Cc but tab and line feed; and byte order marks, left wherever files were joined.
_CONTROL = (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xFEFF)
_STRAIGHT = dict.fromkeys(_CONTROL) | dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), "\n")
_CROOKED = re.compile(f"[{''.join(map(chr, _STRAIGHT))}]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_BLANK_LINES = re.compile(r"\n{3,}")

# Unicode Standard Annex 15, section 13: no writing has more than 30 marks in a row.
_LONG_RUN = re.compile("[\u0300-\U0010ffff]{31,}")  # before U+0300 nothing is a mark

# What news pages print around an article, each a line of its own: in lower case, without the
# punctuation at its end. Compared whole, so a sentence that holds one of them is safe.
_FURNITURE = frozenset({
    "source link", "leave a reply", "leave a comment", "leave a response", "post a comment",
    "cancel reply", "comments", "no comments", "comments are closed", "add a comment",
    "your email address will not be published", "required fields are marked",
    "your email address will not be published. required fields are marked",
    "advertisement", "advertising", "story continues below advertisement",
    "article continues below advertisement", "article continues after advertisement",
    "continue reading", "continue reading the main story", "read more", "read also", "see also",
    "related articles", "related stories", "related posts", "recommended", "more on this story",
    "most read", "most popular", "trending", "you may also like", "you might also like",
    "share this", "share this article", "share this post", "share this story", "share on facebook",
    "share on twitter", "share on whatsapp", "click to share on facebook (opens in new window)",
    "click to share on twitter (opens in new window)", "like this", "like loading",
    "subscribe", "subscribe now", "subscribe to our newsletter", "sign up for our newsletter",
    "sign up to our newsletter", "follow us on twitter", "follow us on facebook",
    "skip to content", "skip to main content", "back to top", "previous article", "next article",
    "previous post", "next post", "print this article", "email this article", "all rights reserved",
})  # fmt: skip  # a table is read faster than a column of one phrase a line
_LONGEST = max(map(len, _FURNITURE))
_LINE_TAIL = " \t\u00a0.:…»›>*!"

_CRUMBS = re.compile(r"\s[/>»›|→]\s")
_HOME = frozenset({"home", "homepage", "front page", "start", "news", "main"})


def clean(source_text: str) -> str:
    """The words of the article, in lines; one blank line separates its paragraphs. May be empty.

    Promises NFC, the line feed as the only line end, no control character but it and the tab, and
    no white space at a line's ends. Cleaning what is clean changes nothing.
    """
    words = _straighten(source_text)
    del source_text  # it may be megabytes
    words = _drop_furniture(words)
    # Where that left a single block, its lines are paragraphs, and furniture among them goes too.
    return words if "\n\n" in words else _drop_furniture(words)


def _straighten(source_text: str) -> str:
    """Line feeds, one blank line at a time, and no control characters."""
    words = source_text.replace("\r\n", "\n")
    if _CROOKED.search(words):
        words = words.translate(_STRAIGHT)
    return _LONG_RUN.sub(_order_marks, _BLANK_LINES.sub("\n\n", words)).strip()


def _order_marks(run: re.Match[str]) -> str:
    """The same run with its marks in canonical order (Unicode Standard, D109).

    As normalizing does, but not in quadratic time: `unicodedata` sorts them by insertion.
    """
    pieces = (unicodedata.normalize("NFD", char) for char in run[0])
    ordered = StringIO()
    for are_marks, some in groupby(pieces, lambda piece: unicodedata.combining(piece[0]) > 0):
        in_order = _in_order if are_marks else iter
        ordered.writelines(in_order(some))
    return ordered.getvalue()


def _in_order(marks: Iterable[str]) -> Iterable[str]:
    """Class by class, and within a class as they came; a list of them would be forty times them."""
    classes: dict[int, StringIO] = defaultdict(StringIO)
    for mark in chain.from_iterable(marks):
        classes[unicodedata.combining(mark)].write(mark)
    return (classes[each].getvalue() for each in sorted(classes))


def _drop_furniture(words: str) -> str:
    """Furniture stands alone: a line of a hard-wrapped paragraph that looks like it is none.

    A page often prints its headline twice before the first paragraph: once is enough.
    """
    kept, headline, before = StringIO(), "", ""
    filled, wrapped = 0, _BLANK_LINE.search(words)
    for line, after in pairwise(chain(_lines(words), ("",))):
        if filled == 1 and line == headline:  # nothing stands above but the same headline
            kept, before, filled = StringIO(), "", 0
        alone = not (wrapped and (before or after))
        if alone and (_is_furniture(line) or _is_breadcrumb(line, first=not filled)):
            continue
        if line or before:
            kept.writelines(("\n", line) if filled else (line,))
            headline, before = headline if filled else line, line
            filled += bool(line)
    return kept.getvalue().strip()


def _lines(words: str) -> Iterator[str]:
    """One by one, without space at their ends, in NFC: all at once would take many times as much.

    NFC comes last: a control character taken out may bring a letter and its mark together.
    """
    start = 0
    while (end := words.find("\n", start)) >= 0:
        yield unicodedata.normalize("NFC", words[start:end].strip())
        start = end + 1
    yield unicodedata.normalize("NFC", words[start:].strip())


def _is_furniture(line: str) -> bool:
    words = line.rstrip(_LINE_TAIL)
    return len(words) <= _LONGEST and words.lower() in _FURNITURE


def _is_breadcrumb(line: str, *, first: bool) -> bool:
    """`Home / news / The headline`: the path to the page, above the article."""
    crumbs = _CRUMBS.split(line, 1) if first else []
    return len(crumbs) > 1 and crumbs[0].strip().lower() in _HOME
