"""GET and HEAD as RFC 9110 has them: whole answers with a strong ETag, and when a client need not
get one again. No part of an answer (Range) is ever sent, which section 14.2 leaves to us.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

CODINGS = (b"zstd", b"br", b"gzip")  # the first for whoever takes them equally
# Whoever keeps an answer asks each time whether it still holds, which costs next to nothing: an
# article that is withdrawn is gone for everybody at once.
REVALIDATE = "public, no-cache"
LONGEST = 4096  # bytes of a header that is read; a longer one says nothing
_OF_304 = frozenset(
    (b"cache-control", b"content-location", b"etag", b"vary",  # section 15.4.5
     b"access-control-allow-origin", b"access-control-expose-headers")  # for pages elsewhere
)  # fmt: skip


Whole = tuple[int, bytes, bytes]  # status, header lines and body of an answer
Header = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole 200 answer and the shorter 304 for who has it already; sent any number of times."""

    headers: tuple[Header, ...]
    headers_of_304: tuple[Header, ...]
    body: bytes
    etag: bytes
    _lines: dict[int, bytes] = field(init=False, repr=False, default_factory=dict)

    @property
    def varies_by(self) -> set[bytes]:
        """The headers of a request that choose it among others, in lower case."""
        values = b",".join(value for name, value in self.headers if name == b"vary")
        return {name.strip().lower() for name in values.split(b",")} - {b""}

    async def reply(self, condition: bytes, head: bool, send: Send) -> None:
        """Answers GET or HEAD under the `If-None-Match` given, if any (section 13.1.2)."""
        status, body = self._choose(condition, head)
        headers = self._headers(status)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def whole(self, condition: bytes, head: bool) -> Whole:
        """The same as it goes over the wire, but for what the server adds itself."""
        status, body = self._choose(condition, head)
        if status not in self._lines:  # written down once, and not for whom nobody asks again
            self._lines[status] = as_lines(self._headers(status))
        return status, self._lines[status], body

    def _headers(self, status: int) -> tuple[Header, ...]:
        return self.headers if status == 200 else self.headers_of_304

    def _choose(self, condition: bytes, head: bool) -> tuple[int, bytes]:
        if condition and is_met(condition, self.etag):
            return 304, b""
        return 200, b"" if head else self.body


def as_lines(headers: Iterable[Header]) -> bytes:
    """Headers as they go over the wire."""
    return b"".join(b"%b: %b\r\n" % header for header in headers)


def finishing(finished: Callable[[Answer], Awaitable[None]], head: bool, send: Send) -> Send:
    """Takes the answer to a GET: a whole one is handed to `finished`, any other sent as it comes,
    and to HEAD no more of it than its headers.
    """
    start: Message | None = None
    ended = False

    async def take(message: Message) -> None:
        nonlocal start, ended
        if message["type"] == "http.response.start":
            start = message
        elif start is not None:
            begun, start, ended = start, None, head
            answer = _finish(begun, message)
            if answer is not None:
                await finished(answer)
            else:
                await send(begun)
                await send({"type": message["type"], "body": b""} if head else message)
        elif not ended:
            await send(message)

    return take


def _finish(start: Message, body: Message) -> Answer | None:
    """The answer with its ETag; None for an error, a stream, and what must not be stored.

    The tag is made of the bytes as they are sent: another for each coding (section 8.8.3).
    """
    headers = MutableHeaders(scope=start)
    headers.setdefault("Cache-Control", REVALIDATE if start["status"] == 200 else "no-store")
    whole = "Content-Length" in headers and not body.get("more_body")
    if start["status"] != 200 or not whole or "no-store" in headers["Cache-Control"]:
        return None
    content: bytes = body["body"]
    if headers.get("Content-Encoding") == "gzip":
        # Its header has the time of day; but the same answer is the same bytes, in every process.
        content = content[:4] + bytes(4) + content[8:]
    headers["ETag"] = f'"{sha256(content).hexdigest()[:24]}"'
    raw = tuple(headers.raw)
    of_304 = tuple(header for header in raw if header[0] in _OF_304)
    return Answer(raw, of_304, content, headers["ETag"].encode())


def is_met(condition: bytes, etag: bytes) -> bool:
    """Whether `If-None-Match` names the tag, strong or weak, or is `*`; in one pass.

    Our tags have neither commas nor quotes within, so no piece of another tag looks like one.
    """
    if len(condition) > LONGEST:
        return False
    tags = [tag.strip().removeprefix(b"W/") for tag in condition.split(b",")]
    return etag in tags or tags == [b"*"]


@lru_cache(maxsize=256)
def choose_coding(accepted: bytes) -> bytes | None:
    """The content coding that `Accept-Encoding` wants most of those we have (section 12.5.3).

    None for the bytes as they are, which are always allowed us.
    """
    weights: dict[bytes, float] = {}
    for choice in accepted.lower().split(b",") if len(accepted) <= LONGEST else ():
        coding, *parameters = (piece.strip() for piece in choice.split(b";"))
        weights[coding] = _weight(parameters)
    anything = weights.get(b"*", 0.0)
    best = max(CODINGS, key=lambda coding: weights.get(coding, anything))
    return best if weights.get(best, anything) > weights.get(b"identity", 0.0) else None


def _weight(parameters: list[bytes]) -> float:
    """What is malformed weighs nothing."""
    for parameter in parameters:
        if parameter.startswith(b"q="):
            digits = parameter[2:]
            return float(digits) if digits.replace(b".", b"", 1).isdigit() else 0.0
    return 1.0
