"""Faults on purpose, and what must happen: every part, or those named.

    python -m tests.faults [PART…]

prints a table of what was wanted beside what was measured; exit code 1 where one does not hold.
A part is a function that breaks what it is about, ends whatever it starts, and yields figures.
Each listens on the loopback only and is stopped, and failed, at the end of its time. Whoever ends
the run by SIGTERM or Ctrl-C ends all that it has started.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.faults import (
    broken,
    connections,
    disk,
    http,
    kills,
    readers,
    seeders,
    signals,
    soak,
    sources,
    starvation,
)
from tests.faults.commands import end_all
from tests.faults.figures import Figure


@dataclass(frozen=True)
class Part:
    run: Callable[[], Iterator[Figure]]
    seconds: int  # the most it may take


PARTS = {
    "http": Part(http.run, 900),
    "connections": Part(connections.run, 300),
    "signals": Part(signals.run, 600),
    "starvation": Part(starvation.run, 120),
    "kills": Part(kills.run, 3600),
    "stores": Part(broken.run, 600),
    "seeders": Part(seeders.run, 600),
    "readers": Part(readers.run, 1800),
    "disk": Part(disk.run, 1800),
    "sources": Part(sources.run, 3600),
    "soak": Part(soak.run, 1800),
}


def run(name: str, part: Part) -> bool:
    """Prints the part's table as it comes; whether every figure holds."""
    print(f"\n## {name}\n\n| | wanted | measured | holds |\n|---|---|---|---|")
    signal.alarm(part.seconds)
    began, holds = time.monotonic(), True
    for figure in part.run():
        holds &= figure.holds
        mark = "yes" if figure.holds else "NO"
        print(f"| {figure.what} | {figure.wanted} | {figure.measured} | {mark} |", flush=True)
    signal.alarm(0)
    print(f"\n{time.monotonic() - began:.0f} s")
    return holds


def stop(number: int, _frame: object) -> None:
    end_all()
    if number == signal.SIGALRM:
        raise TimeoutError("this part took longer than it may")
    sys.exit(128 + number)  # as shells say it


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    chosen = parser.parse_args().parts or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"there is no {', '.join(sorted(unknown))}: {', '.join(PARTS)}")
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    held = [run(name, PARTS[name]) for name in chosen]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
