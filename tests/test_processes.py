import os
from itertools import count, islice

import pytest

from app.processes import FEW, map_in_order


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
