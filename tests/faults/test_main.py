"""What ends a fault run ends all that it has started."""

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from tests.served import ROOT


def marked(mark: str) -> list[bytes]:
    """The commands of all processes with these words in their environment, dead ones aside."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes())
        except (FileNotFoundError, PermissionError, ProcessLookupError):
            continue
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize(("part", "started"), [("starvation", b"serve"), ("kills", b"seed")])
def test_whoever_ends_a_run_ends_what_it_started(
    part: str, started: bytes, number: signal.Signals
) -> None:
    mark = uuid.uuid4().hex
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults", part],
        cwd=ROOT,
        env=os.environ | {"MARK": mark},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not any(started in command for command in marked(mark)):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(number)
        assert process.wait(timeout=60) != 0
    finally:
        process.kill()
    assert marked(mark) == []
