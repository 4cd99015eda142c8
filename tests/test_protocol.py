"""The protocol over real connections: what clients do to it, and what they hear."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from queue import Queue

import pytest
import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.protocol import REQUEST_BYTES, GuardedProtocol
from app.settings import Settings
from tests.faults.clients import read_answer
from tests.faults.hostile import OVERSIZED, framed, get
from tests.faults.servers import Address, Server, megabytes, server

ASKED = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
BIG = b"GET /docs/assets/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n"  # 1.4 MB
CHUNKED = framed(b"Transfer-Encoding: chunked\r\n")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with server(tmp_path_factory.mktemp("protocol"), client_seconds=1) as started:
        yield started
        assert "Traceback" not in started.log.read_text()  # after all that was done to it


def statuses(heard: bytes) -> list[int]:
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", heard)]


def converse(running: Server, first: bytes, drip: bytes = b"") -> bytes:
    """All that is heard until the server closes; the drip falls as long as it is open."""
    heard = b""
    with closing(running.connect(30)) as connection:
        with suppress(ConnectionError):  # closed before all was sent: what was answered is there
            connection.sendall(first)
        connection.settimeout(0.2)
        for _ in range(100):  # twenty seconds and more
            with suppress(TimeoutError):
                while part := connection.recv(65536):
                    heard += part
                return heard
            with suppress(ConnectionError):
                connection.sendall(drip)
    raise AssertionError(f"never closed: {heard!r}")


# What a client sends, what it goes on to send, and the statuses it hears until it is closed.
HELD = {
    "nothing": (b"", b"", []),
    "half a head": (ASKED[:-2], b"", [408]),
    "a dripping header": (ASKED[:-2] + b"A: ", b"a", [408]),
    "dripping headers": (ASKED[:-2], b"A: b\r\n", [408]),
    "empty lines": (b"", b"\r\n", [408]),
    "a dripping address": (b"GET /", b"a", [408]),
    "half a body": (framed(b"Content-Length: 99\r\n", b"a"), b"", [200]),
    "a dripping body": (framed(b"Content-Length: 9999\r\n"), b"a", [200]),
    "dripping chunks": (CHUNKED, b"1\r\na\r\n", [200]),
    "a dripping chunk extension": (CHUNKED + b"1;", b"a", [200]),
    "a body nobody awaits": (framed(b"Expect: 100-continue\r\nContent-Length: 9\r\n"), b"", [200]),
    "idle after an answer": (ASKED, b"", [200]),
    "half a head after an answer": (ASKED + ASKED[:-2], b"A: b\r\n", [200, 408]),
    "empty lines after an answer": (ASKED, b"\r\n", [200]),
    "half a head behind a long answer": (BIG + ASKED[:-2], b"A: b\r\n", [200, 408]),
}


@pytest.fixture(scope="module")
def held(running: Server) -> Iterator[dict[str, Future[bytes]]]:
    """All at once: each takes as long as the server lets it."""
    with ThreadPoolExecutor(len(HELD)) as pool:
        yield {
            name: pool.submit(converse, running, first, drip)
            for name, (first, drip, _) in HELD.items()
        }


@pytest.mark.parametrize("name", HELD)
def test_a_client_that_keeps_the_server_waiting_is_closed(
    held: dict[str, Future[bytes]], name: str
) -> None:
    assert statuses(held[name].result()) == HELD[name][2]


def assert_closed(connection: socket.socket) -> None:
    """Without reading: what is sent to a connection that is gone, is refused."""
    for _ in range(400):  # twenty seconds
        try:
            connection.sendall(b"\r\n")
        except ConnectionError:
            return
        time.sleep(0.05)
    raise AssertionError("never closed")


def test_a_client_that_does_not_take_its_answers_is_closed(running: Server) -> None:
    with closing(running.connect()) as connection:
        connection.sendall(BIG * 20)
        assert_closed(connection)
    assert "Traceback" not in running.log.read_text()


def test_clients_that_do_not_take_an_answer_share_one_copy_of_it(running: Server) -> None:
    with closing(running.connect()) as connection:
        connection.sendall(BIG)
        _, body = read_answer(connection)  # and it is kept
    before = megabytes(running)
    with ExitStack() as held:
        for _ in range(40):
            held.enter_context(closing(running.connect())).sendall(BIG)
        assert statuses(converse(running, get("/health"))) == [200]  # whoever came before, too
        assert megabytes(running) - before < 20 * len(body) / 1_000_000


async def answer_at_length(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"a" * 60_000})


@contextmanager
def serving(app: ASGIApp) -> Iterator[Address]:
    """Another application, within this process; the machine keeps little of what it answers."""
    guarded = partial(GuardedProtocol, settings=Settings(client_seconds=1))
    config = Config(app, http=guarded, lifespan="off", log_level="error")  # type: ignore[arg-type]  # called only
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        running = uvicorn.Server(config)
        thread = threading.Thread(target=running.run, args=[[listener]])
        thread.start()
        yield listener.getsockname()
        running.should_exit = True
        thread.join()


def test_a_client_that_does_not_take_the_end_of_its_last_answer_is_closed() -> None:
    """It is all written, but no more than a part of it fits into the machine's own buffers."""
    with serving(answer_at_length) as address, socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(address)
        connection.sendall(get("/"))
        assert_closed(connection)


def test_an_answer_under_way_is_told_that_its_client_left_be_it_the_last_or_not() -> None:
    told = Queue[str]()

    async def answer_for_ever(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        while (await receive())["type"] != "http.disconnect":
            pass
        told.put(scope["path"])

    with serving(answer_for_ever) as address:
        for requests in (get("/alone"), ASKED + get("/second")):
            with socket.create_connection(address) as connection:
                connection.sendall(requests)
                assert connection.recv(100)
        assert {told.get(timeout=20), told.get(timeout=20)} == {"/alone", "/health"}


def test_a_client_that_only_takes_its_time_hears_all(running: Server) -> None:
    heard = 0
    with closing(running.connect()) as connection:
        connection.sendall(BIG * 9 + get("/health"))
        while part := connection.recv(400_000):
            heard += len(part)
            time.sleep(0.05)
    assert heard > 9 * 1_000_000


# What is wrong at once: everything sent in one piece, and the statuses heard.
REFUSED = {
    "junk": (b"junk\r\n\r\n", [400]),
    "much junk": (b"junk\r\n\r\n" * 1000, [400]),
    "a long address": (get("/" + "a" * 70_000), [414]),
    "a bad chunk": (CHUNKED + b"zz\r\n", [400]),
    "junk behind a request": (ASKED + b"junk\r\n\r\n", [200]),
    "junk behind two requests": (ASKED + ASKED + b"junk\r\n\r\n", [200, 200]),
    "a bad chunk behind a request": (ASKED + CHUNKED + b"zz\r\n", [200, 200]),
    "an upgrade to HTTP/2": (framed(b"Connection: Upgrade\r\nUpgrade: h2c\r\n", ASKED), [200]),
    "an upgrade to WebSocket": (framed(b"Connection: Upgrade\r\nUpgrade: websocket\r\n"), [200]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_once_and_spoils_no_other_answer(
    running: Server, name: str
) -> None:
    sent, expected = REFUSED[name]
    heard = converse(running, sent)
    assert statuses(heard) == expected
    assert heard.count(b'{"status":"ok"}') == expected.count(200)


@pytest.mark.parametrize("name", OVERSIZED)
def test_what_is_too_large_is_refused_or_cut_off(running: Server, name: str) -> None:
    """A body may be answered before it comes: nothing here reads one."""
    expected = {413, 200} if "chunk" in name or "trailer" in name else {413, 414, 422, 431}
    [status] = statuses(converse(running, OVERSIZED[name]))
    assert status in expected


def test_a_request_is_refused_while_it_comes_in(running: Server) -> None:
    assert statuses(converse(running, ASKED[:-2] + b"A: " + b"a" * REQUEST_BYTES)) == [431]


def test_what_turns_bad_where_it_grows_too_large_is_refused_once(running: Server) -> None:
    begun = ASKED[:-2] + b"A: "
    sent = begun + b"a" * (REQUEST_BYTES - len(begun)) + b"\0"
    assert statuses(converse(running, sent)) == [400]
    assert "Traceback" not in running.log.read_text()


@pytest.mark.parametrize(
    "body", [b"zz\r\n", b"fffff\r\n" + b"a" * REQUEST_BYTES], ids=["bad", "big"]
)
def test_a_body_that_turns_bad_after_the_answer_is_not_answered_again(
    running: Server, body: bytes
) -> None:
    heard = b""
    with closing(running.connect()) as connection:
        connection.sendall(CHUNKED)
        while not heard.endswith(b"}"):
            heard += connection.recv(65536)
        connection.sendall(body)
        assert connection.recv(65536) == b""


def test_a_refusal_is_a_problem_with_every_header_an_answer_has(running: Server) -> None:
    head, _, body = converse(running, b"junk\r\n\r\n").partition(b"\r\n\r\n")
    fields = {line.split(b": ")[0] for line in head.lower().splitlines()[1:]}
    assert {b"date", b"content-security-policy", b"x-content-type-options"} < fields
    assert b"connection: close" in head.lower()
    assert b"content-type: application/problem+json" in head.lower()
    assert body.startswith(b'{"type": "about:blank", "title": "Bad Request", "status": 400')


Busy = Callable[[Server, ExitStack], None]


def idle(running: Server, held: ExitStack) -> None:
    held.enter_context(closing(running.connect()))


def slow(running: Server, held: ExitStack) -> None:
    held.enter_context(closing(running.connect())).sendall(ASKED[:-2])


def satisfied(running: Server, held: ExitStack) -> None:
    connection = held.enter_context(closing(running.connect()))
    connection.sendall(ASKED)
    assert statuses(connection.recv(65536)) == [200]


def busy(running: Server, held: ExitStack) -> None:
    connection = held.enter_context(closing(running.connect()))
    connection.sendall(BIG * 20)
    assert connection.recv(1) == b"H"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with server(tmp_path_factory.mktemp("small"), max_connections=3) as started:
        yield started


@pytest.mark.parametrize(
    ("occupy", "heard"),
    [
        pytest.param([idle] * 9, [200], id="idle ones"),
        pytest.param([slow] * 9, [200], id="half requests"),
        pytest.param([satisfied] * 9, [200], id="answered ones"),
        pytest.param([busy, busy, idle], [200], id="one of them idle"),
        pytest.param([busy] * 3, [503], id="all of them busy"),
    ],
)
def test_idle_connections_keep_nobody_out(
    small: Server, occupy: list[Busy], heard: list[int]
) -> None:
    with ExitStack() as held:
        for keep in occupy:
            keep(small, held)
        answer = converse(small, get("/health"))
    assert statuses(answer) == heard
    assert (b"retry-after: 1\r\n" in answer) == (heard == [503])


def talk(running: Server, *requests: bytes) -> list[bytes]:
    """What is answered to each, on one connection; without the date."""
    with closing(running.connect(10)) as connection:
        heard = [_answer(connection, request) for request in requests]
    return [re.sub(rb"date: [^\r]+ GMT", b"date: now", answer) for answer in heard]


def _answer(connection: socket.socket, request: bytes) -> bytes:
    connection.sendall(request)
    heard = connection.recv(65536)
    length = re.search(rb"content-length: (\d+)", heard)
    body = 0 if request.startswith(b"HEAD") or length is None else int(length[1])
    while len(heard.partition(b"\r\n\r\n")[2]) < body:
        heard += connection.recv(65536)
    return heard


def asking(method: bytes = b"GET", fields: bytes = b"") -> bytes:
    return method + b" /quotes HTTP/1.1\r\nHost: localhost\r\n" + fields + b"\r\n"


@pytest.mark.parametrize(
    ("method", "fields", "status"),
    [(b"GET", b"", 200), (b"HEAD", b"", 200), (b"GET", b"If-None-Match: *\r\n", 304)],
)
def test_what_is_kept_is_sent_as_it_was(
    running: Server, method: bytes, fields: bytes, status: int
) -> None:
    new = b"Prefer: %b-%d\r\n" % (method, status)  # nothing is kept of this yet
    first, *kept = talk(running, *[asking(method, fields + new)] * 3)
    assert kept == [first, first]
    assert b"date: now" in first
    assert statuses(first) == [status]


def test_what_is_kept_is_sent_as_often_as_it_is_asked_for_at_once(running: Server) -> None:
    last = asking(fields=b"Connection: close\r\n")
    assert statuses(converse(running, asking(b"HEAD") * 2000 + last)) == [200] * 2001


def test_requests_that_wait_for_their_turn_take_little_more_than_their_bytes(
    running: Server,
) -> None:
    before = megabytes(running)
    with ExitStack() as held:
        for _ in range(20):
            connection = held.enter_context(closing(running.connect()))
            connection.setblocking(False)
            with suppress(BlockingIOError):
                while connection.send(BIG * 1000):
                    pass
        assert statuses(converse(running, get("/health"))) == [200]
        assert megabytes(running) - before < 30


def test_the_last_answer_says_so_be_it_kept_or_not(running: Server) -> None:
    last = asking(fields=b"Connection: close\r\n")
    whole, closing_ = talk(running, asking(), last)
    head, _, body = whole.partition(b"\r\n\r\n")
    assert closing_ == head + b"\r\nconnection: close\r\n\r\n" + body


@pytest.mark.parametrize(
    "name", [name for name, value in vars(GuardedProtocol).items() if callable(value)]
)
def test_what_is_overridden_is_still_there_in_uvicorn(name: str) -> None:
    ours = {"_look", "_make_room", "_end", "_say", "_is_in_body", "_is_answering", "_is_waiting",
            "_answer", "_read"}  # fmt: skip
    assert hasattr(HttpToolsProtocol, name) != (name in ours)
