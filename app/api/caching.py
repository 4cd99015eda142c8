"""The outermost layer: GET and HEAD, conditional requests, and finished answers kept in memory.

An answer is kept no longer than the store stays as it is, so from memory comes the very answer that
the store would give: the same bytes, the same headers.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.conditions import EXTENSION, Answer, choose_coding, finishing
from app.api.gate import HEADER_FIELDS, is_host

Key = tuple[bytes | None, ...]  # path, query, and what stands in the headers _CHOOSING
Generation = Callable[[], int | None]

_SHARE = 8  # no answer takes more of the memory than one part of so many
_OVERHEAD = 2_000  # bytes that an answer takes beside its body and its address, about
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


class Kept:
    """Answers by what was asked: the least used forgotten first, and all when the store changes.

    `generation` is that of store.engine; `limit` is in bytes, 0 keeps nothing.
    """

    def __init__(self, generation: Generation, limit: int) -> None:
        self._generation = generation
        self._limit = limit
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0
        self._now: int | None = None
        self._asked = limit == 0

    def now(self) -> int | None:
        """The moment of the store that the answers are of; None where nothing can be kept.

        Asked once for all requests that the event loop found waiting together: each of them began
        before that, so no commit that was finished by then is missed.
        """
        if not self._asked:
            self._asked = True
            asyncio.get_running_loop().call_soon(self._ask_again)
            now = self._generation()
            if now != self._now:
                self._answers.clear()
                self._size, self._now = 0, now
        return self._now

    def _ask_again(self) -> None:
        self._asked = False

    def get(self, key: Key) -> Answer | None:
        """The answer of this moment."""
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer, moment: int | None) -> None:
        """Keeps an answer that was begun at a moment, if that is still the last one known."""
        size = _size(key, answer)
        if moment is None or moment != self._now or size > self._limit // _SHARE:
            return
        if key not in self._answers:
            self._answers[key] = answer
            self._size += size
        while self._size > self._limit:
            self._size -= _size(*self._answers.popitem(last=False))


def _size(key: Key, answer: Answer) -> int:
    return sum(len(part or b"") for part in key) + len(answer.body) + _OVERHEAD


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
            whole = scope.get("extensions", {}).get(EXTENSION)
            if not (whole and answer.reply_whole(asked.condition, asked.head, whole)):
                await answer.reply(asked.condition, asked.head, send)
            return

        async def finished(answer: Answer) -> None:
            await answer.reply(asked.condition, asked.head, send)
            if asked.plain and answer.varies_by.issubset(_CHOOSING):
                self._kept.put(asked.key, answer, moment)

        await self._app(_inward(scope, asked), receive, finishing(finished, asked.head, send))


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
