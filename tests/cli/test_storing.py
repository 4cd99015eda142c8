import sqlite3
from contextlib import closing
from pathlib import Path

from app.cli.serving import FOUNDING_ARTICLE
from app.store.engine import SCHEMA
from tests.cli.conftest import Run


def test_check_proves_a_store_and_finds_a_fault(run: Run) -> None:
    run("seed", FOUNDING_ARTICLE)
    code, out, err = run("check")
    assert (code, err) == (0, "")
    expected = f"onrecord.db: schema {SCHEMA}; rows: article 1, version 1, paragraph 12, "
    assert out.startswith(expected)
    assert out.endswith("; faults: 0\n")
    with closing(sqlite3.connect("onrecord.db")) as connection, connection:
        connection.execute('UPDATE paragraph SET "end" = "end" - 1 WHERE number = 12')
        connection.execute("UPDATE version SET headline = NULL, text = text || '.'")
    code, out, err = run("check")
    assert code == 1
    assert "its text is not the text of its SHA-256\n" in err
    assert out.endswith(f"; faults: {len(err.splitlines())}\n")


def test_check_of_no_store_is_bad_input(run: Run) -> None:
    code, out, err = run("check", "--store", "none.db")
    assert (code, out) == (2, "")
    assert err == "onrecord: none.db: No such file or directory\n"
    assert not Path("none.db").exists()


def test_migrate_creates_and_only_tells_when_asked(run: Run) -> None:
    assert run("migrate", "--check") == (1, "", "onrecord.db: No such file or directory\n")
    assert run("migrate") == (0, "", f"onrecord: created onrecord.db (schema {SCHEMA})\n")
    assert run("migrate") == (0, "", "")
    assert run("migrate", "--check") == (0, f"onrecord.db: schema {SCHEMA}\n", "")
