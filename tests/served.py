"""A server as its users start it: a process of its own on a free port of 127.0.0.1."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

ROOT = Path(__file__).parents[1]


@contextmanager
def served(
    folder: Path,
    *flags: str,
    within: Sequence[str] = (),
    log: Path | None = None,
    **settings: object,
) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Runs `onrecord serve` in a folder: its process and its address.

    `settings` go into its environment by their own names. It is ended by its own process id; who
    wants to know what it printed reads on, or gives it a `log` for standard error: a pipe that
    nobody reads stops a server that says much. `within` is what stands before the command.
    """
    chosen = {f"ONRECORD_{name.upper()}": str(value) for name, value in settings.items()}
    with log.open("w") if log else nullcontext(subprocess.PIPE) as told:
        process = subprocess.Popen(
            [*within, sys.executable, "-m", "app", "serve", "--port", "0", *flags],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | chosen,
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
        )
    assert process.stdout
    line = process.stdout.readline()
    address = re.search(r"http://\S+", line)
    try:
        assert address, (line, log.read_text() if log else process.communicate())
        yield process, address[0]
    finally:
        process.terminate()
        process.communicate(timeout=15)
