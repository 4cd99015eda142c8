import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store import engine
from tests.cli.conftest import Run, articles


@pytest.fixture
def article(run: Run, folder: Path) -> str:
    """The first of two that are stored."""
    run("seed", folder)
    return articles()[0]


def test_withdrawn_and_restored(run: Run, article: str) -> None:
    told = (0, f"withdrawn {article}: It is wrong.\n", "")
    assert run("withdraw", article, "--why", " It  is\nwrong. ") == told
    assert run("restore", article) == (0, f"restored {article}\n", "")


def test_a_withdrawn_text_does_not_come_back_by_seeding(
    run: Run, folder: Path, article: str
) -> None:
    run("withdraw", article, "--why", "It is wrong.")
    name = folder / "a.txt"
    unchanged = f"unchanged {article} ({name}): it is withdrawn, and stays so\n"
    assert run("seed", name) == (0, unchanged, "")
    chosen = f"onrecord: a.txt: its article {article} is withdrawn\n"
    assert run("seed", name, "--article", article) == (2, "", chosen)
    with closing(sqlite3.connect("onrecord.db")) as connection:
        assert connection.execute("SELECT count(withdrawn) FROM article").fetchone() == (1,)


@pytest.mark.parametrize("why", ["", " \n", "\udcff"])
def test_a_reason_is_words(run: Run, article: str, why: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run("withdraw", article, "--why", why)
    assert ended.value.code == 2


def test_erased_it_is_gone(run: Run, article: str) -> None:
    other = articles()[1]
    assert run("erase", article) == (0, f"erased {article}\n", "")
    assert articles() == [other]
    assert run("check")[0] == 0


@pytest.mark.parametrize("command", [("withdraw", "--why", "wrong"), ("restore",), ("erase",)])
def test_an_unknown_id_is_one_line(run: Run, article: str, command: tuple[str, ...]) -> None:
    assert run(*command, "none") == (2, "", "onrecord: There is no article 'none'.\n")
    assert len(articles()) == 2


def test_all_are_erased_or_none(run: Run, article: str) -> None:
    assert run("erase", article, "none")[0] == 2
    assert len(articles()) == 2


def test_an_erasure_that_was_held_up_is_finished_later(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect("onrecord.db")) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM article").fetchall()
        code, out, err = run("erase", article)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert err.endswith("run `onrecord erase` again, without an article\n")
    assert run("check")[0] == 1
    assert run("erase") == (0, "", "")
    assert run("check")[0] == 0
