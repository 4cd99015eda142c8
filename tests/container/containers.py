"""Containers, run as a careful `docker run` would: `--read-only`, `--cap-drop ALL` and the like.

Each command is the first process of a namespace of its own; its root is the image's, which nobody
can write; /data is a folder of the machine; user and environment are the image's. The network is
the machine's.
"""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

ENTER = """
root=$1 volume=$2 user=$3; shift 3
mount --bind "$root" "$root"
mount --bind "$volume" "$root/data"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
mount -t proc proc "$root/proc"
mount -o remount,bind,ro "$root"
exec setpriv --no-new-privs chroot --userspec="$user" --groups="${user#*:}" "$root" "$@"
"""
NAMESPACES = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
PATIENCE = 30.0  # seconds for what should happen


@dataclass(frozen=True)
class Container:
    """A root to run commands in, on a volume, as the image's configuration and `settings` say."""

    root: Path
    config: dict[str, Any]
    volume: Path
    settings: dict[str, str]

    @property
    def owner(self) -> list[str]:
        """The numbers of the user and the group that everything in it runs as."""
        user, group = self.config["User"].split(":")
        return [user, group]

    def start(self, command: Sequence[str], output: IO[bytes] | int) -> subprocess.Popen[bytes]:
        """Starts a command; what is given back is its parent, which ends with it."""
        environment = dict(setting.split("=", 1) for setting in self.config["Env"])
        place = (str(self.root), str(self.volume), self.config["User"])
        return subprocess.Popen(
            [*NAMESPACES, "sh", "-euc", ENTER, "sh", *place, *command],
            cwd="/",
            env=environment | self.settings,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    def run(self, *command: str) -> tuple[int, str]:
        """A command's exit code and what it said."""
        process = self.start(command, subprocess.PIPE)
        said, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, said.decode()

    def is_healthy(self) -> bool:
        """What the image's own health check finds."""
        kind, *command = self.config["Healthcheck"]["Test"]
        assert kind == "CMD", kind  # the other kinds need a shell, or are none
        return self.run(*command)[0] == 0


@dataclass(frozen=True)
class Server:
    """The image's own command, running in a container."""

    parent: subprocess.Popen[bytes]
    address: str
    log: IO[bytes]

    @property
    def pid(self) -> int:
        """The number that its process has outside; inside it is 1."""
        return int(Path(f"/proc/{self.parent.pid}/task/{self.parent.pid}/children").read_text())

    def get(self, path: str) -> str:
        """The answer to GET. Raises OSError where there is none, or one of 400 and above."""
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
        return text

    def answers(self) -> bool:
        try:
            self.get("/health")
        except OSError:
            return False
        return True

    def said(self) -> str:
        self.log.seek(0)
        return self.log.read().decode()

    def end(self) -> tuple[int, float]:
        """Sends the signal to end; gives the exit code and how many seconds that took."""
        began = time.monotonic()
        os.kill(self.pid, signal.SIGTERM)
        code = self.parent.wait(timeout=PATIENCE)
        return code, time.monotonic() - began


@contextmanager
def serving(container: Container) -> Iterator[Server]:
    """Runs the image's command until it answers; whatever happens, it has ended at the end."""
    address = f"http://127.0.0.1:{container.settings['ONRECORD_PORT']}"
    with TemporaryFile() as log:
        parent = container.start(container.config["Cmd"], log)
        server = Server(parent, address, log)
        try:
            _wait_until_it_answers(server)
            yield server
        finally:
            with suppress(OSError, ValueError):  # it has ended already
                os.kill(server.pid, signal.SIGKILL)  # who has become another user outlives a parent
            parent.kill()
            parent.wait()


def _wait_until_it_answers(server: Server) -> None:
    give_up = time.monotonic() + PATIENCE
    while not server.answers():
        if server.parent.poll() is not None or time.monotonic() > give_up:
            raise SystemExit(f"the server does not answer\n{server.said()}")
        time.sleep(0.1)


def free_port() -> str:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return str(listener.getsockname()[1])
