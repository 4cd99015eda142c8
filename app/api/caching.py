"""The outermost layer: GET and HEAD, conditional requests, and finished answers kept in memory.

From memory comes the very answer that the store would give: the same bytes, the same headers.
"""

from typing import NamedTuple

from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.conditions import Answer, Whole, choose_coding, finishing
from app.api.gate import HEADER_FIELDS, is_host
from app.api.kept import Generation, Kept, Key

_CHOOSING = (b"accept", b"accept-encoding", b"prefer")  # what an answer that is kept may vary by
_MOST_HEADERS = 4096  # bytes; whoever sends more is answered, but not from memory
_READ = (*_CHOOSING, b"if-none-match")
# What is decided here, and so comes to the application as decided or not at all.
_DECIDED = frozenset((*_READ, b"if-modified-since", b"if-range", b"range"))
_OF_BODY = (b"content-length", b"transfer-encoding")


class _Asked(NamedTuple):
    """What of a request decides its answer.

    Of one that is `plain` the gate could only refuse the address; and none is kept that it refused.
    """

    key: Key
    condition: bytes
    head: bool
    plain: bool


class Caching:
    """An ASGI layer that answers GET and HEAD from memory, or finishes what the application says.

    The application sees a GET without conditions, and of the headers that choose among answers the
    very words of the key: whoever asks with the same key would be answered the same.
    """

    def __init__(self, app: ASGIApp, generation: Generation, limit: int) -> None:
        self._app = app
        self._kept = Kept(generation, limit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        asked, moment = _read(scope), self._kept.now()
        answer = self._kept.get(asked.key) if asked.plain else None
        if answer is not None:
            await answer.reply(asked.condition, asked.head, send)
            return

        async def finished(answer: Answer) -> None:
            await answer.reply(asked.condition, asked.head, send)
            if asked.plain and answer.varies_by.issubset(_CHOOSING):
                self._kept.put(asked.key, answer, moment)

        await self._app(_inward(scope, asked), receive, finishing(finished, asked.head, send))

    def at_once(self, scope: Scope) -> Whole | None:
        """What is kept for a request, for a server that can send it without a task and messages.

        It was sent before, so it has no header that the server would refuse.
        """
        if scope["method"] not in ("GET", "HEAD"):
            return None
        asked = _read(scope)
        self._kept.now()
        answer = self._kept.get(asked.key) if asked.plain else None
        return None if answer is None else answer.whole(asked.condition, asked.head)


def _read(scope: Scope) -> _Asked:
    read: dict[bytes, bytes | None] = dict.fromkeys(_READ)
    hosts: list[bytes] = []
    size, body = 0, False
    for name, value in scope["headers"]:
        size += len(name) + len(value)
        if name in read:
            before = read[name]
            read[name] = value if before is None else before + b"," + value
        elif name == b"host":
            hosts.append(value)
        elif name in _OF_BODY:
            body = True
    accept, codings, prefer, condition = read.values()
    key = (scope["raw_path"], scope["query_string"], accept, choose_coding(codings or b""), prefer)
    plain = scope["http_version"] == "1.1" and len(hosts) == 1 and is_host(hosts[0]) and not body
    plain = plain and size <= _MOST_HEADERS and len(scope["headers"]) <= HEADER_FIELDS
    return _Asked(key, condition or b"", scope["method"] == "HEAD", plain)


def _inward(scope: Scope, asked: _Asked) -> Scope:
    headers = [header for header in scope["headers"] if header[0] not in _DECIDED]
    chosen = zip(_CHOOSING, asked.key[2:], strict=True)
    headers += [(name, value) for name, value in chosen if value is not None]
    return {**scope, "method": "GET", "headers": headers}
