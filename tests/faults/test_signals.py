"""The quick form of `python -m tests.faults signals`; how long things take is left to that."""

import signal
from collections.abc import Iterator
from pathlib import Path

from tests.faults.figures import Figure
from tests.faults.signals import hurt, terminated

SECONDS, EXPORTS = 0.5, 0


def failures(figures: Iterator[Figure]) -> dict[str, str]:
    return {each.what: each.measured for each in figures if "failed" in each.what}


def test_sigterm_lets_requests_under_way_finish(tmp_path: Path) -> None:
    figures = terminated(tmp_path, 1, SECONDS, EXPORTS, client_seconds=1)
    assert list(failures(figures).values()) == ["0"]


def test_a_killed_worker_fails_nobody_who_knocks_after_it(tmp_path: Path) -> None:
    figures = hurt(tmp_path, signal.SIGKILL, "Z", SECONDS, EXPORTS)
    assert list(failures(figures).values()) == ["0"]
