"""The quick form of `python -m tests.faults readers`: fewer reads, of fewer seedings."""

from tests.faults.readers import run


def test_no_read_shows_half_an_article() -> None:
    assert [figure for figure in run(seedings=2, reads=300) if not figure.holds] == []
