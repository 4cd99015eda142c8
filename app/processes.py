"""Work in other processes: many pieces on all cores, or one that may take too long or too much."""

import multiprocessing
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from math import ceil
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from app.errors import ProcessEndedError

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 16  # a pool takes longer to start than so few articles to annotate
_AHEAD = 8  # pieces of work a process: enough that none waits, few enough that memory stays flat
# Not forked: a fork of a process with threads (a progress bar has one) may never wake up.
_CONTEXT = multiprocessing.get_context("forkserver")


def map_in_order(
    function: Callable[[Item], Result], items: Iterable[Item]
) -> Generator[Result, None, None]:
    """`function` of each item, in the order of the items; both must be picklable.

    Takes items only as results are taken: any number of them, with flat memory. Whoever may not
    take them all closes it: else its processes end when and where Python happens to collect it.
    Raises ProcessEndedError where a process of the pool is killed.
    """
    waiting = iter(items)
    first = list(islice(waiting, FEW))
    cores = os.cpu_count() or 1
    if len(first) < FEW or cores == 1:
        yield from map(function, chain(first, waiting))
        return
    try:
        yield from _map_in_pool(function, chain(first, waiting), cores)
    except BrokenProcessPool:
        raise ProcessEndedError(
            "a process that did a part of the work was ended from outside, or out of memory:"
            " what was stored before is stored; run it again"
        ) from None


def _map_in_pool(
    function: Callable[[Item], Result], items: Iterable[Item], cores: int
) -> Iterator[Result]:
    with ProcessPoolExecutor(cores, _CONTEXT, _end_with_parent) as pool:
        futures: deque[Future[Result]] = deque()
        for item in items:
            futures.append(pool.submit(function, item))
            if len(futures) >= cores * _AHEAD:
                yield futures.popleft().result()
        while futures:
            yield futures.popleft().result()


def _end_with_parent() -> None:
    """Whoever works for a process that was killed hears nothing of it, and would wait for ever."""
    parent: Any = multiprocessing.parent_process()

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def run_bounded(
    function: Callable[..., Result],
    arguments: tuple[object, ...],
    seconds: float,
    memory: int,
    library: str,
) -> Result:
    """`function(*arguments)` in a process of its own, ended where it goes beyond the bounds.

    `memory` is in bytes; `library` is what the function imports: it is imported once for all calls,
    unless other processes were started before. Raises TimeoutError, and ChildProcessError where the
    process ended without a result.
    """
    _CONTEXT.set_forkserver_preload(["__main__", library])
    here, there = _CONTEXT.Pipe(duplex=False)
    everything = (there, seconds, memory, function, arguments)
    process = _CONTEXT.Process(target=_send, args=everything, daemon=True)
    with here:
        process.start()
        there.close()
        try:
            if not here.poll(seconds):
                raise TimeoutError
            return here.recv()  # type: ignore[no-any-return]  # it is what `function` gave
        except EOFError:
            raise ChildProcessError from None
        finally:
            process.kill()
            process.join()
            process.close()


def _send(
    there: Connection,
    seconds: float,
    memory: int,
    function: Callable[..., object],
    arguments: tuple[object, ...],
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits for it ends it …
    most = ceil(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))  # … unless that was killed itself
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(MemoryError, BrokenPipeError):
        there.send(function(*arguments))
