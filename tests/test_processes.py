import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from itertools import count, islice
from multiprocessing import Pipe
from pathlib import Path

import pytest

from app.errors import ProcessEndedError
from app.processes import FEW, _end_with_parent, _send, map_in_order, run_bounded
from tests.served import ROOT


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.mark.parametrize("many", [0, 1, FEW - 1, FEW, FEW + 1, 100])
def test_results_stand_in_the_order_of_the_items(many: int) -> None:
    results = list(map_in_order(square, range(many)))
    assert [result for result, _ in results] == [number * number for number in range(many)]


def test_few_stay_here_and_many_do_not() -> None:
    here = {os.getpid()}
    assert {process for _, process in map_in_order(square, range(FEW - 1))} == here
    assert not here & {process for _, process in map_in_order(square, range(FEW))}


def test_one_core_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert {process for _, process in map_in_order(square, range(50))} == {os.getpid()}


def test_items_are_taken_as_results_are() -> None:
    taken = count()
    results = map_in_order(square, (next(taken) for _ in range(10_000)))
    assert len(list(islice(results, 3))) == 3
    assert next(taken) < 1_000


def end_at(number: int) -> int:
    if number == FEW:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_is_killed_is_told_in_a_sentence() -> None:
    with pytest.raises(ProcessEndedError, match=r"was ended .* run it again"):
        list(map_in_order(end_at, range(10 * FEW)))


WORKS = f"""
from app.processes import map_in_order
from tests.test_processes import tell_and_sleep
if __name__ == "__main__":
    list(map_in_order(tell_and_sleep, range({FEW})))
"""


def tell_and_sleep(_: int) -> None:
    print("at work", flush=True)
    time.sleep(600)


def test_whoever_works_for_one_that_is_killed_ends_too(tmp_path: Path) -> None:
    script = tmp_path / "works.py"
    script.write_text(WORKS)
    with subprocess.Popen(
        [sys.executable, script],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout
        parent.stdout.readline()
        parent.kill()
        parent.communicate(timeout=60)  # until whoever could still write has ended


def test_the_end_of_a_parent_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the other process does, done here."""
    parent = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(0,))
    parent.start()
    ended = threading.Event()
    monkeypatch.setattr("multiprocessing.parent_process", lambda: parent)
    monkeypatch.setattr("os._exit", lambda _: ended.set())
    _end_with_parent()
    assert ended.wait(60)


MEMORY = 1 << 30


def where(word: str) -> tuple[str, int]:
    return word, os.getpid()


def hoard(size: int) -> int:
    return len(bytearray(size))


def test_work_within_bounds_is_done_in_another_process() -> None:
    word, process = run_bounded(where, ("done",), 30, MEMORY, "json")
    assert word == "done"
    assert process != os.getpid()


def test_work_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TimeoutError):
        run_bounded(time.sleep, (60,), 0.1, MEMORY, "json")


def test_work_that_takes_too_much_is_ended(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_bounded(hoard, (1 << 20,), 30, MEMORY, "json") == 1 << 20
    with pytest.raises(ChildProcessError):
        run_bounded(hoard, (2 * MEMORY,), 30, MEMORY, "json")
    assert capfd.readouterr().err == ""


def test_work_that_ends_its_process_gives_nothing() -> None:
    with pytest.raises(ChildProcessError):
        run_bounded(os._exit, (3,), 30, MEMORY, "json")


def test_the_bounds_are_set_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the other process does, done here: no tool sees what it does there."""
    bounds: list[object] = []
    monkeypatch.setattr("signal.signal", lambda *given: bounds.append(given))
    monkeypatch.setattr("resource.setrlimit", lambda *given: bounds.append(given))
    here, there = Pipe(duplex=False)
    _send(there, 30, MEMORY, where, ("done",))
    assert here.recv()[0] == "done"
    assert bounds == [
        (signal.SIGINT, signal.SIG_IGN),
        (resource.RLIMIT_CPU, (31, 31)),
        (resource.RLIMIT_AS, (MEMORY, MEMORY)),
    ]

    def too_much() -> None:
        raise MemoryError

    _send(there, 30, MEMORY, too_much, ())
    assert not here.poll(0)
