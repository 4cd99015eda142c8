import sys
from collections.abc import Callable

import pytest

from app.errors import SourceError
from app.text.reading import SourceText, webpages
from app.text.reading.source_texts import Bounds
from app.text.reading.webpages import INSTALL, _extract, read_html

BOUNDS = Bounds(10_000_000, 30)
SENTENCE = "It rained on the harbour town for the third day, and nobody said a word of the ferry."
HTML = f"<html lang=en><body><article><p>{SENTENCE}</p></article></body></html>"


def refused(html: str, seconds: float = 30) -> str:
    with pytest.raises(SourceError) as caught:
        read_html("a.html", html.encode(), Bounds(10_000_000, seconds))
    assert caught.value.name == "a.html"
    return caught.value.reason


def test_a_page_in_a_file() -> None:
    found = read_html("in/a.html", HTML.encode(), BOUNDS)
    assert found == SourceText("a.html", HTML.encode(), language="en", words=found.words)
    assert found.article.strip() == SENTENCE


def test_a_page_without_an_article() -> None:
    assert refused("<html><body></body></html>") == "no article in this page"


def test_a_parser_that_hangs_is_ended() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(200_000))
    told = refused(f"<p {attributes}>{SENTENCE}</p>", seconds=0.3)
    assert told == "not read as HTML within 0.3 s (ONRECORD_SOURCE_SECONDS)"


def test_a_page_that_needs_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webpages, "_MEMORY", 100 << 20)
    told = refused(f"<article>{f'<p>{SENTENCE}' * 50_000}</article>")
    assert told == "not read as HTML within 100 MiB of memory"


@pytest.mark.parametrize("library", ["trafilatura", "lxml.html"])
def test_without_the_extra_the_line_names_the_command(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "app.text.reading.extracting", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    error = _extract("a.html", HTML, None)
    assert isinstance(error, SourceError)
    assert error.reason == f"reading HTML needs {library}: {INSTALL}"


def test_what_nobody_foresaw_is_an_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(error: Exception) -> Callable[..., None]:
        def read(*_: object) -> None:
            raise error

        return read

    for error, reason in (
        (RecursionError("too deep"), "not read as HTML: RecursionError too deep"),
        (ValueError("no article"), "no article"),
    ):
        monkeypatch.setattr("app.text.reading.extracting.read_page", fail(error))
        told = _extract("a.html", HTML, None)
        assert isinstance(told, SourceError)
        assert told.reason == reason
    monkeypatch.setattr("app.text.reading.extracting.read_page", fail(MemoryError()))
    with pytest.raises(MemoryError):
        _extract("a.html", HTML, None)
