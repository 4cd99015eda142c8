"""The quick form of `python -m tests.faults disk`: one command, and a server meanwhile."""

import pytest

from tests.faults.disk import STEP, mounted, run


def test_a_full_disk_takes_nothing_away() -> None:
    with mounted() as disk:
        if disk is None:
            pytest.skip("no file system may be mounted here")
    assert [figure for figure in run(["seed"], 4 * STEP) if not figure.holds] == []
