"""The server that faults are tried on, asked over bare sockets: what is sent is what is meant."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.served import served

Address = tuple[str, int]


@dataclass(frozen=True)
class Server:
    """One that listens on a port of the loopback; what it says on standard error is in `log`."""

    process: "subprocess.Popen[str]"
    url: str
    log: Path

    @property
    def address(self) -> Address:
        parts = urlsplit(self.url)
        return str(parts.hostname), int(parts.port or 0)

    def connect(self, seconds: float = 10) -> socket.socket:
        return socket.create_connection(self.address, timeout=seconds)


@contextmanager
def server(folder: Path, *flags: str, **settings: Any) -> Iterator[Server]:
    """One that has answered once: it listens before it has loaded all it needs."""
    log = folder / "server.log"
    with served(folder, *flags, log=log, **settings) as (process, url):
        assert httpx.get(f"{url}/health", timeout=60).status_code == 200
        yield Server(process, url, log)


def megabytes(running: Server) -> float:
    """What the process has of the machine's memory."""
    status = Path(f"/proc/{running.process.pid}/status").read_text()
    [kilobytes] = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(kilobytes) / 1024
