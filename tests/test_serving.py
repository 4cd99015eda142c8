"""The server as its users start it: a process of its own, asked over real HTTP."""

import os
import resource
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from app.errors import SettingError
from app.serving import listen
from app.settings import Settings
from app.store.engine import SCHEMA
from tests.served import ROOT, served

Serve = Callable[..., tuple[subprocess.Popen[str], httpx.Client]]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts `onrecord serve` as often as it is called: the process, and a client to ask it."""
    with ExitStack() as running:

        def start(*flags: str) -> tuple[subprocess.Popen[str], httpx.Client]:
            process, address = running.enter_context(served(tmp_path, *flags))
            client = httpx.Client(base_url=address, timeout=20)
            return process, running.enter_context(client)

        yield start


def test_serve_makes_a_store_seeds_it_and_tells_where(serve: Serve, tmp_path: Path) -> None:
    process, client = serve()
    assert client.get("/ready").json()["articles"] == 1
    [quote, *_] = client.get("/quotes").json()["items"]
    iri = client.get(f"/quotes/{quote['id']}.jsonld").json()["@id"]
    assert iri == f"{client.base_url}/quotes/{quote['id']}"  # the port is a free one
    process.terminate()
    _, err = process.communicate(timeout=15)
    created, added = err.splitlines()
    assert created == f"onrecord: created onrecord.db (schema {SCHEMA})"
    assert added.startswith("added fearing-the-turkish-role-france-wants-international-ff9f55")
    assert (tmp_path / "onrecord.db").exists()


def test_served_again_a_store_is_left_as_it_is(serve: Serve) -> None:
    for _ in range(2):
        process, client = serve()
        assert client.get("/ready").json()["articles"] == 1
        process.terminate()
        _, err = process.communicate(timeout=15)
    assert err == ""


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6 loopback")
def test_an_ipv6_host_is_told_in_brackets(serve: Serve) -> None:
    _, client = serve("--host", "::1")
    assert str(client.base_url).startswith("http://[::1]:")
    assert client.get("/health").status_code == 200


def test_serve_empty_seeds_nothing(serve: Serve) -> None:
    _, client = serve("--empty")
    assert client.get("/ready").json()["articles"] == 0


def test_several_workers_read_the_one_store(serve: Serve, tmp_path: Path) -> None:
    _, client = serve("--workers", "2", "--store", str(tmp_path / "shared.db"))
    for _ in range(10):
        with httpx.Client(base_url=client.base_url, timeout=20) as another:
            assert another.get("/articles").json()["total"] == 1


def test_sigterm_lets_requests_under_way_finish(serve: Serve) -> None:
    process, client = serve()
    client.get("/health")
    codes: list[int] = []

    def ask() -> None:
        with httpx.Client(base_url=client.base_url, timeout=20) as asking:
            codes.extend(asking.get("/quotes").status_code for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) in (0, -signal.SIGTERM)
    assert codes == [200] * 80


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "app", "serve", "--port", port]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"onrecord: cannot listen on 127.0.0.1:{port}: Address already in use\n"
    assert list(tmp_path.iterdir()) == []


def test_more_connections_than_files_are_allowed_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (512, 1024))
    with pytest.raises(SettingError, match=r"ONRECORD_MAX_CONNECTIONS: 1256 open files .*, 1024"):
        listen(Settings())
