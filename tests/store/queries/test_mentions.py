from pathlib import Path

import pytest

from app.store.engine import reader
from app.store.queries.mentions import list_mentions
from app.store.queries.paging import Page


def spans(store: Path, overlaps: tuple[int, int] | None) -> list[tuple[int, int]]:
    with reader(store)() as session:
        rows = list_mentions(session, Page(100), 1, overlaps=overlaps).rows
    return [(row["start"], row["end"]) for row in rows]


def test_what_overlaps(gold_store: Path) -> None:
    everything = spans(gold_store, None)
    assert spans(gold_store, (0, 2**63 - 1)) == everything
    for start, end in [everything[0], (everything[1][0] + 1, everything[3][1] - 1)]:
        expected = [(a, b) for a, b in everything if a < end and start < b]
        assert spans(gold_store, (start, end)) == expected
        assert expected


@pytest.mark.parametrize(("before", "after"), [(-1, 0), (0, 1)], ids=["ends there", "begins there"])
def test_touching_is_not_overlapping(gold_store: Path, before: int, after: int) -> None:
    start, end = spans(gold_store, None)[0]
    edge = start if before else end
    assert (start, end) not in spans(gold_store, (edge + before, edge + after))


def test_a_pair_that_is_no_span_overlaps_nothing(gold_store: Path) -> None:
    start, end = spans(gold_store, None)[0]
    for pair in ((start + 1, start + 1), (end, start), (2**62, 2**62 + 1)):
        assert spans(gold_store, pair) == []
