"""The command line as its users run it: a process of its own, measured, and not waited for long."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.served import ROOT

PATIENCE = 120.0  # seconds, for a command that no bound of its own ends
_ended = threading.Event()


@dataclass(frozen=True)
class Done:
    """A command that has ended; where it had to be ended, its code is below 0."""

    code: int
    out: str
    err: str
    seconds: float
    memory: int  # bytes that its process had at most; not those that it started

    @property
    def refused(self) -> bool:
        """As `onrecord` refuses: in one line, with its exit code."""
        return self.code == 2 and self.err.startswith("onrecord: ") and self.err.count("\n") == 1


def start(
    folder: Path,
    *arguments: object,
    out: IO[bytes] | int = subprocess.DEVNULL,
    err: IO[bytes] | int = subprocess.DEVNULL,
    **settings: object,
) -> "subprocess.Popen[bytes]":
    """Runs a command in a session of its own, so that all its processes can be ended at once."""
    if _ended.is_set():
        raise RuntimeError("all has been ended")
    chosen = {f"ONRECORD_{name.upper()}": str(value) for name, value in settings.items()}
    return subprocess.Popen(
        [sys.executable, "-m", "app", *(os.fsencode(str(each)) for each in arguments)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "SQLITE_TMPDIR": str(folder)} | chosen,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=err,
        start_new_session=True,
    )


def onrecord(folder: Path, *arguments: object, **settings: object) -> Done:
    """Runs a command to its end, or for as long as patience lasts."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = start(folder, *arguments, out=out, err=err, **settings)
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            if time.monotonic() - began > PATIENCE:
                os.killpg(process.pid, signal.SIGKILL)
            time.sleep(0.002)
        _, status, usage = ended
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        return Done(
            process.returncode,
            out.read().decode(),
            err.read().decode(),
            time.monotonic() - began,
            usage.ru_maxrss * 1024,
        )


def alive_in(sessions: Container[int]) -> list[int]:
    """The processes, the dead aside, of sessions that were begun here."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, _, session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(session) in sessions and state != "Z":
            found.append(int(folder.name))
    return found


def end_all() -> None:
    """Kills whatever this process has started, and starts no command any more: whoever waits for
    one of them, in any thread, goes on to its own end.
    """
    _ended.set()
    for process in list(descendants(os.getpid())):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def descendants(process: int) -> Iterator[int]:
    """The processes that it has started, and those that these have."""
    with suppress(FileNotFoundError, ProcessLookupError):  # one may just have ended
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield int(child)
                yield from descendants(int(child))
