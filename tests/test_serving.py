"""The server as its users start it: a process of its own, asked over real HTTP."""

import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import pytest
from starlette.types import Receive, Scope, Send
from uvicorn.config import Config

from app.errors import SettingError
from app.serving import Server, listen
from app.settings import Settings
from app.store.copying import freeze
from app.store.engine import SCHEMA
from tests.served import ROOT, served

Serve = Callable[..., tuple[subprocess.Popen[str], httpx.Client]]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts `onrecord serve` as often as it is called: the process, and a client to ask it."""
    with ExitStack() as running:

        def start(
            *flags: str, within: Sequence[str] = ()
        ) -> tuple[subprocess.Popen[str], httpx.Client]:
            process, address = running.enter_context(served(tmp_path, *flags, within=within))
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


# The folder is mounted read-only, and whoever runs the command has no privileges.
READ_ONLY_FOLDER = """
mount --bind "$1" "$1"
mount -o remount,bind,ro "$1"
shift
exec unshare --user "$@"
"""


def within_read_only(folder: Path) -> list[str]:
    """What to put before a command, so that nothing can be written in this folder."""
    namespaces = ("unshare", "--user", "--map-root-user", "--mount")
    return [*namespaces, "sh", "-euc", READ_ONLY_FOLDER, "sh", str(folder)]


def can_mount() -> bool:
    """Whether this machine lets us mount: some containers do not."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*within_read_only(Path(folder)), "true"]
        try:
            return subprocess.run(command, capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            return False


needs_mounts = pytest.mark.skipif(not can_mount(), reason="this machine lets nobody mount")


@pytest.fixture
def frozen(own_store: Path, tmp_path: Path) -> Path:
    """A frozen copy of the gold store, alone in a folder."""
    (tmp_path / "frozen").mkdir()
    freeze(own_store, tmp_path / "frozen" / "frozen.db", lambda *_: None)
    return tmp_path / "frozen" / "frozen.db"


@needs_mounts
def test_a_frozen_copy_is_served_where_nothing_can_be_written(serve: Serve, frozen: Path) -> None:
    within = within_read_only(frozen.parent)
    refused = subprocess.run([*within, "touch", frozen.parent / "x"], check=False)
    assert refused.returncode != 0
    _, client = serve("--read-only", "--store", str(frozen), within=within)
    assert client.get("/ready").json()["articles"] == 6
    assert client.get("/quotes?q=the&limit=1").json()["items"]
    assert client.get("/quotes.csv").text.count("\n") > 10
    assert os.listdir(frozen.parent) == ["frozen.db"]


@needs_mounts
def test_a_store_that_is_not_frozen_is_refused_there(own_store: Path) -> None:
    within = within_read_only(own_store.parent)
    done = subprocess.run(
        [*within, sys.executable, "-m", "app", "serve", "--read-only", "--store", own_store],
        env=os.environ | {"PYTHONPATH": str(ROOT), "ONRECORD_PORT": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"onrecord: {own_store} cannot be used: unable to open database file (user 65534 must be"
        f" able to write in {own_store.parent}, or read a copy made by `onrecord freeze`)\n"
    )


async def block(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Nothing else happens meanwhile: whoever connects is not yet let in."""
    time.sleep(0.5)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


def test_whoever_has_knocked_before_the_end_is_answered() -> None:
    server = Server(Config(block, lifespan="off", log_level="error"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=[[listener]])
        thread.start()
        knocking = []
        for _ in range(2):
            knocking.append(socket.create_connection(listener.getsockname(), timeout=20))
            knocking[-1].sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            time.sleep(0.2)
        server.should_exit = True
        for connection in knocking:
            with connection:
                assert connection.recv(100).startswith(b"HTTP/1.1 204")
        thread.join()


def test_the_collector_of_a_process_that_serves_looks_at_little(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "onrecord.db"))
    code = "from app.main import create_lasting_app as create; create(); import gc"
    code += "; print(len(gc.get_objects()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert int(done.stdout) < 1000


def test_the_kernel_keeps_little_of_an_answer_that_is_not_taken() -> None:
    with listen(Settings(port=0)) as listener:
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT) == 131072


def child_of(process: subprocess.Popen[str]) -> int | None:
    """The process that a process has started, once it has."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return int(children) if children else None


@needs_mounts
def test_sigterm_ends_the_first_process_of_a_container_before_it_serves(tmp_path: Path) -> None:
    """Whose signals the kernel drops as long as they have no handler."""
    container = ("unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child")
    process = subprocess.Popen(
        [*container, sys.executable, "-m", "app", "serve", "--port", "0"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    while process.poll() is None:
        time.sleep(0.1)
        if child := child_of(process):
            with suppress(ProcessLookupError):  # it may just have ended
                os.kill(child, signal.SIGTERM)
    out, _ = process.communicate()
    assert (process.returncode, out) == (128 + signal.SIGTERM, "")


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
