"""All cores for many pieces of work, in a result that does not depend on how many there are."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 16  # a pool takes longer to start than so few articles to annotate
_AHEAD = 8  # pieces of work a process: enough that none waits, few enough that memory stays flat


def map_in_order(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """`function` of each item, in the order of the items; both must be picklable.

    Takes items only as results are taken: any number of them, with flat memory.
    """
    waiting = iter(items)
    first = list(islice(waiting, FEW))
    cores = os.cpu_count() or 1
    if len(first) < FEW or cores == 1:
        yield from map(function, chain(first, waiting))
        return
    # Not forked: a fork of a process with threads (a progress bar has one) may never wake up.
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(cores, context) as pool:
        futures: deque[Future[Result]] = deque()
        for item in chain(first, waiting):
            futures.append(pool.submit(function, item))
            if len(futures) >= cores * _AHEAD:
                yield futures.popleft().result()
        while futures:
            yield futures.popleft().result()
