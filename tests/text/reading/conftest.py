"""What the tests of reading share: `site` serves what a test says, byte by byte, on 127.0.0.1."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

# Told the path that was asked for and its whole request, it writes what it likes to the socket.
Handler = Callable[[socket.socket, str, bytes], None]
Site = Callable[..., str]
CERTIFICATE = Path(__file__).parents[2] / "data" / "localhost.pem"


def answer(
    body: bytes = b"",
    content_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    **headers: str,
) -> bytes:
    """A whole answer of HTTP/1.1; underscores in the names of headers stand for hyphens."""
    told = {"Content-Type": content_type, "Content-Length": str(len(body)), "Connection": "close"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


@pytest.fixture
def site() -> Iterator[Site]:
    """Starts a server that always answers with these bytes, or does as this handler does.

    Gives its address, without a slash at its end.
    """
    listeners: list[socket.socket] = []

    def start(says: bytes | Handler, *, tls: bool = False) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)
        Thread(target=_serve, args=(listener, says, tls), daemon=True).start()
        return f"{'https' if tls else 'http'}://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for listener in listeners:
        listener.close()


def _serve(listener: socket.socket, says: bytes | Handler, tls: bool) -> None:
    while True:
        try:
            asking, _ = listener.accept()
        except OSError:  # closed: the test is over
            return
        Thread(target=_talk, args=(asking, says, tls), daemon=True).start()


def _talk(asking: socket.socket, says: bytes | Handler, tls: bool) -> None:
    with suppress(OSError), _covered(asking, tls) as asking:  # whoever asks may leave at any time
        request = b""
        while b"\r\n\r\n" not in request and not request.startswith(b"\x16"):  # of TLS
            received = asking.recv(65536)
            if not received:
                return
            request += received
        if isinstance(says, bytes):
            asking.sendall(says)
        else:
            says(asking, request.split(b" ")[1].decode(), request)
        asking.shutdown(socket.SHUT_WR)


def _covered(asking: socket.socket, tls: bool) -> socket.socket:
    if not tls:
        return asking
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    with asking:
        return context.wrap_socket(asking, server_side=True)
