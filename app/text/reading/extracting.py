"""From the HTML of a page to the words of its article, through trafilatura.

Only its main extractor is asked (`fast`), and to leave out what is doubtful (`favor_precision`):
its fallbacks take the whole page where there is no article in it. Its metadata are not asked for:
dates and authors that a page does not declare it guesses. Its tree is read here and not its text,
which would add bullets and table rules that are not the page's words.
"""

from typing import Any

from lxml.etree import LxmlError, iterwalk
from lxml.html import HTMLParser, document_fromstring
from trafilatura import bare_extraction

from app.text.reading.declared import Declared
from app.text.reading.source_texts import Page

NO_ARTICLE = "no article in this page"
# What begins and ends a paragraph, in trafilatura's own tags.
_BLOCKS = frozenset({"body", "div", "head", "item", "list", "p", "quote", "row", "table"})


def read_page(html: str, address: str | None) -> Page:
    """What is in a page that was found at `address`. Raises ValueError with a sentence.

    Takes as long and as much as the parsers do: call it within bounds.
    """
    tree = _parse(html)
    declared = Declared(tree, address)
    _write_marks(tree)
    body = _find_article(tree)
    words = _words(body)
    if not any(char.isalnum() for char in words):
        raise ValueError(NO_ARTICLE)
    if not _begins_with_heading(body) and (headline := declared.headline()):
        words = f"{headline}\n\n{words}"
    return Page(words, declared.url(), declared.published(), declared.author(), declared.language())


def _parse(html: str) -> Any:
    # In bytes, and told which: what the page itself says of its bytes was true of the original.
    parser = HTMLParser(encoding="utf-8")
    try:
        tree = document_fromstring(html.encode(), parser=parser)
    except LxmlError:
        raise ValueError(NO_ARTICLE) from None
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise ValueError("its elements are nested too deeply")  # the parser left some out
    return tree


def _write_marks(tree: Any) -> None:
    """Puts the quotation marks of `q` elements into the text.

    HTML Standard, "The q element": no mark stands in the page, whoever shows it inserts them.
    """
    for quoted in list(tree.iter("q")):
        quoted.text = "“" + (quoted.text or "")
        if len(quoted):
            quoted[-1].tail = (quoted[-1].tail or "") + "”"
        else:
            quoted.text += "”"
        quoted.drop_tag()


def _find_article(tree: Any) -> Any:
    found = bare_extraction(tree, fast=True, favor_precision=True, include_comments=False)
    if found is None:
        raise ValueError(NO_ARTICLE)
    return found.body  # type: ignore[union-attr]  # a dict only where one is asked for


def _begins_with_heading(body: Any) -> bool:
    first = next(iter(body), None)
    return first is not None and first.tag == "head" and first.get("rend") == "h1"


def _words(body: Any) -> str:
    """The words of the tree, its paragraphs with blank lines between, its cells with spaces.

    Two line breaks in a row make a blank line, as on pages that know no paragraphs.
    """
    words: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        starts = event == "start"
        if element.tag in _BLOCKS:
            words.append("\n\n")
        elif starts and element.tag == "lb":
            words.append("\n")
        elif not starts and element.tag == "cell":
            words.append(" ")
        words.append((element.text if starts else element.tail) or "")
    return "".join(words)
