"""Finished answers in memory, no longer than the store stays as it is."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from app.api.conditions import Answer

Key = tuple[bytes | None, ...]  # of what was asked: all that its answer depends on
Generation = Callable[[], int | None]

_SHARE = 8  # no answer takes more of the memory than one part of so many
_OVERHEAD = 4_000  # bytes that an answer takes beside its body and its address, about


class Kept:
    """Answers by what was asked: the least used forgotten first, and all when the store changes.

    `generation` is that of store.engine; `limit` is in bytes, 0 keeps nothing.
    """

    def __init__(self, generation: Generation, limit: int) -> None:
        self._generation = generation
        self._limit = limit
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0
        self._now: int | None = None
        self._asked = limit == 0

    def now(self) -> int | None:
        """The moment of the store that the answers are of; None where nothing can be kept.

        Asked once for all requests that the event loop found waiting together: each of them began
        before that, so no commit that was finished by then is missed.
        """
        if not self._asked:
            self._asked = True
            asyncio.get_running_loop().call_soon(self._ask_again)
            now = self._generation()
            if now != self._now:
                self._answers.clear()
                self._size, self._now = 0, now
        return self._now

    def _ask_again(self) -> None:
        self._asked = False

    def get(self, key: Key) -> Answer | None:
        """The answer of this moment."""
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer, moment: int | None) -> None:
        """Keeps an answer that was begun at a moment, if that is still the last one known."""
        size = _size(key, answer)
        if moment is None or moment != self._now or size > self._limit // _SHARE:
            return
        if key not in self._answers:
            self._answers[key] = answer
            self._size += size
        while self._size > self._limit:
            self._size -= _size(*self._answers.popitem(last=False))


def _size(key: Key, answer: Answer) -> int:
    return sum(len(part or b"") for part in key) + len(answer.body) + _OVERHEAD
