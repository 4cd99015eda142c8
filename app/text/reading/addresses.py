"""Source texts from the web: one address asked, within bounds that no server can move.

Asynchronous inside, because only so one limit of time holds for all of it: looking up the name,
the handshake, the head of an answer and its body, however slowly each drips.
"""

import asyncio
import os
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

import httpx

from app import __version__
from app.errors import SourceError
from app.text.reading.decoding import decode_text
from app.text.reading.files import too_large
from app.text.reading.hosts import look_up
from app.text.reading.particulars import address
from app.text.reading.source_texts import Bounds, SourceText
from app.text.reading.webpages import read_html

MAX_REDIRECTS = 5
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = "text/plain"
_GZIP = frozenset({"gzip", "x-gzip"})
_HEADERS = {
    "User-Agent": f"onrecord/{__version__}",
    "Accept": ", ".join((*sorted(_HTML), _TEXT)),
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CONNECTIONS = 3  # hosts with several addresses: the time is enough to try so many that are mute


def read_address(source: str, bounds: Bounds) -> SourceText:
    """The source text that an address answers with: HTML or plain text.

    Raises SourceError, in whatever way the server fails, lies or dawdles.
    """
    return _read_answer(source, asyncio.run(_fetch_within(source, bounds)), bounds)


def _read_answer(source: str, answer: "_Answer", bounds: Bounds) -> SourceText:
    if answer.media_type == _TEXT:
        text = decode_text(source, answer.raw, answer.charset)
        return SourceText(source, text.encode(), url=answer.address)
    return read_html(source, answer.raw, bounds, answer.address, answer.charset)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came: from which address after all redirects, and what its header said of it."""

    address: str
    media_type: str
    charset: str | None
    raw: bytes


async def _fetch_within(source: str, bounds: Bounds) -> _Answer:
    try:
        async with asyncio.timeout(bounds.seconds):
            return await _fetch(source, bounds)
    except TimeoutError:
        reason = f"no whole answer within {bounds.seconds:g} s (ONRECORD_SOURCE_SECONDS)"
    except httpx.ConnectTimeout:
        reason = "no connection: nobody answers there"
    except httpx.ConnectError as error:
        reason = f"no connection: {_cause(error)}"
    except httpx.TransportError as error:
        reason = f"no whole answer: {error}"
    except (ValueError, OSError) as error:
        reason = str(error)
    raise SourceError(source, reason)


def _cause(error: BaseException) -> str:
    """What the system or the TLS library said first, beneath all who handed it on."""
    while beneath := error.__cause__ or error.__context__:
        error = beneath
    if isinstance(error, OSError) and error.errno and not isinstance(error, ssl.SSLError):
        return os.strerror(error.errno)
    return str(error)


async def _fetch(source: str, bounds: Bounds) -> _Answer:
    """Follows redirects itself: the address of each hop is checked before anything is asked there.

    Raises ValueError, OSError and httpx's TransportError, or SourceError for too large an answer.
    """
    # No client around the transport: it would look at redirects, cookies, proxies and passwords.
    async with httpx.AsyncHTTPTransport(trust_env=False) as transport:
        hop = address(source)
        for _ in range(MAX_REDIRECTS + 1):
            answer = await _ask(transport, httpx.URL(hop), bounds)
            try:
                if not answer.has_redirect_location:
                    return await _take(source, hop, answer, bounds.bytes)
            finally:
                await answer.aclose()
            hop = _redirected(hop, answer.headers["Location"])
    raise ValueError(f"more than {MAX_REDIRECTS} redirects")


def _redirected(hop: str, location: str) -> str:
    try:
        return address(urljoin(hop, location))
    except ValueError:
        raise ValueError(
            f"redirects to {location[:200]!r}: only http and https are followed"
        ) from None


async def _ask(
    transport: httpx.AsyncHTTPTransport, url: httpx.URL, bounds: Bounds
) -> httpx.Response:
    """Connects to the very number that was checked, so that no second look-up can change it; the
    server's name goes into the Host header and the TLS handshake, where its certificate is checked.
    """
    failed: httpx.TransportError | None = None
    host = url.raw_host.decode()
    headers = _HEADERS | {"Host": url.netloc.decode()}
    timeout = {"connect": bounds.seconds / _CONNECTIONS}
    for number in await look_up(host, url.port or 443, allow_private=bounds.allow_private):
        there = url.copy_with(host=number)
        extensions = {"sni_hostname": host, "timeout": timeout}
        request = httpx.Request("GET", there, headers=headers, extensions=extensions)
        try:
            return await transport.handle_async_request(request)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failed = error
    raise failed or OSError("no address")


async def _take(source: str, hop: str, answer: httpx.Response, limit: int) -> _Answer:
    if answer.status_code != httpx.codes.OK:
        phrase = httpx.codes.get_reason_phrase(answer.status_code)
        raise ValueError(f"the server answers {answer.status_code} {phrase}".rstrip())
    content_type = answer.headers.get("Content-Type", "")
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != _TEXT and media_type not in _HTML:
        raise ValueError(f"neither HTML nor plain text: {media_type[:100]!r}")
    raw = await _receive(source, answer, limit)
    return _Answer(hop, media_type, answer.charset_encoding, raw)


async def _receive(source: str, answer: httpx.Response, limit: int) -> bytes:
    """Counts what arrives and what is in it; no more is unpacked than may be kept."""
    unpack, is_whole = _unpacking(answer.headers.get("Content-Encoding", "identity").lower())
    raw, received = bytearray(), 0
    async for piece in answer.aiter_raw():
        received += len(piece)
        raw += unpack(piece, limit + 1 - len(raw))
        if max(received, len(raw)) > limit:
            raise too_large(source, limit)
    if not is_whole():
        raise ValueError("not one whole gzip stream")
    return bytes(raw)


def _unpacking(encoding: str) -> tuple[Callable[[bytes, int], bytes], Callable[[], bool]]:
    """What unpacks a piece of the body to so many bytes at most; and whether that was all of it."""
    if encoding == "identity":
        return (lambda piece, _: piece), (lambda: True)
    if encoding not in _GZIP:
        raise ValueError(f"packed in a way nobody asked for: {encoding[:100]!r}")
    gzip = zlib.decompressobj(wbits=31)

    def unpack(piece: bytes, limit: int) -> bytes:
        try:
            return gzip.decompress(piece, limit)
        except zlib.error as error:
            raise ValueError(f"not one whole gzip stream: {error}") from None

    return unpack, lambda: gzip.eof and not gzip.unused_data
