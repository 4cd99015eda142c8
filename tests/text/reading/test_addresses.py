import asyncio
import gzip
import io
import socket
import time
import zlib
from itertools import count
from pathlib import Path

import certifi
import httpx
import pytest

from app.errors import SourceError
from app.text.reading import Bounds, SourceText, read_source_text
from app.text.reading.hosts import _resolve
from tests.text.reading.conftest import CERTIFICATE, Site, answer

LIMIT = 20_000
BOUNDS = Bounds(LIMIT, 20, allow_private=True)
QUICK = Bounds(LIMIT, 0.3, allow_private=True)
WORDS = "“The strike is over,” Ada Weir said to all who waited in the rain on the quay at noon."
HTML = f"<html><body><article><h1>Strike ends</h1><p>{WORDS}</p></article></body></html>"


def read(address: str, bounds: Bounds = BOUNDS) -> SourceText:
    return read_source_text(address, bounds, io.BytesIO())


def refused(address: str, bounds: Bounds = BOUNDS) -> str:
    with pytest.raises(SourceError) as caught:
        read(address, bounds)
    assert caught.value.name == address
    assert "\n" not in caught.value.reason
    return caught.value.reason


def drip(first: bytes, piece: bytes = b"a") -> object:
    """Writes `first`, then a piece every so often, without end."""

    def handle(asking: socket.socket, _path: str, _request: bytes) -> None:
        asking.sendall(first)
        while True:
            time.sleep(0.02)
            asking.sendall(piece)

    return handle


def pour(first: bytes, piece: bytes) -> object:
    """Writes `first`, then pieces as fast as they are taken, without end."""

    def handle(asking: socket.socket, _path: str, _request: bytes) -> None:
        asking.sendall(first)
        while True:
            asking.sendall(piece)

    return handle


def test_html_is_kept_verbatim_with_the_words_of_its_article(site: Site) -> None:
    address = site(answer(HTML.encode()))
    assert read(address) == SourceText(
        name=address,
        utf_8=HTML.encode(),
        url=f"{address}/",
        words=f"\n\n\n\nStrike ends\n\n\n\n{WORDS}\n\n\n\n",
    )


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "identity", ""])
def test_plain_text_in_its_charset_packed_or_not(site: Site, encoding: str) -> None:
    body = "Café\n".encode("latin-1")
    body = gzip.compress(body) if "gzip" in encoding else body
    address = site(answer(body, "Text/Plain; charset=ISO-8859-1", Content_Encoding=encoding))
    assert read(f"{address}/a#b") == SourceText(
        f"{address}/a#b", "Café\n".encode(), url=f"{address}/a"
    )


def test_it_says_who_it_is_and_asks_for_what_it_takes(site: Site) -> None:
    requests: list[bytes] = []

    def handle(asking: socket.socket, _path: str, request: bytes) -> None:
        requests.append(request)
        asking.sendall(answer(b"It rained.", "text/plain"))

    address = site(handle)
    read(f"{address}/a%20b?q=1")
    [request] = requests
    assert request.startswith(b"GET /a%20b?q=1 HTTP/1.1\r\n")
    host = address.removeprefix("http://").encode()
    assert {b"Host: " + host, b"Accept-Encoding: gzip"} <= set(request.split(b"\r\n"))
    assert b"User-Agent: onrecord/" in request


def test_redirects_are_followed_and_the_last_address_counts(site: Site) -> None:
    def handle(asking: socket.socket, path: str, _request: bytes) -> None:
        steps = {"/0": "1", "/1": "/2?x", "/2?x": "/3", "/3": "/4", "/4": "/5"}
        last = answer(b"It rained.", "text/plain")
        moved = answer(status="302 Found", Location=steps.get(path, ""))
        asking.sendall(moved if path in steps else last)

    address = site(handle)
    assert read(f"{address}/0").url == f"{address}/5"


def test_too_many_redirects(site: Site) -> None:
    steps = count()

    def handle(asking: socket.socket, _path: str, _request: bytes) -> None:
        asking.sendall(answer(status="302 Found", Location=f"/{next(steps)}"))

    assert refused(site(handle)) == "more than 5 redirects"
    assert next(steps) == 6


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://u:p@a.example/",
     "http://[::1", "http://a b.example/", "data:text/plain,A"],
)  # fmt: skip
def test_redirects_to_what_is_no_page(site: Site, location: str) -> None:
    address = site(answer(status="301 Moved Permanently", Location=location))
    assert refused(address) == f"redirects to {location!r}: only http and https are followed"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        pytest.param("404 Gone fishing", "the server answers 404 Not Found", id="4xx"),
        pytest.param("503 X", "the server answers 503 Service Unavailable", id="5xx"),
        pytest.param("204 X", "the server answers 204 No Content", id="nothing"),
        pytest.param("206 X", "the server answers 206 Partial Content", id="a part"),
        pytest.param("302 X", "the server answers 302 Found", id="a redirect to nowhere"),
        pytest.param("799 X", "the server answers 799", id="a status of its own"),
    ],
)
def test_answers_that_are_none(site: Site, status: str, reason: str) -> None:
    assert refused(site(answer(b"It rained.", "text/plain", status))) == reason


@pytest.mark.parametrize(
    ("content_type", "told"),
    [
        pytest.param("application/pdf", "'application/pdf'", id="PDF"),
        pytest.param("text/css; charset=utf-8", "'text/css'", id="another text"),
        pytest.param("image/svg+xml", "'image/svg+xml'", id="XML"),
        pytest.param("", "''", id="none"),
        pytest.param("x" * 5000, repr("x" * 100), id="long"),
    ],
)
def test_another_type(site: Site, content_type: str, told: str) -> None:
    address = site(answer(HTML.encode(), content_type))
    assert refused(address) == f"neither HTML nor plain text: {told}"


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@pytest.mark.parametrize(
    "handler",
    [
        pytest.param(drip(b""), id="a head that never ends"),
        pytest.param(drip(HEAD + b"X: "), id="a header that never ends"),
        pytest.param(drip(HEAD + b"\r\n"), id="a body that drips"),
        pytest.param(
            drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"), id="a chunk a time"
        ),
        pytest.param(drip(HEAD + b"Content-Length: 99\r\n\r\n", b""), id="a body that stays away"),
    ],
)  # fmt: skip
def test_slow_or_endless(site: Site, handler: object) -> None:
    bounds = Bounds(10_000_000, 0.3, allow_private=True)
    assert (
        refused(site(handler), bounds) == "no whole answer within 0.3 s (ONRECORD_SOURCE_SECONDS)"
    )


GZIP_HEAD = gzip.compress(b"")[:10]
TOO_LARGE = f"larger than {LIMIT} bytes (ONRECORD_MAX_SOURCE_BYTES)"


@pytest.mark.parametrize(
    "says",
    [
        pytest.param(answer(b"a" * (LIMIT + 1), "text/plain"), id="large"),
        pytest.param(pour(HEAD + b"\r\n", b"a" * 1000), id="endless"),
        pytest.param(
            answer(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"), id="gzip bomb"
        ),
        pytest.param(
            pour(HEAD + b"Content-Encoding: gzip\r\n\r\n" + GZIP_HEAD, b"\0\0\0\xff\xff"),
            id="endless gzip of nothing",
        ),
    ],
)  # fmt: skip
def test_too_large(site: Site, says: object) -> None:
    assert refused(site(says)) == TOO_LARGE


def test_the_limit_itself_is_allowed(site: Site) -> None:
    body = b"a" * LIMIT
    for says in (answer(body, "text/plain"),
                 answer(gzip.compress(body), "text/plain", Content_Encoding="gzip")):  # fmt: skip
        assert len(read(site(says)).utf_8) == LIMIT


NOT_GZIP = "not one whole gzip stream"


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        pytest.param(b"It rained.", "gzip", f"{NOT_GZIP}: Error -3", id="not packed at all"),
        pytest.param(zlib.compress(b"It rained."), "gzip", f"{NOT_GZIP}: Error -3", id="zlib"),
        pytest.param(gzip.compress(b"It rained.")[:-4], "gzip", NOT_GZIP, id="cut short"),
        pytest.param(gzip.compress(b"It rained.") * 2, "gzip", NOT_GZIP, id="twice"),
        pytest.param(b"", "gzip", NOT_GZIP, id="nothing"),
        pytest.param(b"a", "br", "packed in a way nobody asked for: 'br'", id="brotli"),
        pytest.param(b"a", "gzip, gzip", "packed in a way nobody asked for", id="packed twice"),
    ],
)
def test_broken_packing(site: Site, body: bytes, encoding: str, reason: str) -> None:
    address = site(answer(body, "text/plain", Content_Encoding=encoding))
    assert refused(address).startswith(reason)


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        pytest.param(
            b"caf\xe9 au lait", "text/html; charset=utf-8",
            "not UTF-8: invalid continuation byte at byte 3", id="not what the header says",
        ),
        pytest.param(
            "Café".encode(), "text/plain; charset=iso-8859-1",
            "declared to be CP1252, but its bytes are UTF-8", id="what the header does not say",
        ),
        pytest.param(
            b"It rained.", "text/html; charset=zip",
            "declared to be in an unknown charset: 'zip'", id="no charset",
        ),
    ],
)  # fmt: skip
def test_lies_about_the_charset(site: Site, body: bytes, content_type: str, reason: str) -> None:
    assert refused(site(answer(body, content_type))) == reason


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        pytest.param(b"", "Server disconnected without sending a response.", id="nothing"),
        pytest.param(b"\x16\x03\x01 hello", "illegal request line", id="not HTTP"),
        pytest.param(b"HTTP/1.1 200 OK\r\nA B: c\r\n\r\n", "illegal header line", id="bad header"),
        pytest.param(HEAD + b"Content-Length: 9\r\n\r\nIt", "peer closed connection", id="half"),
    ],
)
def test_broken_answers(site: Site, says: bytes, reason: str) -> None:
    assert reason in refused(site(says))


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/") == "no connection: Connection refused"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        pytest.param("http://", "not an http or https address", id="no host"),
        pytest.param("http://u:p@a.example/", "not an http or https address", id="a password"),
        pytest.param("https://[::1", "Invalid IPv6 URL", id="half a bracket"),
        pytest.param("http://a.example:99999/", "Port out of range", id="a port beyond"),
        pytest.param("http://no-such-host.invalid/", "no-such-host.invalid is not found", id="DNS"),
        pytest.param(f"http://{'a' * 70}.example/", "not the name of a host", id="a long label"),
    ],
)
def test_addresses_that_lead_nowhere(address: str, reason: str) -> None:
    assert refused(address).startswith(reason)


def test_private_addresses_are_not_asked(site: Site) -> None:
    asked: list[str] = []

    def handle(asking: socket.socket, path: str, _request: bytes) -> None:
        asked.append(path)
        asking.sendall(answer(b"It rained.", "text/plain"))

    address = site(handle)
    public = Bounds(LIMIT, 20)
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]"):
        told = refused(address.replace("127.0.0.1", host), public)
        assert told.endswith(", no public address (see --allow-private)")
    assert asked == []


Places = list[tuple[object, ...]]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What the system finds for a name: an answer is taken off the list at each look-up."""
    known: dict[str, list[str]] = {}
    look_up = socket.getaddrinfo

    def look(host: str, port: int, *rest: object, **named: object) -> Places:
        if host in known:
            return [(socket.AF_INET, 1, 6, "", (n, port)) for n in known[host].pop(0).split()]
        return look_up(host, port, *rest, **named)  # type: ignore[arg-type, return-value]

    monkeypatch.setattr(socket, "getaddrinfo", look)
    return known


def test_each_hop_of_a_redirect_is_checked(
    site: Site, names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first hop counts as public here; the second is as private as it looks."""
    monkeypatch.setattr("app.text.reading.hosts.is_public", lambda number: number == "127.0.0.1")
    names["inside.example"] = ["127.0.0.1 10.0.0.7"]
    address = site(answer(status="302 Found", Location="http://inside.example/secret"))
    told = refused(address, Bounds(LIMIT, 20))
    assert told == "inside.example is at 10.0.0.7, no public address (see --allow-private)"


def test_a_name_is_looked_up_once_and_the_number_checked_is_the_number_asked(
    site: Site, names: dict[str, list[str]]
) -> None:
    """A second look-up, which a hostile name server would answer otherwise, would fail here."""
    names["rebound.example"] = ["127.0.0.1"]
    address = site(answer(b"It rained.", "text/plain")).replace("127.0.0.1", "rebound.example")
    assert read(address).url == f"{address}/"
    assert names == {"rebound.example": []}


def test_another_number_of_the_same_host_is_tried(site: Site, names: dict[str, list[str]]) -> None:
    names["twice.example"] = ["127.0.0.2 127.0.0.1"]
    address = site(answer(b"It rained.", "text/plain")).replace("127.0.0.1", "twice.example")
    assert read(address).article == "It rained."


def test_a_name_server_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def look(*_: object, **__: object) -> Places:
        time.sleep(1)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look)
    start = time.monotonic()
    assert refused("http://a.example/", QUICK).startswith("no whole answer within 0.3 s")
    assert time.monotonic() - start < 0.9


def test_a_name_that_comes_too_late_is_not_waited_for() -> None:
    asyncio.run(_leave_at_once())


async def _leave_at_once() -> None:
    asking = asyncio.ensure_future(_resolve("127.0.0.1", 80))
    await asyncio.sleep(0)
    asking.cancel()
    await asyncio.sleep(0.1)
    assert asking.cancelled()


def test_a_name_that_cannot_be_encoded() -> None:
    with pytest.raises(OSError, match="no such host"):
        asyncio.run(_resolve("a" * 70, 80))


def test_a_connection_that_is_never_made(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(*_: object, **__: object) -> object:
        raise httpx.ConnectTimeout("")

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", never)
    address = site(answer(b"It rained.", "text/plain"))
    assert refused(address) == "no connection: nobody answers there"


def test_a_certificate_nobody_vouches_for(site: Site) -> None:
    told = refused(site(answer(HTML.encode()), tls=True).replace("127.0.0.1", "localhost"))
    assert "certificate verify failed: self-signed certificate" in told


def test_no_tls_where_there_should_be(site: Site) -> None:
    told = refused(site(answer(HTML.encode())).replace("http://", "https://"))
    assert told.startswith("no connection: [SSL: WRONG_VERSION_NUMBER]")


def test_the_certificate_is_that_of_the_name_and_not_of_the_number(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certifi, "where", lambda: str(CERTIFICATE))
    address = site(answer(b"It rained.", "text/plain"), tls=True)
    assert read(address.replace("127.0.0.1", "localhost")).article == "It rained."
    assert "certificate verify failed: IP address mismatch" in refused(address)


def test_no_proxy_of_the_environment_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert read(site(answer(b"It rained.", "text/plain"))).article == "It rained."
