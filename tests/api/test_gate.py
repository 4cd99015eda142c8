"""Asked as a server asks, over ASGI: a client would mend most of these requests first."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message, Scope

from app.api import gate
from app.main import create_app
from app.settings import Settings
from tests.api.test_contract import OPERATIONS

Headers = Sequence[tuple[bytes, bytes]]
HOST: Headers = [(b"host", b"localhost:8000")]


@pytest.fixture(scope="module")
def app(gold_store: Path) -> Any:
    return create_app(Settings(store=gold_store))


def ask(
    app: Any, path: str = "/health", query: str = "", headers: Headers = HOST, version: str = "1.1"
) -> tuple[int, dict[bytes, bytes], Any]:
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "http_version": version,
        "path": path,
        "raw_path": path.encode("latin-1"),
        "query_string": query.encode("latin-1"),
        "headers": headers,
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), json.loads(sent[1]["body"])


ENCODINGS = [
    pytest.param("%", "hexadecimal", id="a lone percent sign"),
    pytest.param("%zz", "hexadecimal", id="no digits"),
    pytest.param("%4", "hexadecimal", id="one digit"),
    pytest.param("%%41", "hexadecimal", id="two percent signs"),
    pytest.param("é", "hexadecimal", id="bytes as they are"),
    pytest.param("%ff", "UTF-8", id="never in UTF-8"),
    pytest.param("%c3", "UTF-8", id="cut short"),
    pytest.param("%c0%af", "UTF-8", id="overlong"),
    pytest.param("%ed%a0%80", "UTF-8", id="a surrogate"),
    pytest.param("%f4%90%80%80", "UTF-8", id="beyond Unicode"),
    pytest.param("a%00b", "NUL", id="NUL"),
]


@pytest.mark.parametrize(("words", "why"), ENCODINGS)
def test_an_address_that_would_become_another(app: Any, words: str, why: str) -> None:
    for path, query in ((f"/quotes/{words}", ""), ("/quotes", f"q={words}")):
        status, headers, body = ask(app, path, query)
        assert (status, body["status"]) == (400, 400)
        assert why in body["detail"]
        assert headers[b"content-type"] == b"application/problem+json"
        assert headers[b"x-content-type-options"] == b"nosniff"


@pytest.mark.parametrize(
    ("headers", "version", "status"),
    [
        pytest.param([], "1.1", 400, id="none"),
        pytest.param([], "1.0", 200, id="none, in HTTP/1.0"),
        pytest.param([*HOST, *HOST], "1.1", 400, id="two"),
        pytest.param([*HOST, *HOST], "1.0", 400, id="two, in HTTP/1.0"),
        pytest.param([(b"host", b"")], "1.1", 400, id="empty"),
        pytest.param([(b"host", b"a b")], "1.1", 400, id="two words"),
        pytest.param([(b"host", b"a/b")], "1.1", 400, id="a path"),
        pytest.param([(b"host", b"http://a")], "1.1", 400, id="an address"),
        pytest.param([(b"host", b"me@a")], "1.1", 400, id="a user"),
        pytest.param([(b"host", b"a:80:80")], "1.1", 400, id="two ports"),
        pytest.param([(b"host", b"a:port")], "1.1", 400, id="a port in words"),
        pytest.param([(b"host", b"[::1")], "1.1", 400, id="an open bracket"),
        pytest.param([(b"host", b"a%zz")], "1.1", 400, id="not encoded"),
        pytest.param([(b"host", b"\xe9.example")], "1.1", 400, id="no ASCII"),
        pytest.param([(b"host", b"[::1]:8000")], "1.1", 200, id="IPv6"),
        pytest.param([(b"host", b"a_b.example")], "1.1", 200, id="an underscore"),
        pytest.param([(b"host", b"a%C3%A9.example:")], "1.1", 200, id="encoded, an empty port"),
    ],
)
def test_one_host_that_is_one(app: Any, headers: Headers, version: str, status: int) -> None:
    assert ask(app, headers=headers, version=version)[0] == status


@pytest.mark.parametrize("version", ["0.9", "2.0"])
def test_a_version_that_is_not_spoken(app: Any, version: str) -> None:
    assert ask(app, version=version)[0] == 400


# The most that is taken, and what a request with one more is told.
LIMITS = [
    pytest.param(
        lambda more: {"path": "/" + "a" * (gate.PATH_BYTES - 1 + more)}, 404, 414, id="path"
    ),
    pytest.param(
        lambda more: {"path": "/nowhere", "query": "a" * (gate.QUERY_BYTES + more)}, 404, 414,
        id="query",
    ),
    pytest.param(
        lambda more: {"query": "&".join(f"p{n}" for n in range(gate.PARAMETERS + more))}, 422, 422,
        id="parameters",
    ),
    pytest.param(
        lambda more: {"headers": [*HOST, *[(b"a", b"b")] * (gate.HEADER_FIELDS - 1 + more)]},
        200, 431, id="header fields",
    ),
    pytest.param(
        lambda more: {"headers": [*HOST, (b"a", b"b" * (gate.HEADER_BYTES - 19 + more))]},
        200, 431, id="header bytes",
    ),
    pytest.param(
        lambda more: {"headers": [*HOST, (b"content-length", b"%d" % (gate.BODY_BYTES + more))]},
        200, 413, id="body",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "taken", "refused"), LIMITS)
def test_the_most_is_taken_and_one_more_is_not(
    app: Any, asked: Any, taken: int, refused: int
) -> None:
    assert ask(app, **asked(0))[0] == taken
    status, _, body = ask(app, **asked(1))
    assert status == refused
    assert "than" in body["detail"] or taken == refused


def test_every_operation_declares_what_is_refused_before_it() -> None:
    for operation in OPERATIONS.values():
        assert "431" in operation["responses"]["4XX"]["description"]


def test_what_is_no_request_goes_through() -> None:
    passed: list[Scope] = []

    async def app(scope: Scope, *_: object) -> None:
        passed.append(scope)

    asyncio.run(gate.Gate(app)({"type": "lifespan"}, None, None))  # type: ignore[arg-type]
    assert passed == [{"type": "lifespan"}]
