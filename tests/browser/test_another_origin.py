"""What a page on another origin can do with the API: read everything, and say what it wants."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from tests.api.test_annotations import IRIS, MEDIA_TYPE
from tests.api.test_articles import KARABAKH
from tests.browser.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARTICLE = f"/articles/{KARABAKH}"
PREFER = f'return=representation; include="{IRIS}"'

FETCH = """async ([address, headers]) => {
    const answer = await fetch(address, {headers});
    return [answer.status, Object.fromEntries(answer.headers), await answer.text()];
}"""
SLICES = """async (base) => {
    const read = async (path) => (await fetch(base + path)).json();
    const spans = [];
    for (const article of (await read("/articles?limit=100")).items) {
        const text = await (await fetch(base + article.links.text)).text();
        for (const noun of ["paragraphs", "mentions", "quotes"]) {
            const {items} = await read(`${article.links[noun]}?limit=100&unit=utf16`);
            for (const span of items.flatMap((item) => item.content ?? item))
                spans.push([text.slice(span.start, span.end), span.exact]);
        }
    }
    return spans;
}"""


class _Elsewhere(BaseHTTPRequestHandler):
    """A site that has nothing but an empty page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(served_site: Site, elsewhere: str) -> "Iterator[Page]":
    with served_site.browser.new_context() as context:
        page = context.new_page()
        page.goto(elsewhere)
        yield page


def fetch(page: "Page", address: str, **headers: str) -> tuple[int, dict[str, str], str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    status, shown, body = page.evaluate(FETCH, [address, named])
    return status, shown, body


@pytest.mark.parametrize(
    ("address", "accept", "shown"),
    [
        pytest.param("/quotes?limit=1", "application/json", {"link"}, id="JSON"),
        pytest.param("/quotes", "application/x-ndjson", {"content-location"}, id="NDJSON"),
        pytest.param("/quotes.csv", "*/*", set(), id="CSV"),
        pytest.param(f"{ARTICLE}/text", "text/plain", set(), id="text"),
        pytest.param(ARTICLE, "application/ld+json", {"content-location"}, id="schema.org"),
        pytest.param(f"{ARTICLE}/annotations/", MEDIA_TYPE, {"allow", "link"}, id="W3C"),
    ],
)
def test_every_format_is_read(
    served_site: Site, page: "Page", address: str, accept: str, shown: set[str]
) -> None:
    status, headers, body = fetch(page, served_site.base + address, accept=accept)
    assert status == 200
    assert shown | {"content-type"} <= set(headers)
    assert body


def test_a_preference_is_sent_and_heard(served_site: Site, page: "Page") -> None:
    address = f"{served_site.base}{ARTICLE}/annotations/"
    _, headers, _ = fetch(page, address, accept=MEDIA_TYPE, prefer=PREFER)
    assert headers["preference-applied"] == "return=representation"
    assert headers["content-location"] == f"{address}?iris=1"


def test_errors_are_read(served_site: Site, page: "Page") -> None:
    status, headers, body = fetch(page, f"{served_site.base}/actors/nobody")
    assert (status, headers["content-type"]) == (404, "application/problem+json")
    assert "nobody" in body


def test_utf16_offsets_slice_strings_of_javascript(served_site: Site, page: "Page") -> None:
    spans: list[Any] = page.evaluate(SLICES, served_site.base)
    assert any("😀" in exact for _, exact in spans)
    assert [words for words, _ in spans] == [exact for _, exact in spans]
