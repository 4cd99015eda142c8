"""The quick form of `python -m tests.faults seeders`: fewer articles, once."""

from tests.faults.seeders import run


def test_three_seeders_store_what_one_would() -> None:
    assert [figure for figure in run(articles=12, rounds=1) if not figure.holds] == []
