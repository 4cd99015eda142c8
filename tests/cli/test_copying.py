from pathlib import Path

import pytest

from app.cli.serving import FOUNDING_ARTICLE
from app.store.engine import SCHEMA
from tests.cli.conftest import Run


@pytest.mark.parametrize("command", ["backup", "freeze"])
def test_a_copy_is_made_and_proved(run: Run, command: str) -> None:
    run("seed", FOUNDING_ARTICLE)
    code, out, err = run(command, "copy.db")
    size = Path("copy.db").stat().st_size
    assert (code, err) == (0, "")
    assert out == f"copy.db: a copy of onrecord.db (schema {SCHEMA}, {size:,} bytes)\n"
    assert run("check", "--store", "copy.db")[0] == 0
    assert run(command, "copy.db") == (
        2,
        "",
        "onrecord: copy.db is there already: nothing is overwritten\n",
    )


@pytest.mark.parametrize("command", ["backup", "freeze"])
def test_nothing_to_copy(run: Run, command: str) -> None:
    missing = "onrecord: none.db: No such file or directory\n"
    assert run(command, "copy.db", "--store", "none.db") == (2, "", missing)
    assert list(Path().iterdir()) == []
