"""HTML pages: the words of the article, and what the page declares about it.

A page is read in a process of its own, because parsers written in C cannot be told to stop: a tag
with 200,000 attributes keeps libxml2 busy for minutes.
"""

from app.errors import SourceError
from app.processes import run_bounded
from app.text.reading.decoding import decode_html
from app.text.reading.files import name_of
from app.text.reading.particulars import is_address
from app.text.reading.source_texts import Bounds, Page, SourceText

INSTALL = "pip install -e '.[html]'"
_MEMORY = 1 << 30  # bytes; the trees of a page take some 50 times its size


def read_html(
    source: str, raw: bytes, bounds: Bounds, address: str | None = None, charset: str | None = None
) -> SourceText:
    """The source text in the bytes of an HTML page: the HTML verbatim, and its article's words.

    `address` and `charset` are where it was found and what the server said. Raises SourceError.
    """
    html = decode_html(source, raw, charset)
    page = _read_within(source, html, address, bounds.seconds)
    return SourceText(
        name=source if is_address(source) else name_of(source),
        utf_8=html.encode(),
        url=page.url,
        published=page.published,
        author=page.author,
        language=page.language,
        words=page.words,
    )


def _read_within(source: str, html: str, address: str | None, seconds: float) -> Page:
    try:
        page = run_bounded(_extract, (source, html, address), seconds, _MEMORY, "trafilatura")
    except TimeoutError:
        reason = f"not read as HTML within {seconds:g} s (ONRECORD_SOURCE_SECONDS)"
        raise SourceError(source, reason) from None
    except ChildProcessError:
        reason = f"not read as HTML within {_MEMORY >> 20} MiB of memory"
        raise SourceError(source, reason) from None
    if isinstance(page, SourceError):
        raise page
    return page


def _extract(source: str, html: str, address: str | None) -> Page | SourceError:
    """What is in a page, or why it cannot be read; an error travels as a result."""
    try:
        # The parsers are imported in that process only.
        from app.text.reading.extracting import read_page  # noqa: PLC0415

        return read_page(html, address)
    except ImportError as error:
        return SourceError(source, f"reading HTML needs {error.name}: {INSTALL}")
    except ValueError as error:
        return SourceError(source, str(error))
    except MemoryError:
        raise  # as it would end where the system says no
    except Exception as error:  # of parsers not ours, met by pages of anybody
        return SourceError(source, f"not read as HTML: {type(error).__name__} {error}".strip())
