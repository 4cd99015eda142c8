"""The gate: refuses what no route should see, before any route does.

Such a request has an address that is no percent-encoded UTF-8 (RFC 3986, section 2.1; RFC 3629),
whose words would silently become others; a host that is none, or two (RFC 9112, section 3.2); or
more of anything than a client of this API could mean.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.problems import problem

# Constants and no settings: they follow from what the addresses of this API can hold.
PATH_BYTES = 8192  # the longest id, 400 characters of four bytes, takes 4,800 when encoded
QUERY_BYTES = 32768  # every parameter of a list at its longest; servers cut off at 64 KiB
PARAMETERS = 32  # no list has half as many
HEADER_FIELDS = 100  # what Apache takes
HEADER_BYTES = 32768  # what a browser with many cookies sends is half of it
BODY_BYTES = 65536  # nothing here reads one; a client that sends a little by habit is let be

_VERSIONS = {"1.0", "1.1", "2"}  # those that ASGI knows
_NOT_ENCODED = re.compile(rb"%(?![0-9A-Fa-f]{2})|[^\x21-\x7e]")
_PORT = rb"(?::[0-9]{0,5})?"
_HOST = re.compile(rb"(?:\[[0-9A-Fa-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)" + _PORT)

Fault = tuple[int, str]  # a status, and why


class Gate:
    """An ASGI layer that answers 400, 413, 414, 422 or 431 itself, and lets the rest through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        fault = next(_faults(scope), None) if scope["type"] == "http" else None
        if fault is None:
            await self._app(scope, receive, send)
        else:
            await problem(*fault)(scope, receive, send)


def _faults(scope: Scope) -> Iterator[Fault]:
    if scope["http_version"] not in _VERSIONS:
        yield 400, "HTTP/1.1 is spoken here."
    yield from _address_faults("path", scope["raw_path"], PATH_BYTES)
    yield from _address_faults("query", scope["query_string"], QUERY_BYTES)
    if scope["query_string"].count(b"&") >= PARAMETERS:
        yield 422, f"There are more than {PARAMETERS} parameters; no address here takes so many."
    yield from _header_faults(scope)


def _address_faults(part: str, raw: bytes, limit: int) -> Iterator[Fault]:
    if len(raw) > limit:
        yield 414, f"The {part} is longer than {limit} bytes."
    if _NOT_ENCODED.search(raw):
        yield 400, f"The {part} is not percent-encoded: % stands before two hexadecimal digits."
    if b"%" in raw:
        yield from _word_faults(part, unquote_to_bytes(raw))


def _word_faults(part: str, words: bytes) -> Iterator[Fault]:
    try:
        words.decode()
    except UnicodeDecodeError:
        yield 400, f"The {part} is not UTF-8."
    if b"\x00" in words:
        yield 400, f"The {part} has a NUL."


def _header_faults(scope: Scope) -> Iterator[Fault]:
    headers = scope["headers"]
    size = sum(len(name) + len(value) for name, value in headers)
    if size > HEADER_BYTES or len(headers) > HEADER_FIELDS:
        yield 431, f"There are more headers than {HEADER_FIELDS}, or than {HEADER_BYTES} bytes."
    hosts = [value for name, value in headers if name == b"host"]
    if len(hosts) > 1 or (not hosts and scope["http_version"] != "1.0"):
        yield 400, f"A request has exactly one Host header; here are {len(hosts)}."
    if hosts and not is_host(hosts[0]):
        yield 400, "The Host header names no host."
    if any(name == b"content-length" and int(value) > BODY_BYTES for name, value in headers):
        yield 413, f"The body is larger than {BODY_BYTES} bytes, and nothing here reads one."


@lru_cache(maxsize=256)
def is_host(value: bytes) -> bool:
    """Whether a Host header names one (RFC 9110, section 7.2)."""
    return _HOST.fullmatch(value) is not None
