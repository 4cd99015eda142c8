"""The quick form of `python -m tests.faults http`: the same judgement, with more patience."""

from collections.abc import Iterator
from itertools import islice

import pytest

from tests.faults.hostile import MALFORMED
from tests.faults.http import ask_all, odd
from tests.faults.servers import Server, server

PATIENCE = 10.0  # seconds: a machine that runs tests may be busy


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with server(tmp_path_factory.mktemp("hostile")) as started:
        yield started


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_refused_once(running: Server, name: str) -> None:
    tally = ask_all(running, [(name, MALFORMED[name])], PATIENCE)
    assert [*tally.failed, *tally.hung, *tally.leaked, *tally.bare] == []
    assert [*tally.split, *tally.accepted] == []


def test_what_is_odd_is_answered_and_tells_nothing(running: Server) -> None:
    tally = ask_all(running, islice(odd(1000), 7, None, 41), PATIENCE)
    assert tally.requests > 200
    assert [*tally.failed, *tally.hung, *tally.leaked, *tally.bare] == []
    assert "Traceback" not in running.log.read_text()
