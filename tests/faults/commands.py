"""The command line as its users run it: a process of its own, measured, and not waited for long."""

import os
import re
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
_TICKS = os.sysconf("SC_CLK_TCK")  # a second


@dataclass(frozen=True)
class Done:
    """A command that has ended; where it had to be ended, its code is below 0."""

    code: int
    out: str
    err: str
    seconds: float  # of processor time that its process took, and those that it started
    memory: int  # bytes that these had, each at its own worst moment

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
    taken: dict[int, tuple[float, int]] = {}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = start(folder, *arguments, out=out, err=err, **settings)
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            if time.monotonic() - began > PATIENCE:
                os.killpg(process.pid, signal.SIGKILL)
            _look(process.pid, taken)
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(ended[1])
        out.seek(0), err.seek(0)
        return Done(
            process.returncode,
            out.read().decode(),
            err.read().decode(),
            sum(seconds for seconds, _ in taken.values()),
            sum(memory for _, memory in taken.values()),
        )


def _look(process: int, taken: dict[int, tuple[float, int]]) -> None:
    """Notes what a process and all below it have taken so far.

    Not by `ru_maxrss`: that begins with the memory of whoever started the process.
    """
    with suppress(FileNotFoundError, ProcessLookupError):
        folder = Path(f"/proc/{process}")
        times = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
        found = re.search(r"VmHWM:\s+(\d+) kB", (folder / "status").read_text())
        if found:  # else it has ended, and nobody has asked for it yet
            taken[process] = sum(map(int, times)) / _TICKS, int(found[1]) * 1024
        for child in (folder / "task" / str(process) / "children").read_text().split():
            _look(int(child), taken)


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
