"""The quick form of `python -m tests.faults kills`: the same judgement after fewer of them."""

from tests.faults.kills import FEW, run


def test_a_killed_seeding_leaves_each_article_wholly_or_not_at_all() -> None:
    assert [figure for figure in run(kills=4, lanes=[FEW]) if not figure.holds] == []
