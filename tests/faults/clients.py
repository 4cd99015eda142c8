"""Clients of ill will, many at once, and the others, who should not notice."""

import asyncio
import re
import resource
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle, islice

from tests.faults.hostile import HOST, framed
from tests.faults.servers import Address

ASKED = b"GET /health HTTP/1.1\r\n" + HOST + b"\r\n"
BIG = b"GET /docs/assets/swagger-ui-bundle.js HTTP/1.1\r\n" + HOST + b"\r\n"  # 1.4 MB


@dataclass(frozen=True)
class Kind:
    """How a client keeps a connection: what it sends, what it goes on to send, what it reads."""

    first: bytes
    drip: bytes = b""
    reads: bool = True


KINDS = {
    "idle": Kind(b""),
    "half a head": Kind(ASKED[:-2]),
    "dripping headers": Kind(ASKED[:-2], b"A: b\r\n"),
    "empty lines": Kind(b"", b"\r\n"),
    "dripping body": Kind(framed(b"Content-Length: 9999\r\n"), b"a"),
    "dripping chunks": Kind(framed(b"Transfer-Encoding: chunked\r\n"), b"1\r\na\r\n"),
    "idle after an answer": Kind(ASKED),
    "half a head after an answer": Kind(ASKED + ASKED[:-2], b"A: b\r\n"),
    "taking no answer": Kind(BIG * 20, b"\r\n", reads=False),
}
_DRIP_SECONDS = 0.5


async def _hold(address: Address, kind: Kind, seconds: float, wait: float) -> float:
    """How long the server let it; infinite where it was still open in the end."""
    await asyncio.sleep(wait)
    loop, began = asyncio.get_running_loop(), time.monotonic()
    with socket.socket() as connection, suppress(ConnectionError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
        connection.setblocking(False)
        await loop.sock_connect(connection, address)
        await loop.sock_sendall(connection, kind.first)
        while not await _is_closed(connection, kind):
            if time.monotonic() - began > seconds:
                return float("inf")
            with suppress(BlockingIOError):
                connection.send(kind.drip)
    return time.monotonic() - began


async def _is_closed(connection: socket.socket, kind: Kind) -> bool:
    """Waits, and takes what is answered meanwhile."""
    loop = asyncio.get_running_loop()
    if not kind.reads:
        await asyncio.sleep(_DRIP_SECONDS)
        return False  # the next byte that is sent tells
    with suppress(TimeoutError):
        async with asyncio.timeout(_DRIP_SECONDS):
            while await loop.sock_recv(connection, 65536):
                pass
            return True
    return False


async def _hold_all(address: Address, many: int, seconds: float, over: float) -> list[float]:
    kinds = enumerate(islice(cycle(KINDS.values()), many))
    holding = [_hold(address, kind, seconds, over * n / many) for n, kind in kinds]
    return await asyncio.gather(*holding)


def hold(address: Address, many: int, seconds: float, over: float) -> dict[str, list[float]]:
    """How long each of so many lasted, by kind; each for at most as long. They come one after the
    other over a time, which may be 0. Pickles.
    """
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    lasted = asyncio.run(_hold_all(address, many, seconds, over))
    return {name: lasted[n :: len(KINDS)] for n, name in enumerate(KINDS)}


def ask_on(address: Address, seconds: float) -> int:
    """Sends as many requests as the server takes, waiting for no answer: how many it takes."""
    requests, sent, began = ASKED * 10_000, 0, time.monotonic()
    with socket.create_connection(address) as connection:
        connection.setblocking(False)
        while time.monotonic() - began < seconds:
            with suppress(BlockingIOError):
                sent += connection.send(requests[sent % len(requests) :])
            with suppress(BlockingIOError):
                connection.recv(1 << 20)
            time.sleep(0.001)
    return sent // len(ASKED)


def read_answer(connection: socket.socket) -> tuple[int, bytes]:
    """The status and body of the next answer, on a connection that stays open.

    Raises ConnectionError where it is closed before the answer is whole.
    """
    heard = b""
    while b"\r\n\r\n" not in heard:
        heard += _more(connection)
    head, _, body = heard.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\ncontent-length: (\d+)", head)
    while not (len(body) == int(length[1]) if length else body.endswith(b"\r\n0\r\n\r\n")):
        body += _more(connection)
    return int(head[9:12]), body


def _more(connection: socket.socket) -> bytes:
    part = connection.recv(65536)
    if not part:
        raise ConnectionError("closed before the answer was whole")
    return part
