"""The quick form of `python -m tests.faults stores`: each kind of fault in one of its ways."""

from tests.faults.broken import FAULTS, run

SOME = list({fault.kind: fault for fault in FAULTS}.values())


def test_a_broken_store_is_named_and_left_alone() -> None:
    figures = run(SOME, at_start=("0 bytes", "hot journal"))
    assert [figure for figure in figures if not figure.holds] == []
