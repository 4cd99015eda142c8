"""The caching layer alone, over an application of three lines: what it is told, what it sends.

Here nothing stands between that would mend it: a test client drops the body of an answer to HEAD.
"""

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from app.api.caching import Caching
from app.api.conditions import Whole
from app.api.gate import HEADER_FIELDS

Headers = list[tuple[bytes, bytes]]
Sent = list[tuple[Any, bytes]]  # of an answer its status, of its body the bytes
HOST = (b"host", b"a.example")
WHOLE = (b"content-length", b"4")
BODY = [(200, b""), (None, b"body")]
NO_BODY = [(200, b""), (None, b"")]
NOT_MODIFIED = [(304, b""), (None, b"")]


def _scope(headers: Iterable[tuple[bytes, bytes]], other: Any) -> Scope:
    scope: Scope = {"type": "http", "method": "GET", "http_version": "1.1", "raw_path": b"/",
                    "query_string": b"", "headers": [HOST, *headers]}  # fmt: skip
    return {**scope, **other}


class Asking:
    """Asks the layer, and knows what the application is asked by it."""

    def __init__(self, *headers: tuple[bytes, bytes]) -> None:
        self.scopes: list[Scope] = []
        self._headers = list(headers)
        self._layer = Caching(self._answer, lambda: 1, 100_000)

    @property
    def asked(self) -> int:
        return len(self.scopes)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scopes.append(scope)
        await receive()
        await send({"type": "http.response.start", "status": 200, "headers": [*self._headers]})
        await send({"type": "http.response.body", "body": b"body"})

    def ask(self, *headers: tuple[bytes, bytes], **other: Any) -> Sent:
        """What is sent to a GET with these headers."""
        return asyncio.run(self.ask_as(_scope(headers, other)))

    def ask_at_once(self, *headers: tuple[bytes, bytes], **other: Any) -> Whole | None:
        """What a server that asks without messages is given."""

        async def ask() -> Whole | None:
            return self._layer.at_once(_scope(headers, other))

        return asyncio.run(ask())

    async def ask_as(self, scope: Scope) -> Sent:
        """What is sent to a request told whole."""
        sent: Sent = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append((message.get("status"), message.get("body", b"")))

        await self._layer(scope, receive, send)
        return sent

    def is_kept(self, *headers: tuple[bytes, bytes], **other: Any) -> bool:
        """Whether the same, asked twice, is answered from memory."""
        for _ in range(2):
            assert self.ask(*headers, **other) == BODY
        return self.asked == 1


def test_head_is_answered_without_a_body_from_memory_and_otherwise() -> None:
    asking = Asking(WHOLE)
    assert [asking.ask(method="HEAD"), asking.ask(method="HEAD")] == [NO_BODY, NO_BODY]
    assert [asking.ask(), asking.asked] == [BODY, 1]


def test_head_of_a_stream_has_no_body() -> None:
    assert Asking().ask(method="HEAD") == NO_BODY


@pytest.mark.parametrize("scope", [{"type": "http", "method": "POST"}, {"type": "lifespan"}])
def test_what_is_not_read_is_passed_on(scope: Scope) -> None:
    asking = Asking(WHOLE)
    for _ in range(2):
        assert asyncio.run(asking.ask_as(scope)) == BODY
    assert asking.scopes == [scope, scope]


LARGE = 4096 - len(b"host" + b"a.example" + b"x")  # all headers together are just short enough


@pytest.mark.parametrize(
    ("headers", "other", "kept"),
    [
        pytest.param([(b"x", b"a" * LARGE)], {}, True, id="4096 bytes"),
        pytest.param([(b"x", b"a" * LARGE), (b"y", b"")], {}, False, id="a byte more"),
        pytest.param([(b"x", b"")] * (HEADER_FIELDS - 1), {}, True, id="100 headers"),
        pytest.param([(b"x", b"")] * HEADER_FIELDS, {}, False, id="one more"),
        pytest.param([], {"http_version": "1.0"}, False, id="HTTP/1.0"),
        pytest.param([HOST], {}, False, id="two hosts"),
        pytest.param([(b"accept", b"text/csv")], {}, True, id="a choice"),
    ],
)
def test_what_is_answered_from_memory(headers: Headers, other: Any, kept: bool) -> None:
    assert Asking(WHOLE).is_kept(*headers, **other) is kept


def test_what_was_asked_at_length_is_not_kept_for_others() -> None:
    asking = Asking(WHOLE)
    asking.ask((b"x", b"a" * 5000))
    asking.ask()
    assert asking.asked == 2


def test_what_varies_by_another_header_is_not_kept() -> None:
    assert Asking(WHOLE, (b"vary", b"accept, Prefer")).is_kept()
    assert not Asking(WHOLE, (b"vary", b"accept, cookie")).is_kept()


@pytest.mark.parametrize("lines", [[b"br", b"gzip;q=0"], [b"gzip;q=0", b"br"], [b"br, gzip;q=0"]])
def test_a_header_in_lines_is_the_same_key_as_in_one(lines: Iterable[bytes]) -> None:
    asking = Asking(WHOLE)
    asking.ask((b"accept-encoding", b"br"))
    asking.ask(*((b"accept-encoding", line) for line in lines))
    assert asking.asked == 1


ETAG = [(b"if-none-match", b"*")]


@pytest.mark.parametrize(
    ("method", "headers", "status", "body"),
    [("GET", [], 200, b"body"), ("HEAD", [], 200, b""), ("GET", ETAG, 304, b"")],
)
def test_what_is_in_memory_is_to_be_had_at_once(
    method: str, headers: Headers, status: int, body: bytes
) -> None:
    asking = Asking(WHOLE)
    assert asking.ask_at_once(*headers, method=method) is None  # not in memory yet
    assert asking.ask() == BODY
    answer = asking.ask_at_once(*headers, method=method)
    assert answer is not None
    assert (answer[0], answer[2]) == (status, body)
    assert (b"content-length: 4\r\n" in answer[1]) is (status == 200)
    assert b"etag: " in answer[1]
    assert asking.asked == 1


@pytest.mark.parametrize("other", [{"method": "POST"}, {"http_version": "1.0"}])
def test_what_is_not_kept_is_not_to_be_had_at_once(other: Any) -> None:
    asking = Asking(WHOLE)
    asking.ask()
    assert asking.ask_at_once(**other) is None
